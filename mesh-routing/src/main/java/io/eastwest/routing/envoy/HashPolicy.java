package io.eastwest.routing.envoy;

import java.time.Duration;
import java.util.Optional;

/** What consistent hashing looks at. */
public sealed interface HashPolicy {
    /**
     * A request header.
     *
     * @param name header name
     */
    record OfHeader(String name) implements HashPolicy {}

    /**
     * A cookie.
     *
     * @param name cookie name
     * @param path path of a cookie that the proxy creates
     * @param ttl lifetime of a cookie that the proxy creates; empty: it creates none
     */
    record OfCookie(String name, Optional<String> path, Optional<Duration> ttl) implements HashPolicy {}

    /** The source address. */
    record OfSourceIp() implements HashPolicy {}

    /**
     * A query parameter.
     *
     * @param name parameter name
     */
    record OfQueryParameter(String name) implements HashPolicy {}
}
