package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One port of an {@link IstioGateway}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:Server. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServerBuilder.ImmutableServer.class)
@JsonDeserialize(as = ServerBuilder.ImmutableServer.class)
public interface Server {
    /** {@return the port that is opened} */
    ServerPort port();

    /** {@return the address or {@code unix://} path that is listened on; empty: all addresses} */
    Optional<String> bind();

    /**
     * {@return the hosts that are exposed, as {@code host} or {@code namespace/host}, where the namespace names
     * the VirtualServices that may bind}
     */
    List<String> hosts();

    /**
     * {@return how connections are secured; empty: plain text; present without a mode: passed through by server
     * name}
     */
    Optional<ServerTlsSettings> tls();

    /** {@return the loopback endpoint that traffic goes to; not used by gateways} */
    Optional<String> defaultEndpoint();

    /** {@return the name of the server; empty: none} */
    Optional<String> name();

    /**
     * {@return whether TLS connections are passed through by server name}
     */
    default boolean isPassthrough() {
        return tls().map(ServerTlsSettings::modeOrDefault)
                .filter(ServerTlsMode::isPassthrough)
                .isPresent();
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServerBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a port for plain text}
     *
     * @param port the port
     * @param hosts the hosts that are exposed
     */
    static Server of(ServerPort port, String... hosts) {
        return builder().port(port).addHosts(hosts).build();
    }

    /**
     * {@return a port whose connections are secured}
     *
     * @param port the port
     * @param tls how they are secured
     * @param hosts the hosts that are exposed
     */
    static Server of(ServerPort port, ServerTlsSettings tls, String... hosts) {
        return builder().port(port).addHosts(hosts).tls(tls).build();
    }

    /** {@return an empty builder} */
    static ServerBuilder builder() {
        return new ServerBuilder();
    }
}
