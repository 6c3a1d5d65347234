package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The port of a listener of a sidecar.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:SidecarPort. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SidecarPortBuilder.ImmutableSidecarPort.class)
@JsonDeserialize(as = SidecarPortBuilder.ImmutableSidecarPort.class)
public interface SidecarPort {
    /** {@return the port number, 1..65535, or 0 for a unix socket} */
    OptionalInt number();

    /** {@return the protocol, by a name that Istio knows, in any case; empty: detected} */
    Optional<String> protocol();

    /** {@return the name of the port} */
    Optional<String> name();

    /** {@return deprecated and refused by Istio's admission} */
    OptionalInt targetPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default SidecarPortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static SidecarPort empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static SidecarPortBuilder builder() {
        return new SidecarPortBuilder();
    }
}
