package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Host, subsets and policies of a {@link DestinationRule}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:DestinationRule. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DestinationRuleSpecBuilder.ImmutableDestinationRuleSpec.class)
@JsonDeserialize(as = DestinationRuleSpecBuilder.ImmutableDestinationRuleSpec.class)
public interface DestinationRuleSpec {
    /**
     * {@return the service or wildcard the policies apply to; a short name is completed with the namespace of
     * the resource}
     */
    String host();

    /** {@return the policy for all subsets and ports; empty: mesh defaults} */
    Optional<TrafficPolicy> trafficPolicy();

    /** {@return the named groups of endpoints} */
    List<Subset> subsets();

    /**
     * {@return the namespaces that may see the resource: {@code .} for its own, {@code *} for all, or names;
     * empty: the mesh default applies}
     */
    List<String> exportTo();

    /** {@return the callers in the own namespace that use the rule; empty: all callers that see it} */
    Optional<PolicyWorkloadSelector> workloadSelector();

    /**
     * {@return the first subset with this name}
     *
     * @param name the name of the subset
     */
    default Optional<Subset> subset(String name) {
        return subsets().stream().filter(subset -> subset.name().equals(name)).findFirst();
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default DestinationRuleSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a specification with subsets and no policy}
     *
     * @param host the service
     * @param subsets the subsets
     */
    static DestinationRuleSpec host(String host, Subset... subsets) {
        return builder().host(host).addSubsets(subsets).build();
    }

    /** {@return an empty builder} */
    static DestinationRuleSpecBuilder builder() {
        return new DestinationRuleSpecBuilder();
    }
}
