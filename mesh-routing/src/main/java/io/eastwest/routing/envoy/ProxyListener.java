package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One Envoy listener. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ProxyListener {
    /** {@return name as istiod gives it, for example {@code 0.0.0.0_8080}} */
    String name();

    /** {@return address it binds, {@code 0.0.0.0} for the wildcard} */
    String address();

    /** {@return port it binds} */
    int port();

    /** {@return filter chains in order} */
    List<FilterChain> filterChains();

    /** {@return chain for connections that no other chain takes} */
    Optional<FilterChain> defaultFilterChain();

    /** {@return whether TLS and ALPN are inspected before the chain is chosen} */
    @Value.Default
    default boolean detectsTls() {
        return true;
    }

    /** {@return destination ports for which the opposite of {@link #detectsTls()} holds} */
    List<Integer> tlsDetectionExceptions();

    /**
     * Whether TLS is inspected on connections to a port.
     *
     * @param destinationPort port that was dialled
     * @return whether TLS and ALPN are found out; else TLS passes as plain bytes
     */
    default boolean detectsTls(int destinationPort) {
        return detectsTls() != tlsDetectionExceptions().contains(destinationPort);
    }

    /** {@return whether plaintext HTTP/1.1 and h2c are detected before the chain is chosen} */
    @Value.Default
    default boolean detectsHttp() {
        return true;
    }

    /** {@return a builder that starts from this value} */
    default ProxyListenerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ProxyListenerBuilder builder() {
        return new ProxyListenerBuilder();
    }
}
