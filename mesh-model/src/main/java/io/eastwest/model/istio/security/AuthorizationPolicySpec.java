package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Scope, rules and action of an {@link AuthorizationPolicy}. Without rules an allowing policy lets nothing in.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:AuthorizationPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AuthorizationPolicySpecBuilder.ImmutableAuthorizationPolicySpec.class)
@JsonDeserialize(as = AuthorizationPolicySpecBuilder.ImmutableAuthorizationPolicySpec.class)
public interface AuthorizationPolicySpec extends PolicyTarget {
    /** {@return the rules of which one has to match for the action to be taken; empty: none matches} */
    List<AuthorizationRule> rules();

    /** {@return what happens to a call that matches; empty: {@code ALLOW}} */
    Optional<AuthorizationAction> action();

    /** {@return the external authoriser, for {@code CUSTOM} alone} */
    Optional<AuthorizationProvider> provider();

    /**
     * {@return the action, where absence is {@code ALLOW}}
     */
    default AuthorizationAction actionOrDefault() {
        return action().orElse(AuthorizationAction.ALLOW);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AuthorizationPolicySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a policy for the whole namespace}
     *
     * @param action the action
     * @param rules the rules
     */
    static AuthorizationPolicySpec of(AuthorizationAction action, AuthorizationRule... rules) {
        return builder().action(action).addRules(rules).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AuthorizationPolicySpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AuthorizationPolicySpecBuilder builder() {
        return new AuthorizationPolicySpecBuilder();
    }
}
