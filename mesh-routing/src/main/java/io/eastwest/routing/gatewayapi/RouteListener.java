package io.eastwest.routing.gatewayapi;

import io.eastwest.routing.rules.MeshGateway;
import java.util.List;
import java.util.Optional;

/**
 * One listener as routes attach to it; the mesh as a whole counts as one.
 *
 * @param owner Gateway or ListenerSet that holds it
 * @param gateway the Gateway that it makes; of a listener that is not served too
 * @param state whether it can be served
 * @param kinds kinds of routes that may attach
 * @param hostname hostname as written; empty: any
 * @param section name of the listener
 * @param port port
 * @param protocol protocol as written
 */
record RouteListener(
        ParentKey owner,
        Optional<MeshGateway> gateway,
        ListenerState state,
        List<GroupKind> kinds,
        String hostname,
        String section,
        int port,
        String protocol) {
    /** The mesh: what routes with a Service or ServiceEntry as parent attach to. */
    static final RouteListener MESH = new RouteListener(
            new ParentKey(new GroupKind("gateway.networking.k8s.io", "Mesh"), "", "istio"),
            Optional.empty(),
            ListenerState.GOOD,
            List.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE, GroupKind.TCP_ROUTE, GroupKind.TLS_ROUTE),
            "",
            "",
            0,
            "");

    boolean served() {
        return state.served();
    }

    /** {@return {@code mesh}, or {@code <namespace>/<name>} of the Gateway that it makes} */
    String internalName() {
        return gateway.map(MeshGateway::reference).orElse("mesh");
    }

    /** {@return {@code <namespace>/<hostname>} for each namespace whose routes may attach; empty: everything may} */
    List<String> hosts() {
        return gateway.map(each -> each.servers().get(0).server().hosts()).orElse(List.of());
    }
}
