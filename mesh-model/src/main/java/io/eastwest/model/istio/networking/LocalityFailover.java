package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The region that takes over for another.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:LocalityLoadBalancerSetting.Failover.
 * Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LocalityFailoverBuilder.ImmutableLocalityFailover.class)
@JsonDeserialize(as = LocalityFailoverBuilder.ImmutableLocalityFailover.class)
@SuppressWarnings("immutables:from") // the builder sets the field of that name; toBuilder lists the fields
public interface LocalityFailover {
    /** {@return the region of the caller} */
    Optional<String> from();

    /** {@return the region that is used when the own one has no healthy endpoint} */
    Optional<String> to();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LocalityFailoverBuilder toBuilder() {
        return builder().from(from()).to(to());
    }

    /**
     * {@return the failover from one region to another}
     *
     * @param from the region of the caller
     * @param to the region that takes over
     */
    static LocalityFailover of(String from, String to) {
        return builder().from(from).to(to).build();
    }

    /** {@return an empty builder} */
    static LocalityFailoverBuilder builder() {
        return new LocalityFailoverBuilder();
    }
}
