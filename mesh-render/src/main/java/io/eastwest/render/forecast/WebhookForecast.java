package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The webhooks of the istiod chart. Mirrors istio 1.30.3 {@code .../templates/mutatingwebhook.yaml}. */
final class WebhookForecast {
    private static final String NO_REVISION = "istio.io/rev DoesNotExist";
    private static final String NO_INJECTION = "istio-injection DoesNotExist";
    private static final String NOT_REFUSED = "sidecar.istio.io/inject NotIn [false]";

    private WebhookForecast() {}

    static List<ForecastObject> of(IstiodValues values) {
        List<ForecastObject> objects = new ArrayList<>();
        String revision = values.revision().isEmpty() ? "default" : values.revision();
        if (!values.flag("operatorManageWebhooks", false)) {
            ObjectNode facts = Facts.pairs("calls", calls(values), "failurePolicy", "Fail");
            ArrayNode webhooks = facts.putArray("webhooks");
            String only = "istio.io/rev In [" + revision + "]";
            webhooks.add(webhook("rev.namespace", List.of(only, NO_INJECTION), List.of(NOT_REFUSED)));
            webhooks.add(webhook("rev.object", List.of(NO_REVISION, NO_INJECTION), List.of(NOT_REFUSED, only)));
            if (values.revision().isEmpty()) {
                webhooks.add(webhook("namespace", List.of("istio-injection In [enabled]"), List.of(NOT_REFUSED)));
                webhooks.add(webhook(
                        "object",
                        List.of(NO_INJECTION, NO_REVISION),
                        List.of("sidecar.istio.io/inject In [true]", NO_REVISION)));
            }
            String where = values.namespace().equals("istio-system") ? "" : "-" + values.namespace();
            objects.add(Facts.of(
                    "MutatingWebhookConfiguration", "", "istio-sidecar-injector" + values.suffix() + where, facts));
        }
        boolean validates = values.flag("configValidation", true);
        if (validates && (!values.isRemote() || values.flag("configCluster", false))) {
            ObjectNode facts = Facts.pairs("calls", service(values) + "/validate", "failurePolicy", "Ignore");
            ObjectNode webhook = facts.putArray("webhooks").addObject().put("name", "rev.validation.istio.io");
            webhook.set("objects", Facts.texts("istio.io/rev In [" + revision + "]"));
            objects.add(Facts.of(
                    "ValidatingWebhookConfiguration",
                    "",
                    "istio-validator" + values.suffix() + "-" + values.istioNamespace(),
                    facts));
        }
        return objects;
    }

    private static String service(IstiodValues values) {
        return values.namespace() + "/" + values.istiod() + ":443";
    }

    private static String calls(IstiodValues values) {
        String url = values.istiodRemote().path("injectionURL").asText("");
        if (!url.isEmpty()) {
            return url;
        }
        String path = values.istiodRemote().path("injectionPath").asText("");
        return service(values) + (path.isEmpty() ? "/inject" : path);
    }

    private static ObjectNode webhook(String name, List<String> namespaces, List<String> objects) {
        ObjectNode webhook = Facts.pairs("name", name + ".sidecar-injector.istio.io");
        webhook.set("namespaces", Facts.texts(namespaces.toArray(String[]::new)));
        webhook.set("objects", Facts.texts(objects.toArray(String[]::new)));
        return webhook;
    }
}
