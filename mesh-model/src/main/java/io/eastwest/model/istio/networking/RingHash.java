package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A hash ring.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.ConsistentHashLB.RingHash. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RingHashBuilder.ImmutableRingHash.class)
@JsonDeserialize(as = RingHashBuilder.ImmutableRingHash.class)
public interface RingHash {
    /** {@return the least number of ring entries; empty: 1024} */
    OptionalLong minimumRingSize();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RingHashBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RingHash empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RingHashBuilder builder() {
        return new RingHashBuilder();
    }
}
