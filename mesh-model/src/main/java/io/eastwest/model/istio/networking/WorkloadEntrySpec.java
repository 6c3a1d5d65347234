package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Address and properties of one endpoint: a {@link WorkloadEntry}, an endpoint of a {@link ServiceEntry} or the
 * template of a {@link WorkloadGroup}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_entry.proto:WorkloadEntry. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WorkloadEntrySpecBuilder.ImmutableWorkloadEntrySpec.class)
@JsonDeserialize(as = WorkloadEntrySpecBuilder.ImmutableWorkloadEntrySpec.class)
public interface WorkloadEntrySpec {
    /**
     * {@return the address, a DNS name or a {@code unix://} path; empty: endpoints of the network are reached
     * through its gateway}
     */
    Optional<String> address();

    /**
     * {@return the port numbers of the endpoint by name of the service port, 1..65535; empty: the numbers of
     * the service}
     */
    Map<String, Integer> ports();

    /** {@return the labels of the endpoint} */
    Map<String, String> labels();

    /** {@return the network the endpoint is on; empty: reachable directly} */
    Optional<String> network();

    /** {@return the locality as {@code region/zone/subzone}; empty: unknown} */
    Optional<String> locality();

    /** {@return the weight among endpoints; empty or 0: 1} */
    OptionalInt weight();

    /** {@return the service account of the workload, without namespace; empty: unknown} */
    Optional<String> serviceAccount();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WorkloadEntrySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return an endpoint with an address alone}
     *
     * @param address the address
     */
    static WorkloadEntrySpec address(String address) {
        return builder().address(address).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static WorkloadEntrySpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static WorkloadEntrySpecBuilder builder() {
        return new WorkloadEntrySpecBuilder();
    }
}
