package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A WebAssembly or Lua filter in the proxies of workloads, since Istio 1.30. Served as {@code v1alpha1}.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/traffic_extension.proto:TrafficExtension. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TrafficExtensionBuilder.ImmutableTrafficExtension.class)
@JsonDeserialize(as = TrafficExtensionBuilder.ImmutableTrafficExtension.class)
public interface TrafficExtension extends MeshResource {
    /** API group of this kind. */
    String GROUP = "extensions.istio.io";

    /** Wire name of this kind. */
    String KIND = "TrafficExtension";

    /** The {@code apiVersion} in which the API server stores this kind. */
    String STORAGE_API_VERSION = "extensions.istio.io/v1alpha1";

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
    TrafficExtensionSpec spec();

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TrafficExtensionBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static TrafficExtension of(String namespace, String name, TrafficExtensionSpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static TrafficExtensionBuilder builder() {
        return new TrafficExtensionBuilder();
    }
}
