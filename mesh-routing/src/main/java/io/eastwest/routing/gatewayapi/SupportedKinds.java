package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.AllowedRoutes;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerTls;
import io.eastwest.model.gatewayapi.ListenerTlsMode;
import io.eastwest.model.gatewayapi.RouteGroupKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds of routes that may attach to a listener. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conditions.go:generateSupportedKinds}.
 *
 * @param kinds the kinds
 * @param allSupported whether every kind that the listener names is among them
 */
record SupportedKinds(List<GroupKind> kinds, boolean allSupported) {
    static SupportedKinds of(Listener listener) {
        List<GroupKind> supported = ofProtocol(listener);
        List<GroupKind> wanted = listener.allowedRoutes().map(AllowedRoutes::kinds).orElse(List.of()).stream()
                .map(SupportedKinds::kind)
                .toList();
        if (wanted.isEmpty()) {
            return new SupportedKinds(supported, true);
        }
        List<GroupKind> common = supported.stream().filter(wanted::contains).toList();
        return new SupportedKinds(common, common.size() == wanted.size());
    }

    private static GroupKind kind(RouteGroupKind kind) {
        return new GroupKind(kind.group().orElse(GroupKind.GATEWAY.group()), kind.kind());
    }

    private static List<GroupKind> ofProtocol(Listener listener) {
        return switch (listener.protocol()) {
            case "HTTP", "HTTPS" -> List.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE);
            case "TCP" -> List.of(GroupKind.TCP_ROUTE);
            case "TLS" -> {
                List<GroupKind> kinds = new ArrayList<>(List.of(GroupKind.TLS_ROUTE));
                if (listener.tls()
                        .flatMap(ListenerTls::mode)
                        .filter(ListenerTlsMode.Terminate::equals)
                        .isPresent()) {
                    kinds.add(GroupKind.TCP_ROUTE);
                }
                yield kinds;
            }
            default -> List.of();
        };
    }
}
