package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Targets of a {@link BackendTlsPolicy} and the check that applies to them. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendTlsPolicySpecBuilder.ImmutableBackendTlsPolicySpec.class)
@JsonDeserialize(as = BackendTlsPolicySpecBuilder.ImmutableBackendTlsPolicySpec.class)
public interface BackendTlsPolicySpec {
    /** {@return services to which the policy applies, 1..16} */
    List<BackendTlsPolicyTarget> targetRefs();

    /** {@return how their certificates are checked} */
    BackendTlsValidation validation();

    /** {@return settings of the implementation, at most 16} */
    Map<String, String> options();

    /** {@return a builder that starts with the content of this value} */
    default BackendTlsPolicySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendTlsPolicySpecBuilder builder() {
        return new BackendTlsPolicySpecBuilder();
    }
}
