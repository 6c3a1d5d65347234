package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A check by an HTTP request; any status from 200 to 399 is a success.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:HTTPHealthCheckConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpHealthCheckBuilder.ImmutableHttpHealthCheck.class)
@JsonDeserialize(as = HttpHealthCheckBuilder.ImmutableHttpHealthCheck.class)
public interface HttpHealthCheck {
    /** {@return the path that is asked for; empty: {@code /}} */
    Optional<String> path();

    /** {@return the port, 1..65535} */
    int port();

    /** {@return the host; empty: the local one} */
    Optional<String> host();

    /** {@return the scheme, {@code HTTP} or {@code HTTPS}; empty: {@code HTTP}} */
    Optional<String> scheme();

    /** {@return the headers that are sent} */
    List<ProbeHeader> httpHeaders();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpHealthCheckBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HttpHealthCheckBuilder builder() {
        return new HttpHealthCheckBuilder();
    }
}
