package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Helm values of a control plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioValuesBuilder.ImmutableIstioValues.class)
@JsonDeserialize(as = IstioValuesBuilder.ImmutableIstioValues.class)
public interface IstioValues {
    /** {@return mesh, network and cluster} */
    Optional<GlobalValues> global();

    /** {@return settings of the mesh} */
    Optional<MeshConfig> meshConfig();

    /** {@return control plane} */
    Optional<PilotValues> pilot();

    /** {@return a cluster that another control plane serves} */
    Optional<IstiodRemoteValues> istiodRemote();

    /** {@return definitions and validation} */
    Optional<BaseValues> base();

    /**
     * {@return revision; empty: the default one. The operator sets it and demands that it fits the name of the
     * resource}
     */
    Optional<String> revision();

    /** {@return revision whose validation webhook is the default} */
    Optional<String> defaultRevision();

    /** {@return profile of the charts} */
    Optional<String> profile();

    /** {@return release of Istio whose behaviour is kept} */
    Optional<String> compatibilityVersion();

    /** {@return settings of injection, kept as they stand} */
    Optional<JsonNode> sidecarInjectorWebhook();

    /** {@return settings of telemetry, kept as they stand} */
    Optional<JsonNode> telemetry();

    /** {@return templates for gateways by class, kept as they stand} */
    Optional<JsonNode> gatewayClasses();

    /** {@return experimental settings, kept as they stand} */
    Optional<JsonNode> experimental();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default IstioValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static IstioValues empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static IstioValuesBuilder builder() {
        return new IstioValuesBuilder();
    }
}
