package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS settings of a {@link Listener}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ListenerTlsBuilder.ImmutableListenerTls.class)
@JsonDeserialize(as = ListenerTlsBuilder.ImmutableListenerTls.class)
public interface ListenerTls {
    /** {@return what the listener does with TLS; empty: the API server writes Terminate} */
    Optional<ListenerTlsMode> mode();

    /** {@return server certificates, at most 64} */
    List<SecretObjectReference> certificateRefs();

    /** {@return settings of the implementation, at most 16} */
    Map<String, String> options();

    /** {@return a builder that starts with the content of this value} */
    default ListenerTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ListenerTlsBuilder builder() {
        return new ListenerTlsBuilder();
    }
}
