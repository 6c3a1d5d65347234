package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attribute of a cookie.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CookieAttributeBuilder.ImmutableCookieAttribute.class)
@JsonDeserialize(as = CookieAttributeBuilder.ImmutableCookieAttribute.class)
public interface CookieAttribute {
    /** {@return the name, such as {@code SameSite}} */
    String name();

    /** {@return the value; empty: the attribute stands alone} */
    Optional<String> value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default CookieAttributeBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static CookieAttributeBuilder builder() {
        return new CookieAttributeBuilder();
    }
}
