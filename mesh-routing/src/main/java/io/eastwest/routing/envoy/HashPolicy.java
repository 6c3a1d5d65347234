package io.eastwest.routing.envoy;

import java.time.Duration;
import java.util.List;
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
     * @param attributes further attributes of a cookie that the proxy creates, {@code name} or {@code name=value}, in order
     */
    record OfCookie(String name, Optional<String> path, Optional<Duration> ttl, List<String> attributes)
            implements HashPolicy {
        /**
         * Copies the list.
         *
         * @param name cookie name
         * @param path path of a cookie that the proxy creates
         * @param ttl lifetime of a cookie that the proxy creates
         * @param attributes further attributes of a cookie that the proxy creates
         */
        public OfCookie {
            attributes = List.copyOf(attributes);
        }

        /**
         * A cookie without further attributes.
         *
         * @param name cookie name
         * @param path path of a cookie that the proxy creates
         * @param ttl lifetime of a cookie that the proxy creates; empty: it creates none
         */
        public OfCookie(String name, Optional<String> path, Optional<Duration> ttl) {
            this(name, path, ttl, List.of());
        }
    }

    /** The source address. */
    record OfSourceIp() implements HashPolicy {}

    /**
     * A query parameter.
     *
     * @param name parameter name
     */
    record OfQueryParameter(String name) implements HashPolicy {}
}
