package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** The control plane that another resource belongs to. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ControlPlaneReferenceBuilder.ImmutableControlPlaneReference.class)
@JsonDeserialize(as = ControlPlaneReferenceBuilder.ImmutableControlPlaneReference.class)
public interface ControlPlaneReference {
    /** {@return kind of the resource that stands for it} */
    ControlPlaneKind kind();

    /** {@return name of that resource, 1..253 characters} */
    String name();

    /** {@return a builder that starts with the content of this value} */
    default ControlPlaneReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ControlPlaneReferenceBuilder builder() {
        return new ControlPlaneReferenceBuilder();
    }
}
