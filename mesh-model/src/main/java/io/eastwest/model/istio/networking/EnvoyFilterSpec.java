package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Scope and patches of an {@link EnvoyFilter}. {@link #workloadSelector()} and {@link #targetRefs()} exclude
 * each other.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyFilterSpecBuilder.ImmutableEnvoyFilterSpec.class)
@JsonDeserialize(as = EnvoyFilterSpecBuilder.ImmutableEnvoyFilterSpec.class)
public interface EnvoyFilterSpec {
    /** {@return the workloads of the namespace; empty: all; in the root namespace: the whole mesh} */
    Optional<WorkloadSelector> workloadSelector();

    /** {@return the Gateway API resources whose proxies are patched} */
    List<PolicyTargetReference> targetRefs();

    /** {@return the patches in order} */
    List<EnvoyConfigPatch> configPatches();

    /** {@return the order among resources of a namespace, lower first; empty: 0} */
    OptionalInt priority();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyFilterSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyFilterSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyFilterSpecBuilder builder() {
        return new EnvoyFilterSpecBuilder();
    }
}
