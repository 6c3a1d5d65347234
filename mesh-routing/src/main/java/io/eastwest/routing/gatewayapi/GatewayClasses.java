package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.routing.view.Configured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which controller serves a class. Classes of ambient mode are off, as in an istiod with default settings. Mirrors istio
 * 1.30.3 {@code pilot/pkg/config/kube/gatewaycommon/gatewayclass_collection.go:FetchGatewayClass}.
 */
final class GatewayClasses {
    private final Map<String, GatewayController> byName = new LinkedHashMap<>();

    GatewayClasses(List<Configured<GatewayClass>> classes) {
        for (GatewayController builtIn : GatewayController.values()) {
            byName.put(builtIn.className(), builtIn);
        }
        for (Configured<GatewayClass> each : classes) {
            GatewayController.named(each.resource().spec().controllerName())
                    .ifPresent(controller -> byName.put(each.name(), controller));
        }
    }

    Optional<GatewayController> controller(String className) {
        return Optional.ofNullable(byName.get(className));
    }
}
