package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** The routers of one cluster behind the load balancer of a site. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouterMemberBuilder.ImmutableRouterMember.class)
@JsonDeserialize(as = RouterMemberBuilder.ImmutableRouterMember.class)
public interface RouterMember {
    /** {@return the cluster} */
    String cluster();

    /** {@return name of the application in this cluster, with {@link TrafficManagerMode#REWRITE}} */
    Optional<String> host();

    /** {@return share relative to the other members, 0 or more; empty: 1} */
    OptionalInt ratio();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RouterMemberBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static RouterMemberBuilder builder() {
        return new RouterMemberBuilder();
    }
}
