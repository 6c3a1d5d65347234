package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One address of a load balancer. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LoadBalancerIngressBuilder.ImmutableLoadBalancerIngress.class)
@JsonDeserialize(as = LoadBalancerIngressBuilder.ImmutableLoadBalancerIngress.class)
public interface LoadBalancerIngress {
    /** {@return IP address; empty: the load balancer is known by {@link #hostname()}} */
    Optional<String> ip();

    /** {@return DNS name; empty: the load balancer is known by {@link #ip()}} */
    Optional<String> hostname();

    /**
     * {@return {@code VIP} or {@code Proxy}: whether packets arrive with the address of the load balancer; empty: VIP}
     */
    Optional<String> ipMode();

    /** {@return state of the ports} */
    List<LoadBalancerPort> ports();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default LoadBalancerIngressBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static LoadBalancerIngressBuilder builder() {
        return new LoadBalancerIngressBuilder();
    }
}
