package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** The object to which a policy applies, in the namespace of the policy. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendTlsPolicyTargetBuilder.ImmutableBackendTlsPolicyTarget.class)
@JsonDeserialize(as = BackendTlsPolicyTargetBuilder.ImmutableBackendTlsPolicyTarget.class)
public interface BackendTlsPolicyTarget {
    /** {@return API group; empty text for the core group} */
    String group();

    /** {@return kind} */
    String kind();

    /** {@return name of the object} */
    String name();

    /** {@return part of the object, for example the name of a service port; empty: all of it} */
    Optional<String> sectionName();

    /** {@return a builder that starts with the content of this value} */
    default BackendTlsPolicyTargetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendTlsPolicyTargetBuilder builder() {
        return new BackendTlsPolicyTargetBuilder();
    }
}
