package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * A condition on an attribute of a call.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Condition. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AuthorizationConditionBuilder.ImmutableAuthorizationCondition.class)
@JsonDeserialize(as = AuthorizationConditionBuilder.ImmutableAuthorizationCondition.class)
public interface AuthorizationCondition {
    /** {@return the attribute, such as {@code request.headers[x-version]} or {@code source.ip}} */
    String key();

    /** {@return the values of which one has to match} */
    List<String> values();

    /** {@return the values of which none may match} */
    List<String> notValues();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AuthorizationConditionBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a condition that one of the values matches}
     *
     * @param key the attribute
     * @param values the accepted values
     */
    static AuthorizationCondition of(String key, String... values) {
        return builder().key(key).addValues(values).build();
    }

    /** {@return an empty builder} */
    static AuthorizationConditionBuilder builder() {
        return new AuthorizationConditionBuilder();
    }
}
