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
 * Patches of the Envoy configuration that Istio generates. The envelope is typed, the patch is kept as it was
 * read. Served as {@code v1alpha3}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyFilterBuilder.ImmutableEnvoyFilter.class)
@JsonDeserialize(as = EnvoyFilterBuilder.ImmutableEnvoyFilter.class)
public interface EnvoyFilter extends MeshResource {
    /** API group of this kind. */
    String GROUP = "networking.istio.io";

    /** Wire name of this kind. */
    String KIND = "EnvoyFilter";

    /** The {@code apiVersion} in which the API server stores this kind. */
    String STORAGE_API_VERSION = "networking.istio.io/v1alpha3";

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
    default EnvoyFilterSpec spec() {
        return EnvoyFilterSpec.empty();
    }

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyFilterBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static EnvoyFilter of(String namespace, String name, EnvoyFilterSpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static EnvoyFilterBuilder builder() {
        return new EnvoyFilterBuilder();
    }
}
