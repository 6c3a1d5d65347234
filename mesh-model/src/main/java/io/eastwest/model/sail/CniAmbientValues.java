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
import org.immutables.value.Value;

/** Helm values {@code cni.ambient}: redirection for the ambient data plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CniAmbientValuesBuilder.ImmutableCniAmbientValues.class)
@JsonDeserialize(as = CniAmbientValuesBuilder.ImmutableCniAmbientValues.class)
public interface CniAmbientValues {
    /** {@return whether it is on; empty: no} */
    Optional<Boolean> enabled();

    /** {@return folder of the configuration of the network plugin} */
    Optional<String> configDir();

    /** {@return whether DNS queries are captured; empty: yes} */
    Optional<Boolean> dnsCapture();

    /** {@return whether IPv6 traffic is redirected; empty: yes} */
    Optional<Boolean> ipv6();

    /** {@return whether rules of running pods are brought up to date on start; empty: no} */
    Optional<Boolean> reconcileIptablesOnStartup();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default CniAmbientValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static CniAmbientValuesBuilder builder() {
        return new CniAmbientValuesBuilder();
    }
}
