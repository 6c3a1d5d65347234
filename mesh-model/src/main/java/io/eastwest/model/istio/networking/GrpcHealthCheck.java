package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A check by the gRPC health service.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:GrpcHealthCheckConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcHealthCheckBuilder.ImmutableGrpcHealthCheck.class)
@JsonDeserialize(as = GrpcHealthCheckBuilder.ImmutableGrpcHealthCheck.class)
public interface GrpcHealthCheck {
    /** {@return the port, 1..65535} */
    OptionalInt port();

    /** {@return the name of the service that is asked about; empty: the server as a whole} */
    Optional<String> service();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default GrpcHealthCheckBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static GrpcHealthCheck empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static GrpcHealthCheckBuilder builder() {
        return new GrpcHealthCheckBuilder();
    }
}
