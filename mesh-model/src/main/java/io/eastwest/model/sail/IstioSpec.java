package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Version, place and values of a control plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioSpecBuilder.ImmutableIstioSpec.class)
@JsonDeserialize(as = IstioSpecBuilder.ImmutableIstioSpec.class)
public interface IstioSpec {
    /**
     * {@return release such as {@code v1.30.3}, or an alias such as {@code v1.30-latest}; empty: the API server writes
     * v1.30.3}
     */
    Optional<String> version();

    /** {@return how a new version comes in; empty: the API server writes InPlace} */
    Optional<IstioUpdateStrategy> updateStrategy();

    /** {@return named values that {@link #values()} refine; empty: default} */
    Optional<InstallProfile> profile();

    /** {@return namespace of the control plane, immutable; empty: the API server writes {@code istio-system}} */
    Optional<String> namespace();

    /** {@return Helm values} */
    Optional<IstioValues> values();

    /** {@return a builder that starts with the content of this value} */
    default IstioSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static IstioSpec empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static IstioSpecBuilder builder() {
        return new IstioSpecBuilder();
    }
}
