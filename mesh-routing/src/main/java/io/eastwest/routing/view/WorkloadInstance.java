package io.eastwest.routing.view;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A workload behind an address. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface WorkloadInstance {
    /** {@return cluster id} */
    String cluster();

    /** {@return namespace} */
    String namespace();

    /** {@return name} */
    String name();

    /** {@return labels with istiod's augmentation} */
    Map<String, String> labels();

    /** {@return addresses} */
    List<String> addresses();

    /** {@return network; empty: none} */
    String network();

    /** {@return raw locality text} */
    String locality();

    /** {@return SPIFFE URI; empty: none} */
    String serviceAccount();

    /** {@return whether tlsMode is istio} */
    boolean mutualTls();

    /** {@return how it takes tunnels} */
    @Value.Default
    default TunnelProtocol tunnel() {
        return TunnelProtocol.NONE;
    }

    /** {@return whether it has a proxy of its own: a sidecar, or it is a gateway} */
    @Value.Default
    default boolean sidecar() {
        return mutualTls();
    }

    /** {@return whether it is a pod; else a WorkloadEntry} */
    @Value.Default
    default boolean pod() {
        return true;
    }

    /** {@return whether it is a pod that has the addresses of its node, which are then no name of it} */
    @Value.Default
    default boolean hostNetwork() {
        return false;
    }

    /** {@return node; empty text: none} */
    @Value.Default
    default String node() {
        return "";
    }

    /** {@return a builder that starts from this value} */
    default WorkloadInstanceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WorkloadInstanceBuilder builder() {
        return new WorkloadInstanceBuilder();
    }
}
