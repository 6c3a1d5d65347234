package io.eastwest.model.gatewayapi;

import java.util.List;

/** The defaults of {@code Gateway} and {@code ListenerSet}, as the schemas of Gateway API v1.6.1 state them. */
final class ListenerDefaults {
    private ListenerDefaults() {}

    static Gateway of(Gateway gateway) {
        GatewaySpec spec = gateway.spec();
        return gateway.toBuilder()
                .spec(spec.toBuilder()
                        .listeners(listeners(spec.listeners()))
                        .addresses(spec.addresses().stream()
                                .map(ListenerDefaults::of)
                                .toList())
                        .allowedListeners(spec.allowedListeners().map(ListenerDefaults::of))
                        .tls(spec.tls().map(ListenerDefaults::of))
                        .build())
                .build();
    }

    static ListenerSet of(ListenerSet set) {
        ListenerSetSpec spec = set.spec();
        return set.toBuilder()
                .spec(spec.toBuilder()
                        .parentRef(ReferenceDefaults.of(spec.parentRef()))
                        .listeners(listeners(spec.listeners()))
                        .build())
                .build();
    }

    private static List<Listener> listeners(List<Listener> listeners) {
        return listeners.stream().map(ListenerDefaults::of).toList();
    }

    private static Listener of(Listener listener) {
        return listener.toBuilder()
                .tls(listener.tls().map(ListenerDefaults::of))
                .allowedRoutes(of(listener.allowedRoutes()
                        .orElseGet(() -> AllowedRoutes.builder().build())))
                .build();
    }

    private static ListenerTls of(ListenerTls tls) {
        return tls.toBuilder()
                .mode(tls.mode().orElse(ListenerTlsMode.Terminate))
                .certificateRefs(tls.certificateRefs().stream()
                        .map(ReferenceDefaults::of)
                        .toList())
                .build();
    }

    private static AllowedRoutes of(AllowedRoutes routes) {
        RouteNamespaces namespaces =
                routes.namespaces().orElseGet(() -> RouteNamespaces.builder().build());
        return routes.toBuilder()
                .namespaces(namespaces.toBuilder()
                        .fromNamespaces(namespaces.fromNamespaces().orElse(RouteNamespacesFrom.Same))
                        .build())
                .kinds(routes.kinds().stream().map(ReferenceDefaults::of).toList())
                .build();
    }

    private static AllowedListeners of(AllowedListeners listeners) {
        ListenerNamespaces namespaces = listeners
                .namespaces()
                .orElseGet(() -> ListenerNamespaces.builder().build());
        return listeners.toBuilder()
                .namespaces(namespaces.toBuilder()
                        .fromNamespaces(namespaces.fromNamespaces().orElse(ListenerNamespacesFrom.None))
                        .build())
                .build();
    }

    private static GatewayAddress of(GatewayAddress address) {
        return address.toBuilder().type(address.type().orElse("IPAddress")).build();
    }

    private static GatewayTls of(GatewayTls tls) {
        return tls.toBuilder()
                .backend(tls.backend()
                        .map(backend -> backend.toBuilder()
                                .clientCertificateRef(
                                        backend.clientCertificateRef().map(ReferenceDefaults::of))
                                .build()))
                .frontend(tls.frontend().map(ListenerDefaults::of))
                .build();
    }

    private static GatewayFrontendTls of(GatewayFrontendTls frontend) {
        return frontend.toBuilder()
                .defaultConfig(of(frontend.defaultConfig()))
                .perPort(frontend.perPort().stream()
                        .map(port -> port.toBuilder().tls(of(port.tls())).build())
                        .toList())
                .build();
    }

    private static FrontendTlsConfig of(FrontendTlsConfig config) {
        return config.toBuilder()
                .validation(config.validation()
                        .map(validation -> validation.toBuilder()
                                .mode(validation.mode().orElse(FrontendValidationMode.AllowValidOnly))
                                .build()))
                .build();
    }
}
