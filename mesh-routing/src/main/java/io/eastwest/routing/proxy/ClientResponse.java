package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the client gets from the proxy itself. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ClientResponse {
    /** {@return headers that the proxy adds} */
    List<Header> headers();

    /** {@return location of a redirect} */
    Optional<String> location();

    /** {@return body of an answer of the proxy} */
    Optional<String> body();

    /** {@return a builder that starts from this value} */
    default ClientResponseBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ClientResponseBuilder builder() {
        return new ClientResponseBuilder();
    }
}
