package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A call as the upstream of one cluster sees it. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface UpstreamRequest {
    /** {@return cluster name} */
    String cluster();

    /** {@return method; empty for TCP} */
    Optional<String> method();

    /** {@return authority; empty for TCP} */
    Optional<String> authority();

    /** {@return path with query; empty for TCP} */
    Optional<String> path();

    /** {@return headers without those that Envoy always adds, in order} */
    List<Header> headers();

    /** {@return SNI of a TLS connection that is passed through} */
    Optional<String> serverName();

    /** {@return headers that the route sets on the response of this cluster} */
    List<Header> responseHeaders();

    /** {@return headers that the route removes from the response} */
    List<String> removedResponseHeaders();

    /** {@return hash of the request by which a consistent hash chooses the endpoint; empty: none} */
    OptionalLong hash();

    /** {@return a builder that starts from this value} */
    default UpstreamRequestBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static UpstreamRequestBuilder builder() {
        return new UpstreamRequestBuilder();
    }
}
