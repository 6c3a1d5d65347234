package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** What an {@link IstioRevisionTag} stands for. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioRevisionTagSpecBuilder.ImmutableIstioRevisionTagSpec.class)
@JsonDeserialize(as = IstioRevisionTagSpecBuilder.ImmutableIstioRevisionTagSpec.class)
public interface IstioRevisionTagSpec {
    /** {@return control plane or revision to which the name of the tag leads} */
    ControlPlaneReference targetRef();

    /** {@return a builder that starts with the content of this value} */
    default IstioRevisionTagSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioRevisionTagSpecBuilder builder() {
        return new IstioRevisionTagSpecBuilder();
    }
}
