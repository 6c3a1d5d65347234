package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The port of a {@link Server}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:Port. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServerPortBuilder.ImmutableServerPort.class)
@JsonDeserialize(as = ServerPortBuilder.ImmutableServerPort.class)
public interface ServerPort {
    /** {@return the port number, 1..65535, or 0 for a unix socket} */
    int number();

    /**
     * {@return the protocol, one of HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, TCP, TLS and the others Istio
     * knows, in any case}
     */
    String protocol();

    /** {@return the name of the port} */
    String name();

    /** {@return deprecated and refused by Istio's admission} */
    OptionalInt targetPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServerPortBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the port}
     *
     * @param number the port number
     * @param protocol the protocol
     * @param name the name
     */
    static ServerPort of(int number, String protocol, String name) {
        return builder().number(number).protocol(protocol).name(name).build();
    }

    /** {@return an empty builder} */
    static ServerPortBuilder builder() {
        return new ServerPortBuilder();
    }
}
