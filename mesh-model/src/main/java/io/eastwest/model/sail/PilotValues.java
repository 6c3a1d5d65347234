package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Helm values {@code pilot}: the control plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PilotValuesBuilder.ImmutablePilotValues.class)
@JsonDeserialize(as = PilotValuesBuilder.ImmutablePilotValues.class)
public interface PilotValues {
    /** {@return environment variables of the control plane; many of them are feature switches} */
    Map<String, String> env();

    /** {@return number of instances without autoscaling; empty: 1} */
    OptionalInt replicaCount();

    /** {@return whether the number of instances follows the load; empty: yes} */
    Optional<Boolean> autoscaleEnabled();

    /** {@return smallest number of instances; empty: 1} */
    OptionalInt autoscaleMin();

    /** {@return largest number of instances; empty: 5} */
    OptionalInt autoscaleMax();

    /** {@return requests and limits, kept as they stand} */
    Optional<JsonNode> resources();

    /** {@return namespace whose ztunnels may ask for certificates of others; empty: that of the control plane} */
    Optional<String> trustedZtunnelNamespace();

    /** {@return removal of node taints} */
    Optional<PilotTaintValues> taint();

    /** {@return redirection of traffic by the CNI plugin} */
    Optional<PilotCniValues> cni();

    /** {@return ConfigMap with revoked certificates; empty: none} */
    Optional<String> crlConfigMapName();

    /** {@return further root certificate for fetching JWT keys, as PEM} */
    Optional<String> jwksResolverExtraRootCA();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PilotValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PilotValuesBuilder builder() {
        return new PilotValuesBuilder();
    }
}
