package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The objects of the base chart. */
final class BaseForecast {
    private BaseForecast() {}

    static List<ForecastObject> of(JsonNode values) {
        IstiodValues common = new IstiodValues(values, "istio-system");
        String namespace = common.istioNamespace();
        ObjectNode validator = Facts.pairs("calls", namespace + "/istiod:443/validate", "failurePolicy", "Ignore");
        validator.putArray("webhooks").addObject().put("name", "validation.istio.io");
        return List.of(
                Facts.of("ServiceAccount", namespace, "istio-reader-service-account", Facts.object()),
                Facts.of("ValidatingWebhookConfiguration", "", "istiod-default-validator", validator));
    }
}
