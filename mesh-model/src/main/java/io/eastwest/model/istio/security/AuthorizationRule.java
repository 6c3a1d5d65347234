package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Conditions on caller, operation and attributes; all three have to hold. A rule without any matches every
 * call.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Rule. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AuthorizationRuleBuilder.ImmutableAuthorizationRule.class)
@JsonDeserialize(as = AuthorizationRuleBuilder.ImmutableAuthorizationRule.class)
@SuppressWarnings("immutables:from") // the builder sets the field of that name; toBuilder lists the fields
public interface AuthorizationRule {
    /** {@return the callers of which one has to match; empty: any} */
    List<RuleFrom> from();

    /** {@return the operations of which one has to match; empty: any} */
    List<RuleTo> to();

    /** {@return the conditions that all have to hold; empty: none} */
    List<AuthorizationCondition> when();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AuthorizationRuleBuilder toBuilder() {
        return builder().from(from()).to(to()).when(when());
    }

    /**
     * {@return a rule about the caller alone}
     *
     * @param source the conditions on the caller
     */
    static AuthorizationRule from(RequestSource source) {
        return builder().addFrom(RuleFrom.of(source)).build();
    }

    /**
     * {@return a rule about the operation alone}
     *
     * @param operation the conditions on the operation
     */
    static AuthorizationRule to(RequestOperation operation) {
        return builder().addTo(RuleTo.of(operation)).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AuthorizationRule empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AuthorizationRuleBuilder builder() {
        return new AuthorizationRuleBuilder();
    }
}
