package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Services added to the registry of the mesh by hand. Served as {@code v1}, {@code v1beta1} and {@code
 * v1alpha3} with one schema.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntry. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceEntryBuilder.ImmutableServiceEntry.class)
@JsonDeserialize(as = ServiceEntryBuilder.ImmutableServiceEntry.class)
public interface ServiceEntry extends MeshResource {
    /** API group of this kind. */
    String GROUP = "networking.istio.io";

    /** Wire name of this kind. */
    String KIND = "ServiceEntry";

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
    ServiceEntrySpec spec();

    /** {@return what the control plane reported, with the addresses it allocated} */
    Optional<ServiceEntryStatus> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceEntryBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static ServiceEntry of(String namespace, String name, ServiceEntrySpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static ServiceEntryBuilder builder() {
        return new ServiceEntryBuilder();
    }
}
