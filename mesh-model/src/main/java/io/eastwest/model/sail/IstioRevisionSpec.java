package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Version, place and values of one revision of a control plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioRevisionSpecBuilder.ImmutableIstioRevisionSpec.class)
@JsonDeserialize(as = IstioRevisionSpecBuilder.ImmutableIstioRevisionSpec.class)
public interface IstioRevisionSpec {
    /** {@return release such as {@code v1.30.3}; no alias} */
    String version();

    /** {@return namespace of the control plane, immutable} */
    String namespace();

    /** {@return Helm values; {@code global.istioNamespace} must equal the namespace} */
    Optional<IstioValues> values();

    /** {@return a builder that starts with the content of this value} */
    default IstioRevisionSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioRevisionSpecBuilder builder() {
        return new IstioRevisionSpecBuilder();
    }
}
