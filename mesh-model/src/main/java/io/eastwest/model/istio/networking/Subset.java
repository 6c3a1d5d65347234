package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named group of endpoints of a service.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:Subset. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SubsetBuilder.ImmutableSubset.class)
@JsonDeserialize(as = SubsetBuilder.ImmutableSubset.class)
public interface Subset {
    /** {@return the name by which routes refer to it} */
    String name();

    /** {@return the labels that an endpoint has to carry; empty: all endpoints} */
    Map<String, String> labels();

    /** {@return the policy that is laid over the one of the rule, member by member; empty: that of the rule} */
    Optional<TrafficPolicy> trafficPolicy();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default SubsetBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a subset chosen by one label}
     *
     * @param name the name of the subset
     * @param label the label key
     * @param value the label value
     */
    static Subset of(String name, String label, String value) {
        return builder().name(name).putLabel(label, value).build();
    }

    /** {@return an empty builder} */
    static SubsetBuilder builder() {
        return new SubsetBuilder();
    }
}
