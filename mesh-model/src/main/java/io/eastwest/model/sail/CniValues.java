package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Helm values {@code cni}: the CNI plugin. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CniValuesBuilder.ImmutableCniValues.class)
@JsonDeserialize(as = CniValuesBuilder.ImmutableCniValues.class)
public interface CniValues {
    /** {@return folder of CNI plugins on the nodes} */
    Optional<String> cniBinDir();

    /** {@return folder of CNI configurations on the nodes} */
    Optional<String> cniConfDir();

    /** {@return file in it that is changed; empty: the first one} */
    Optional<String> cniConfFileName();

    /** {@return whether the plugin joins the configuration of another; empty: yes} */
    Optional<Boolean> chained();

    /** {@return {@code default} or {@code multus}; empty: default} */
    Optional<String> provider();

    /** {@return redirection for the ambient data plane} */
    Optional<CniAmbientValues> ambient();

    /** {@return namespaces whose pods are left alone} */
    List<String> excludeNamespaces();

    /** {@return repair of pods that started before the plugin, kept as it stands} */
    Optional<JsonNode> repair();

    /** {@return requests and limits, kept as they stand} */
    Optional<JsonNode> resources();

    /** {@return cluster role for pod security policies} */
    @JsonProperty("psp_cluster_role")
    Optional<String> podSecurityPolicyClusterRole();

    /** {@return resource quota of the namespace, kept as it stands} */
    @JsonProperty("resource_quotas")
    Optional<JsonNode> resourceQuotas();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default CniValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static CniValuesBuilder builder() {
        return new CniValuesBuilder();
    }
}
