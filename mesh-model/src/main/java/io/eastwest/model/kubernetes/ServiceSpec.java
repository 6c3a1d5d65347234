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
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a {@link KubernetesService} publishes, and how. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceSpecBuilder.ImmutableServiceSpec.class)
@JsonDeserialize(as = ServiceSpecBuilder.ImmutableServiceSpec.class)
public interface ServiceSpec {
    /** {@return how the service is published; empty: Kubernetes uses ClusterIP} */
    Optional<ServiceType> type();

    /** {@return virtual address; {@code None} makes the service headless; empty: assigned by Kubernetes} */
    Optional<String> clusterIP();

    /** {@return virtual addresses of both families; the first equals {@link #clusterIP()}} */
    List<String> clusterIPs();

    /** {@return {@code IPv4} and {@code IPv6} in order of preference; empty: decided by Kubernetes} */
    List<String> ipFamilies();

    /** {@return {@code SingleStack}, {@code PreferDualStack} or {@code RequireDualStack}; empty: SingleStack} */
    Optional<String> ipFamilyPolicy();

    /** {@return DNS name behind a service of type ExternalName} */
    Optional<String> externalName();

    /** {@return further addresses, routed to the nodes of the cluster by other means} */
    List<String> externalIPs();

    /** {@return labels that a pod needs to be an endpoint; empty: endpoints are maintained by somebody else} */
    Map<String, String> selector();

    /** {@return ports in document order} */
    List<ServicePort> ports();

    /** {@return whether pods that are not ready are endpoints too; empty: no} */
    Optional<Boolean> publishNotReadyAddresses();

    /** {@return which endpoints callers inside the cluster may reach; empty: Cluster} */
    Optional<InternalTrafficPolicy> internalTrafficPolicy();

    /** {@return {@code Cluster} or {@code Local}, for callers outside the cluster; empty: Cluster} */
    Optional<String> externalTrafficPolicy();

    /**
     * {@return preference for near endpoints: {@code PreferClose}, {@code PreferSameZone} or {@code PreferSameNode};
     * empty: none}
     */
    Optional<String> trafficDistribution();

    /** {@return {@code ClientIP} or {@code None}; empty: None} */
    Optional<String> sessionAffinity();

    /** {@return address that was asked of the load balancer} */
    Optional<String> loadBalancerIP();

    /** {@return implementation that provides the load balancer; empty: the default of the cluster} */
    Optional<String> loadBalancerClass();

    /** {@return CIDR blocks that may reach the load balancer; empty: all} */
    List<String> loadBalancerSourceRanges();

    /** {@return whether a load balancer service also gets node ports; empty: yes} */
    Optional<Boolean> allocateLoadBalancerNodePorts();

    /** {@return node port of the health check when external traffic stays on the node} */
    OptionalInt healthCheckNodePort();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return whether callers resolve the name to the addresses of the pods instead of a virtual address} */
    default boolean isHeadless() {
        return clusterIP().filter("None"::equals).isPresent();
    }

    /** {@return a builder that starts with the content of this value} */
    default ServiceSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static ServiceSpec empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static ServiceSpecBuilder builder() {
        return new ServiceSpecBuilder();
    }
}
