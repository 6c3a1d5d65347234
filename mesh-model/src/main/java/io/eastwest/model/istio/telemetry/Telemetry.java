package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces, metrics and access logs of workloads. Served as {@code v1} and, as stored, {@code v1alpha1} with one
 * schema.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Telemetry. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TelemetryBuilder.ImmutableTelemetry.class)
@JsonDeserialize(as = TelemetryBuilder.ImmutableTelemetry.class)
public interface Telemetry extends MeshResource {
    /** API group of this kind. */
    String GROUP = "telemetry.istio.io";

    /** Wire name of this kind. */
    String KIND = "Telemetry";

    /** The {@code apiVersion} in which the API server stores this kind. */
    String STORAGE_API_VERSION = "telemetry.istio.io/v1alpha1";

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
    default TelemetrySpec spec() {
        return TelemetrySpec.empty();
    }

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TelemetryBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static Telemetry of(String namespace, String name, TelemetrySpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static TelemetryBuilder builder() {
        return new TelemetryBuilder();
    }
}
