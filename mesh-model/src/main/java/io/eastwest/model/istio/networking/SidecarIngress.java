package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A listener for traffic to a workload.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:IstioIngressListener. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SidecarIngressBuilder.ImmutableSidecarIngress.class)
@JsonDeserialize(as = SidecarIngressBuilder.ImmutableSidecarIngress.class)
public interface SidecarIngress {
    /** {@return the port} */
    SidecarPort port();

    /** {@return the address that is listened on; empty: that of the workload} */
    Optional<String> bind();

    /** {@return how traffic gets to the listener; empty: {@code DEFAULT}} */
    Optional<CaptureMode> captureMode();

    /**
     * {@return the local endpoint that traffic goes to, {@code address:port} or a {@code unix://} path; empty:
     * the port of the listener on the address of the workload}
     */
    Optional<String> defaultEndpoint();

    /** {@return how connections from outside the mesh are secured; empty: by the mesh alone} */
    Optional<ServerTlsSettings> tls();

    /** {@return the limits on traffic to the port; empty: {@link SidecarSpec#inboundConnectionPool()}} */
    Optional<ConnectionPoolSettings> connectionPool();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default SidecarIngressBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static SidecarIngressBuilder builder() {
        return new SidecarIngressBuilder();
    }
}
