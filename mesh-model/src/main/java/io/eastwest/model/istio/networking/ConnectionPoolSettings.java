package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits on connections and requests to a service.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:ConnectionPoolSettings. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ConnectionPoolSettingsBuilder.ImmutableConnectionPoolSettings.class)
@JsonDeserialize(as = ConnectionPoolSettingsBuilder.ImmutableConnectionPoolSettings.class)
public interface ConnectionPoolSettings {
    /** {@return the limits on connections; empty: defaults} */
    Optional<TcpConnectionPool> tcp();

    /** {@return the limits on HTTP; empty: defaults} */
    Optional<HttpConnectionPool> http();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ConnectionPoolSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ConnectionPoolSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ConnectionPoolSettingsBuilder builder() {
        return new ConnectionPoolSettingsBuilder();
    }
}
