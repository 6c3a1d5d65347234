package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A Maglev table.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.ConsistentHashLB.MagLev. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MaglevBuilder.ImmutableMaglev.class)
@JsonDeserialize(as = MaglevBuilder.ImmutableMaglev.class)
public interface Maglev {
    /** {@return the number of entries, a prime below 5000011; empty: 65537} */
    OptionalLong tableSize();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MaglevBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static Maglev empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MaglevBuilder builder() {
        return new MaglevBuilder();
    }
}
