package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How the readiness of a workload is checked. At most one of the four methods may be set.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:ReadinessProbe. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ReadinessProbeBuilder.ImmutableReadinessProbe.class)
@JsonDeserialize(as = ReadinessProbeBuilder.ImmutableReadinessProbe.class)
public interface ReadinessProbe {
    /** {@return the seconds before the first check; empty: 0} */
    OptionalInt initialDelaySeconds();

    /** {@return the seconds until a check fails; empty or 0: 1} */
    OptionalInt timeoutSeconds();

    /** {@return the seconds between checks; empty or 0: 10} */
    OptionalInt periodSeconds();

    /** {@return the successes in a row after which the workload is ready; empty or 0: 1} */
    OptionalInt successThreshold();

    /** {@return the failures in a row after which it is not; empty or 0: 3} */
    OptionalInt failureThreshold();

    /** {@return the check by an HTTP request} */
    Optional<HttpHealthCheck> httpGet();

    /** {@return the check by opening a connection} */
    Optional<TcpHealthCheck> tcpSocket();

    /** {@return the check by a command} */
    Optional<ExecHealthCheck> exec();

    /** {@return the check by the gRPC health service; refused by Istio's admission} */
    Optional<GrpcHealthCheck> grpc();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ReadinessProbeBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ReadinessProbe empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ReadinessProbeBuilder builder() {
        return new ReadinessProbeBuilder();
    }
}
