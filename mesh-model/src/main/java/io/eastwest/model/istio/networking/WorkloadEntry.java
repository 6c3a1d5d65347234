package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A workload outside Kubernetes, such as a virtual machine, or an endpoint described by hand. Served as {@code
 * v1}, {@code v1beta1} and {@code v1alpha3} with one schema.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_entry.proto:WorkloadEntry. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WorkloadEntryBuilder.ImmutableWorkloadEntry.class)
@JsonDeserialize(as = WorkloadEntryBuilder.ImmutableWorkloadEntry.class)
public interface WorkloadEntry extends MeshResource {
    /** API group of this kind. */
    String GROUP = "networking.istio.io";

    /** Wire name of this kind. */
    String KIND = "WorkloadEntry";

    /** The {@code apiVersion} in which the API server stores this kind. */
    String STORAGE_API_VERSION = "networking.istio.io/v1";

    /** {@return the API version the document is written in; the storage version unless set} */
    @Override
    @Value.Default
    default String apiVersion() {
        return STORAGE_API_VERSION;
    }

    /** {@return the wire kind, always {@value #KIND}} */
    @Override
    default String kind() {
        return KIND;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what is asked for} */
    WorkloadEntrySpec spec();

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WorkloadEntryBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static WorkloadEntry of(String namespace, String name, WorkloadEntrySpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static WorkloadEntryBuilder builder() {
        return new WorkloadEntryBuilder();
    }
}
