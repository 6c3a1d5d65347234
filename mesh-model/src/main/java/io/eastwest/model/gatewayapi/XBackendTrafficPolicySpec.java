package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Targets of an {@link XBackendTrafficPolicy} and what applies to them. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = XBackendTrafficPolicySpecBuilder.ImmutableXBackendTrafficPolicySpec.class)
@JsonDeserialize(as = XBackendTrafficPolicySpecBuilder.ImmutableXBackendTrafficPolicySpec.class)
public interface XBackendTrafficPolicySpec {
    /** {@return services to which the policy applies, 1..16} */
    List<LocalObjectReference> targetRefs();

    /** {@return limit on retries} */
    Optional<RetryConstraint> retryConstraint();

    /** {@return keeps sessions on one backend} */
    Optional<SessionPersistence> sessionPersistence();

    /** {@return a builder that starts with the content of this value} */
    default XBackendTrafficPolicySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static XBackendTrafficPolicySpecBuilder builder() {
        return new XBackendTrafficPolicySpecBuilder();
    }
}
