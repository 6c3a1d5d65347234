package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a filter chain terminates TLS. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface DownstreamTls {
    /** {@return whether the client must show a certificate} */
    ClientCertificate clientCertificate();

    /** {@return accepted trust domains of client certificates; empty: any} */
    List<String> trustDomains();

    /** {@return whether the workload certificate of the mesh is used (ISTIO_MUTUAL); else a credential of the server} */
    @Value.Default
    default boolean meshCertificates() {
        return true;
    }

    /** {@return what is shown to clients, for example a secret name or {@code file-cert:/a.pem}; empty: that of the mesh. Never key material} */
    Optional<String> certificate();

    /** {@return what client certificates are verified with, a secret name or {@code file-root:/a.pem}; empty: it follows from the certificate} */
    Optional<String> clientAuthority();

    /** {@return accepted SANs of client certificates; empty: any} */
    List<String> subjectAltNames();

    /** {@return what else handshakes have to fulfil, as it is written: versions, cipher suites, hashes; no decision looks at it} */
    List<String> terms();

    /** {@return ALPN that is offered} */
    List<String> applicationProtocols();

    /**
     * {@return why the control plane does not give the proxy a certificate that it names, in words for people; then Envoy closes each
     * connection (envoy source/common/tls/ssl_socket.cc:NotReadySslSocket). Empty: it gives them all}
     */
    Optional<String> missingCredential();

    /** {@return a builder that starts from this value} */
    default DownstreamTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static DownstreamTlsBuilder builder() {
        return new DownstreamTlsBuilder();
    }
}
