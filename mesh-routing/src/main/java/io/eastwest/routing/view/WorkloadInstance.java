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

    /** {@return a builder that starts from this value} */
    default WorkloadInstanceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WorkloadInstanceBuilder builder() {
        return new WorkloadInstanceBuilder();
    }
}
