package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The shares that calls from one locality give to others.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LocalityLoadBalancerSetting.Distribute. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LocalityDistributionBuilder.ImmutableLocalityDistribution.class)
@JsonDeserialize(as = LocalityDistributionBuilder.ImmutableLocalityDistribution.class)
@SuppressWarnings("immutables:from") // the builder sets the field of that name; toBuilder lists the fields
public interface LocalityDistribution {
    /** {@return the locality of the caller as {@code region/zone/subzone}, {@code *} for what is left} */
    Optional<String> from();

    /** {@return the percentage by locality of the endpoints, together 100} */
    Map<String, Integer> to();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LocalityDistributionBuilder toBuilder() {
        return builder().from(from()).to(to());
    }

    /**
     * {@return the shares for calls from one locality}
     *
     * @param from the locality of the caller
     * @param to the percentage by locality
     */
    static LocalityDistribution of(String from, Map<String, Integer> to) {
        return builder().from(from).to(to).build();
    }

    /** {@return an empty builder} */
    static LocalityDistributionBuilder builder() {
        return new LocalityDistributionBuilder();
    }
}
