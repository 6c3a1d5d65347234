package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The load balancer of a site (LTM): one address in front of the routers of clusters. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LocalTrafficManagerBuilder.ImmutableLocalTrafficManager.class)
@JsonDeserialize(as = LocalTrafficManagerBuilder.ImmutableLocalTrafficManager.class)
public interface LocalTrafficManager {
    /** {@return name, by which pools refer to it} */
    String name();

    /** {@return its virtual address; only for people} */
    Optional<String> vip();

    /** {@return region of the site, with {@link GlobalMethod#TOPOLOGY}} */
    Optional<String> region();

    /** {@return what it does with the host of a request; empty: {@link TrafficManagerMode#DIRECT}} */
    Optional<TrafficManagerMode> mode();

    /** {@return how routers are probed; empty: they count as up} */
    Optional<HealthProbe> probe();

    /** {@return routers among which it chooses} */
    List<RouterMember> members();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LocalTrafficManagerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LocalTrafficManagerBuilder builder() {
        return new LocalTrafficManagerBuilder();
    }
}
