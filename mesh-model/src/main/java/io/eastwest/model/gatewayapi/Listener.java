package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One port that a {@link Gateway} or {@link ListenerSet} opens, for one protocol and host name. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ListenerBuilder.ImmutableListener.class)
@JsonDeserialize(as = ListenerBuilder.ImmutableListener.class)
public interface Listener {
    /** {@return name, unique in the object} */
    String name();

    /** {@return host name that is served, perhaps with a leading {@code *.}; empty: all} */
    Optional<String> hostname();

    /** {@return port, 1..65535} */
    int port();

    /** {@return {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}, {@code UDP} or a domain-prefixed protocol} */
    String protocol();

    /** {@return TLS settings; empty: none} */
    Optional<ListenerTls> tls();

    /** {@return routes that may attach; empty: the API server writes those of the same namespace} */
    Optional<AllowedRoutes> allowedRoutes();

    /** {@return a builder that starts with the content of this value} */
    default ListenerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ListenerBuilder builder() {
        return new ListenerBuilder();
    }
}
