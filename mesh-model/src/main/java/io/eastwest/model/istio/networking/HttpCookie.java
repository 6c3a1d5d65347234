package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cookie that carries affinity.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.ConsistentHashLB.HTTPCookie. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpCookieBuilder.ImmutableHttpCookie.class)
@JsonDeserialize(as = HttpCookieBuilder.ImmutableHttpCookie.class)
public interface HttpCookie {
    /** {@return the name of the cookie} */
    String name();

    /** {@return the path of a cookie that the proxy creates; empty: none} */
    Optional<String> path();

    /**
     * {@return the lifetime of a cookie that the proxy creates, 0 for a session cookie; empty: the proxy
     * creates none}
     */
    Optional<Duration> ttl();

    /** {@return further attributes of a cookie that the proxy creates} */
    List<CookieAttribute> attributes();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpCookieBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HttpCookieBuilder builder() {
        return new HttpCookieBuilder();
    }
}
