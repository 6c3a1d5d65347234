package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A site that global DNS may answer with. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GlobalPoolMemberBuilder.ImmutableGlobalPoolMember.class)
@JsonDeserialize(as = GlobalPoolMemberBuilder.ImmutableGlobalPoolMember.class)
public interface GlobalPoolMember {
    /** {@return name of its load balancer, {@link LocalTrafficManager#name()}} */
    String ltm();

    /** {@return share relative to the other sites, with {@link GlobalMethod#RATIO}; 0 or more; empty: 1} */
    OptionalInt ratio();

    /** {@return order with {@link GlobalMethod#ACTIVE_STANDBY}, the lowest first; empty: 0} */
    OptionalInt priority();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default GlobalPoolMemberBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static GlobalPoolMemberBuilder builder() {
        return new GlobalPoolMemberBuilder();
    }
}
