package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Hosts, ports and endpoints of a {@link ServiceEntry}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntry. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceEntrySpecBuilder.ImmutableServiceEntrySpec.class)
@JsonDeserialize(as = ServiceEntrySpecBuilder.ImmutableServiceEntrySpec.class)
public interface ServiceEntrySpec {
    /** {@return the host names of the services; at least one is required} */
    List<String> hosts();

    /**
     * {@return the addresses, each an address or a CIDR block; empty: addresses may be allocated, see {@link
     * ServiceEntryStatus#addresses()}}
     */
    List<String> addresses();

    /** {@return the ports of the services} */
    List<ServiceEntryPort> ports();

    /** {@return whether the services belong to the mesh; empty: external} */
    Optional<ServiceEntryLocation> location();

    /** {@return how endpoints are found; empty: the address that was called is used} */
    Optional<ServiceEntryResolution> resolution();

    /** {@return the endpoints; excludes {@link #workloadSelector()}} */
    List<WorkloadEntrySpec> endpoints();

    /** {@return the pods and WorkloadEntries of the namespace that are endpoints; excludes {@link #endpoints()}} */
    Optional<WorkloadSelector> workloadSelector();

    /**
     * {@return the namespaces that may see the services: {@code .} for the own, {@code *} for all, {@code ~}
     * for none, or names; empty: the mesh default applies}
     */
    List<String> exportTo();

    /** {@return the names of which the server certificate has to carry one} */
    List<String> subjectAltNames();

    /**
     * {@return the location, where absence is external}
     */
    default ServiceEntryLocation locationOrDefault() {
        return location().orElse(ServiceEntryLocation.MESH_EXTERNAL);
    }

    /**
     * {@return the resolution, where absence is {@code NONE}}
     */
    default ServiceEntryResolution resolutionOrDefault() {
        return resolution().orElse(ServiceEntryResolution.NONE);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceEntrySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ServiceEntrySpecBuilder builder() {
        return new ServiceEntrySpecBuilder();
    }
}
