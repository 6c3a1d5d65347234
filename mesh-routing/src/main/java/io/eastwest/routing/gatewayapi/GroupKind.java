package io.eastwest.routing.gatewayapi;

import java.util.Optional;

/**
 * A kind as references name it.
 *
 * @param group API group; empty: core
 * @param kind kind
 */
record GroupKind(String group, String kind) {
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final String ISTIO = "networking.istio.io";

    static final GroupKind GATEWAY = new GroupKind(GATEWAY_API, "Gateway");
    static final GroupKind LISTENER_SET = new GroupKind(GATEWAY_API, "ListenerSet");
    static final GroupKind HTTP_ROUTE = new GroupKind(GATEWAY_API, "HTTPRoute");
    static final GroupKind GRPC_ROUTE = new GroupKind(GATEWAY_API, "GRPCRoute");
    static final GroupKind TLS_ROUTE = new GroupKind(GATEWAY_API, "TLSRoute");
    static final GroupKind TCP_ROUTE = new GroupKind(GATEWAY_API, "TCPRoute");
    static final GroupKind SERVICE = new GroupKind("", "Service");
    static final GroupKind SECRET = new GroupKind("", "Secret");
    static final GroupKind CONFIG_MAP = new GroupKind("", "ConfigMap");
    static final GroupKind SERVICE_ENTRY = new GroupKind(ISTIO, "ServiceEntry");
    static final GroupKind HOSTNAME = new GroupKind(ISTIO, "Hostname");
    static final GroupKind SERVICE_IMPORT = new GroupKind("multicluster.x-k8s.io", "ServiceImport");

    /** {@return what a reference names; a part that is not stated is that of the default} */
    static GroupKind of(Optional<String> group, Optional<String> kind, GroupKind unstated) {
        return new GroupKind(group.orElse(unstated.group), kind.orElse(unstated.kind));
    }

    /** {@return the kind, behind its group unless that is the core} */
    @Override
    public String toString() {
        return group.isEmpty() ? kind : group + "/" + kind;
    }
}
