package io.eastwest.routing;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.UpstreamTls;
import java.util.List;
import java.util.Optional;

/**
 * How an Envoy secures its connection to an endpoint. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_tls.go:applyUpstreamTLSSettings} and, for the protocols of HTTP, {@code
 * pilot/pkg/xds/filters/filters.go:Alpn}.
 *
 * @param kind whose TLS it is
 * @param serverName SNI that is sent
 * @param protocols ALPN that is sent
 * @param names URIs and names of which the server must show one; empty: any
 */
record ClientTls(Kind kind, Optional<String> serverName, List<String> protocols, List<String> names) {
    private static final List<String> MESH_HTTP = List.of("istio-http/1.1", "istio", "http/1.1");
    private static final List<String> MESH_HTTP2 = List.of("istio-h2", "istio", "h2");
    private static final String HTTP2 = "h2";

    ClientTls {
        protocols = List.copyOf(protocols);
        names = List.copyOf(names);
    }

    /** Whose TLS it is. */
    enum Kind {
        /** Plaintext. */
        NONE,

        /** Mutual TLS of the mesh. */
        MESH,

        /** TLS that a DestinationRule writes; the mesh does not know its certificates. */
        OWN
    }

    /**
     * {@return how a cluster speaks to one of its endpoints}
     *
     * @param tls settings of the cluster
     * @param endpoint the endpoint
     * @param http whether the proxy reads HTTP; it then tells so
     */
    static ClientTls of(UpstreamTls tls, LbEndpoint endpoint, boolean http) {
        return switch (tls.mode()) {
            case NONE -> new ClientTls(Kind.NONE, Optional.empty(), List.of(), List.of());
            case AUTO ->
                endpoint.mutualTls() ? mesh(tls, http) : new ClientTls(Kind.NONE, tls.sni(), List.of(), List.of());
            case ISTIO_MUTUAL -> mesh(tls, http);
            case SIMPLE, MUTUAL -> new ClientTls(Kind.OWN, tls.sni(), tls.applicationProtocols(), List.of());
        };
    }

    private static ClientTls mesh(UpstreamTls tls, boolean http) {
        boolean second = tls.applicationProtocols().contains(HTTP2);
        List<String> ofHttp = second ? MESH_HTTP2 : MESH_HTTP;
        return new ClientTls(Kind.MESH, tls.sni(), http ? ofHttp : tls.applicationProtocols(), tls.subjectAltNames());
    }

    /** {@return what is sent first; empty: plaintext} */
    Optional<TlsClientHello> hello() {
        return kind == Kind.NONE ? Optional.empty() : Optional.of(new TlsClientHello(serverName, protocols));
    }

    /** {@return whether the client takes the certificate of a workload for that of the right server} */
    boolean accepts(String principal) {
        return names.isEmpty() || names.contains("spiffe://" + principal);
    }
}
