package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One alternative of the callers of a rule.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Rule.From. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RuleFromBuilder.ImmutableRuleFrom.class)
@JsonDeserialize(as = RuleFromBuilder.ImmutableRuleFrom.class)
public interface RuleFrom {
    /** {@return the conditions on the caller; empty: refused by Istio's admission} */
    Optional<RequestSource> source();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RuleFromBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the alternative}
     *
     * @param source the conditions on the caller
     */
    static RuleFrom of(RequestSource source) {
        return builder().source(source).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RuleFrom empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RuleFromBuilder builder() {
        return new RuleFromBuilder();
    }
}
