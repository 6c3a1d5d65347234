package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Kubernetes Service ({@code kind: Service}): a name, ports and the pods behind them. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = KubernetesServiceBuilder.ImmutableKubernetesService.class)
@JsonDeserialize(as = KubernetesServiceBuilder.ImmutableKubernetesService.class)
public interface KubernetesService extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code Service}} */
    @Override
    default String kind() {
        return "Service";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what is published; {@link ServiceSpec#empty()} when the document has no {@code spec}} */
    @Value.Default
    default ServiceSpec spec() {
        return ServiceSpec.empty();
    }

    /** {@return what Kubernetes reported; empty when the document has no {@code status}} */
    Optional<ServiceStatus> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return the addresses of the load balancer, empty when none was reported} */
    default List<LoadBalancerIngress> loadBalancerIngress() {
        return status().flatMap(ServiceStatus::loadBalancer)
                .map(LoadBalancerStatus::ingress)
                .orElse(List.of());
    }

    /** {@return a builder that starts with the content of this object} */
    default KubernetesServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static KubernetesServiceBuilder builder() {
        return new KubernetesServiceBuilder();
    }
}
