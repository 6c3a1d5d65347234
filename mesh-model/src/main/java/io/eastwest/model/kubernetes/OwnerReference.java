package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** An object that another one goes away with. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = OwnerReferenceBuilder.ImmutableOwnerReference.class)
@JsonDeserialize(as = OwnerReferenceBuilder.ImmutableOwnerReference.class)
public interface OwnerReference {
    /** {@return group and version of the owner} */
    String apiVersion();

    /** {@return kind of the owner} */
    String kind();

    /** {@return name of the owner} */
    String name();

    /** {@return identity of the owner} */
    String uid();

    /** {@return whether the owner manages this object} */
    Optional<Boolean> controller();

    /** {@return whether the owner has to wait for this object when it goes} */
    Optional<Boolean> blockOwnerDeletion();

    /** {@return a builder that starts with these values} */
    default OwnerReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static OwnerReferenceBuilder builder() {
        return new OwnerReferenceBuilder();
    }
}
