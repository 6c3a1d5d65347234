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
 * Routing rules for one or more hosts: which request goes to which destination, and what happens to it on the
 * way. Served as {@code v1}, {@code v1beta1} and {@code v1alpha3} with one schema.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:VirtualService. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = VirtualServiceBuilder.ImmutableVirtualService.class)
@JsonDeserialize(as = VirtualServiceBuilder.ImmutableVirtualService.class)
public interface VirtualService extends MeshResource {
    /** API group of this kind. */
    String GROUP = "networking.istio.io";

    /** Wire name of this kind. */
    String KIND = "VirtualService";

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

    /** {@return what is asked for; an empty specification when the document leaves it out} */
    @Value.Default
    default VirtualServiceSpec spec() {
        return VirtualServiceSpec.empty();
    }

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default VirtualServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static VirtualService of(String namespace, String name, VirtualServiceSpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static VirtualServiceBuilder builder() {
        return new VirtualServiceBuilder();
    }
}
