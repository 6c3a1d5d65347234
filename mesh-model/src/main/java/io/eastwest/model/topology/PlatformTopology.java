package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** The way into the clusters that does without a mesh: global DNS, one load balancer per site, the routers of clusters. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PlatformTopologyBuilder.ImmutablePlatformTopology.class)
@JsonDeserialize(as = PlatformTopologyBuilder.ImmutablePlatformTopology.class)
public interface PlatformTopology {
    /** {@return names that global DNS answers, one entry each} */
    List<GlobalLoadBalancer> gslb();

    /** {@return load balancers of sites} */
    List<LocalTrafficManager> ltm();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PlatformTopologyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static PlatformTopologyBuilder builder() {
        return new PlatformTopologyBuilder();
    }
}
