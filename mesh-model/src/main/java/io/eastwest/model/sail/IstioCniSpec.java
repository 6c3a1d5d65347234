package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Version, place and values of the CNI plugin. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioCniSpecBuilder.ImmutableIstioCniSpec.class)
@JsonDeserialize(as = IstioCniSpecBuilder.ImmutableIstioCniSpec.class)
public interface IstioCniSpec {
    /** {@return release or alias; empty: the API server writes v1.30.3} */
    Optional<String> version();

    /** {@return named values that {@link #values()} refine; empty: default} */
    Optional<InstallProfile> profile();

    /** {@return namespace of the plugin, immutable; empty: the API server writes {@code istio-cni}} */
    Optional<String> namespace();

    /** {@return Helm values} */
    Optional<IstioCniValues> values();

    /** {@return a builder that starts with the content of this value} */
    default IstioCniSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static IstioCniSpec empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static IstioCniSpecBuilder builder() {
        return new IstioCniSpecBuilder();
    }
}
