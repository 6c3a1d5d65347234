package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a cluster secures its connections. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface UpstreamTls {
    /** {@return mode} */
    Mode mode();

    /** {@return SNI that is sent} */
    Optional<String> sni();

    /** {@return accepted SANs of the server, sorted; empty: any} */
    List<String> subjectAltNames();

    /** {@return ALPN that is sent} */
    List<String> applicationProtocols();

    /** {@return what is shown to the server in MUTUAL mode, for example {@code file-cert:/a.pem~/b.pem} or a secret name; never key material} */
    Optional<String> certificate();

    /** {@return what the certificate of the server is verified with, as a name of what the control plane gives; empty: files or the system's own} */
    Optional<String> authority();

    /** {@return the file that the certificate of the server is verified with; empty: none} */
    Optional<String> authorityFile();

    /** Mode of an upstream TLS context. */
    enum Mode {
        /** Plaintext. */
        NONE,

        /** Mesh mTLS for endpoints that have a sidecar, plaintext for others. */
        AUTO,

        /** Mesh mTLS for all. */
        ISTIO_MUTUAL,

        /** TLS without client certificate. */
        SIMPLE,

        /** TLS with a client certificate of the user. */
        MUTUAL
    }

    /** {@return plaintext} */
    static UpstreamTls none() {
        return builder().mode(Mode.NONE).build();
    }

    /** {@return a builder that starts from this value} */
    default UpstreamTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static UpstreamTlsBuilder builder() {
        return new UpstreamTlsBuilder();
    }
}
