package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One alternative of the operations of a rule.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Rule.To. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RuleToBuilder.ImmutableRuleTo.class)
@JsonDeserialize(as = RuleToBuilder.ImmutableRuleTo.class)
public interface RuleTo {
    /** {@return the conditions on the operation; empty: refused by Istio's admission} */
    Optional<RequestOperation> operation();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RuleToBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the alternative}
     *
     * @param operation the conditions on the operation
     */
    static RuleTo of(RequestOperation operation) {
        return builder().operation(operation).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RuleTo empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RuleToBuilder builder() {
        return new RuleToBuilder();
    }
}
