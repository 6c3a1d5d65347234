package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.scalar.IpBlock;
import java.util.ArrayList;
import java.util.List;

/** What stands for an istiod elsewhere. Mirrors istio 1.30.3 {@code .../templates/remote-istiod-service.yaml}. */
final class RemoteForecast {
    private RemoteForecast() {}

    static List<ForecastObject> of(IstiodValues values) {
        String address = values.global("remotePilotAddress");
        List<ForecastObject> objects = new ArrayList<>();
        if (address.isEmpty()) {
            return objects;
        }
        boolean ip = IpBlock.parseAddress(address).isPresent();
        ObjectNode service = Facts.object();
        service.set("ports", Facts.texts("tcp-istiod 15012", "tcp-webhook 443->15017"));
        if (ip) {
            ObjectNode slice = Facts.pairs("addressType", address.indexOf(':') < 0 ? "IPv4" : "IPv6");
            slice.set("addresses", Facts.texts(address));
            slice.set("ports", Facts.texts("tcp-istiod 15012", "tcp-webhook 15017"));
            slice.put("service", values.istiod());
            objects.add(Facts.of("EndpointSlice", values.namespace(), values.istiod(), slice));
        } else {
            service.put("type", "ExternalName").put("externalName", address);
        }
        objects.add(Facts.of("Service", values.namespace(), values.istiod(), service));
        return objects;
    }
}
