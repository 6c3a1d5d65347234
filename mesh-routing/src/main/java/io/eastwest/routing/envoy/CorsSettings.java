package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** CORS policy of a route. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface CorsSettings {
    /** {@return accepted origins} */
    List<ValueMatch> allowOrigins();

    /** {@return methods, as configured} */
    List<String> allowMethods();

    /** {@return headers, as configured} */
    List<String> allowHeaders();

    /** {@return exposed headers} */
    List<String> exposeHeaders();

    /** {@return how long a preflight answer holds} */
    Optional<Duration> maxAge();

    /** {@return whether credentials are allowed} */
    Optional<Boolean> allowCredentials();

    /** {@return whether preflights of other origins are forwarded} */
    @Value.Default
    default boolean forwardNotMatchingPreflights() {
        return true;
    }

    /** {@return a builder that starts from this value} */
    default CorsSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static CorsSettingsBuilder builder() {
        return new CorsSettingsBuilder();
    }
}
