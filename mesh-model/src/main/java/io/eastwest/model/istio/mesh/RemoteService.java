package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.TcpKeepalive;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that proxies report to.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:RemoteService. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RemoteServiceBuilder.ImmutableRemoteService.class)
@JsonDeserialize(as = RemoteServiceBuilder.ImmutableRemoteService.class)
public interface RemoteService {
    /** {@return the address as {@code host:port}} */
    Optional<String> address();

    /** {@return how the connection is secured; empty: plain text} */
    Optional<ClientTlsSettings> tlsSettings();

    /** {@return the keepalive probes; empty: none} */
    Optional<TcpKeepalive> tcpKeepalive();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RemoteServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RemoteService empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RemoteServiceBuilder builder() {
        return new RemoteServiceBuilder();
    }
}
