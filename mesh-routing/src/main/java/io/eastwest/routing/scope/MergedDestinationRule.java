package io.eastwest.routing.scope;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One entry of istiod's index of DestinationRules after the merge of rules for one host. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MergedDestinationRule {
    /** {@return host as resolved} */
    String host();

    /** {@return namespace} */
    String namespace();

    /** {@return rules merged into it, the first is the base} */
    List<ResourceKey> resources();

    /** {@return export set} */
    List<String> exportTo();

    /** {@return labels of its workload selector; empty: none} */
    Optional<Map<String, String>> workloadSelector();

    /** {@return top-level policy} */
    Optional<TrafficPolicy> trafficPolicy();

    /** {@return where the top-level policy is written; empty: there is none} */
    Optional<Origin> trafficPolicyOrigin();

    /** {@return subsets, the first of a name counts} */
    List<SourcedSubset> subsets();

    /**
     * A subset with its source.
     *
     * @param subset the subset
     * @param origin where it is written
     */
    record SourcedSubset(Subset subset, Origin origin) {}

    /**
     * {@return the subset of this name}
     *
     * @param name name of the subset
     */
    default Optional<SourcedSubset> subset(String name) {
        return subsets().stream()
                .filter(each -> each.subset().name().equals(name))
                .findFirst();
    }

    /** {@return a builder that starts from this value} */
    default MergedDestinationRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MergedDestinationRuleBuilder builder() {
        return new MergedDestinationRuleBuilder();
    }
}
