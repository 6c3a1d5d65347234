package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A listener for traffic of a workload, and the services it knows.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:IstioEgressListener. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SidecarEgressBuilder.ImmutableSidecarEgress.class)
@JsonDeserialize(as = SidecarEgressBuilder.ImmutableSidecarEgress.class)
public interface SidecarEgress {
    /** {@return the port; empty: all ports that no other listener has} */
    Optional<SidecarPort> port();

    /** {@return the address or {@code unix://} path that is listened on; empty: by capture mode} */
    Optional<String> bind();

    /** {@return how traffic gets to the listener; empty: {@code DEFAULT}} */
    Optional<CaptureMode> captureMode();

    /**
     * {@return the services as {@code namespace/host}, with {@code .} for the own namespace, {@code *} for any,
     * {@code ~} for none}
     */
    List<String> hosts();

    /**
     * {@return whether the listener stands for all ports that no other listener has}
     */
    default boolean isCatchAll() {
        return port().isEmpty();
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default SidecarEgressBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a listener for all ports that knows these services}
     *
     * @param hosts the services as {@code namespace/host}
     */
    static SidecarEgress hosts(String... hosts) {
        return builder().addHosts(hosts).build();
    }

    /** {@return an empty builder} */
    static SidecarEgressBuilder builder() {
        return new SidecarEgressBuilder();
    }
}
