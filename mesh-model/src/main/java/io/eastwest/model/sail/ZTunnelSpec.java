package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Version, place and values of the node proxy of the ambient data plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ZTunnelSpecBuilder.ImmutableZTunnelSpec.class)
@JsonDeserialize(as = ZTunnelSpecBuilder.ImmutableZTunnelSpec.class)
public interface ZTunnelSpec {
    /** {@return release or alias; empty: the API server writes v1.30.3} */
    Optional<String> version();

    /** {@return only before v1: named values that {@link #values()} refine; empty: the API server writes ambient} */
    Optional<InstallProfile> profile();

    /** {@return namespace of the proxy; empty: the API server writes {@code ztunnel}} */
    Optional<String> namespace();

    /** {@return only in v1: control plane that the proxy belongs to} */
    Optional<ControlPlaneReference> targetRef();

    /** {@return Helm values} */
    Optional<ZTunnelValues> values();

    /** {@return a builder that starts with the content of this value} */
    default ZTunnelSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static ZTunnelSpec empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static ZTunnelSpecBuilder builder() {
        return new ZTunnelSpecBuilder();
    }
}
