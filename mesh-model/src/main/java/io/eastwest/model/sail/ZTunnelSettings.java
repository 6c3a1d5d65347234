package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Helm values {@code ztunnel}: the node proxy of the ambient data plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ZTunnelSettingsBuilder.ImmutableZTunnelSettings.class)
@JsonDeserialize(as = ZTunnelSettingsBuilder.ImmutableZTunnelSettings.class)
public interface ZTunnelSettings {
    /** {@return network of the cluster; empty: the one flat network} */
    Optional<String> network();

    /** {@return how much is logged; empty: the API server writes info} */
    Optional<ZTunnelLogLevel> logLevel();

    /** {@return place of the cluster in the mesh} */
    Optional<MultiClusterValues> multiCluster();

    /** {@return environment variables} */
    Map<String, String> env();

    /** {@return address of the certificate authority; empty: the control plane} */
    Optional<String> caAddress();

    /** {@return address of the control plane; empty: that of this cluster} */
    Optional<String> xdsAddress();

    /** {@return namespace of the control plane; empty: {@code istio-system}} */
    Optional<String> istioNamespace();

    /** {@return revision of the control plane} */
    Optional<String> revision();

    /** {@return name of what is installed; empty: {@code ztunnel}} */
    Optional<String> resourceName();

    /** {@return seconds that connections get to end; empty: the API server writes 30} */
    OptionalInt terminationGracePeriodSeconds();

    /** {@return annotations of all that is installed} */
    @JsonProperty("Annotations")
    Map<String, String> annotations();

    /** {@return labels of all that is installed} */
    @JsonProperty("Labels")
    Map<String, String> labels();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ZTunnelSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ZTunnelSettingsBuilder builder() {
        return new ZTunnelSettingsBuilder();
    }
}
