package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * A check by a command.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:ExecHealthCheckConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ExecHealthCheckBuilder.ImmutableExecHealthCheck.class)
@JsonDeserialize(as = ExecHealthCheckBuilder.ImmutableExecHealthCheck.class)
public interface ExecHealthCheck {
    /** {@return the command and its arguments, without a shell} */
    List<String> command();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ExecHealthCheckBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ExecHealthCheckBuilder builder() {
        return new ExecHealthCheckBuilder();
    }
}
