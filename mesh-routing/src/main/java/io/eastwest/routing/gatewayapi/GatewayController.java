package io.eastwest.routing.gatewayapi;

import java.util.Arrays;
import java.util.Optional;

/** A controller of istiod with default settings. Mirrors istio 1.30.3 {@code pilot/pkg/config/kube/gatewaycommon/classinfo.go:GetClassInfos}. */
enum GatewayController {
    /** Gateways that are served. */
    GATEWAY("istio", "istio.io/gateway-controller"),
    /** Gateways of other clusters that only lead to a network; routes do not attach to them. */
    REMOTE("istio-remote", "istio.io/unmanaged-gateway");

    private final String className;
    private final String controllerName;

    GatewayController(String className, String controllerName) {
        this.className = className;
        this.controllerName = controllerName;
    }

    String className() {
        return className;
    }

    static Optional<GatewayController> named(String controllerName) {
        return Arrays.stream(values())
                .filter(each -> each.controllerName.equals(controllerName))
                .findFirst();
    }
}
