package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/** One virtual host. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface VirtualHost {
    /** {@return name as istiod gives it, {@code <host>:<port>} or {@code allow_any}, {@code block_all}} */
    String name();

    /** {@return domains: exact, {@code *.suffix}, {@code *}} */
    List<String> domains();

    /** {@return whether plaintext requests are redirected to https} */
    @Value.Default
    default boolean requiresTls() {
        return false;
    }

    /** {@return routes in order; the first match wins} */
    List<ProxyRoute> routes();

    /** {@return the resources it comes from} */
    List<Origin> origins();

    /** {@return a builder that starts from this value} */
    default VirtualHostBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static VirtualHostBuilder builder() {
        return new VirtualHostBuilder();
    }
}
