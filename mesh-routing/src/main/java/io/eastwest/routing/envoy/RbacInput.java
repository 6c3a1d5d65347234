package io.eastwest.routing.envoy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What an access decision may look at. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface RbacInput {
    /** {@return peer identity without {@code spiffe://}; empty on plaintext} */
    Optional<String> principal();

    /** {@return IP address of the direct peer} */
    String sourceAddress();

    /** {@return IP address of the original client after x-forwarded-for} */
    String remoteAddress();

    /** {@return local IP address} */
    String destinationAddress();

    /** {@return local port} */
    int destinationPort();

    /** {@return SNI} */
    Optional<String> serverName();

    /** {@return the request; empty on TCP} */
    Optional<Http> http();

    /**
     * The HTTP part.
     *
     * @param method method
     * @param authority authority as sent
     * @param path path after normalisation, with query
     * @param headers headers in order
     * @param claims claims of the verified token; empty: no request principal
     */
    record Http(
            String method, String authority, String path, List<Header> headers, Optional<Map<String, Object>> claims) {
        /**
         * Copies the list.
         *
         * @param method method
         * @param authority authority as sent
         * @param path path after normalisation, with query
         * @param headers headers in order
         * @param claims claims of the verified token; empty: no request principal
         */
        public Http {
            headers = List.copyOf(headers);
        }
    }

    /** {@return a builder that starts from this value} */
    default RbacInputBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static RbacInputBuilder builder() {
        return new RbacInputBuilder();
    }
}
