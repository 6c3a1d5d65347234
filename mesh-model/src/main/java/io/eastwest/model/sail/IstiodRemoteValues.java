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

/**
 * Helm values {@code istiodRemote}: a cluster that another control plane serves. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstiodRemoteValuesBuilder.ImmutableIstiodRemoteValues.class)
@JsonDeserialize(as = IstiodRemoteValuesBuilder.ImmutableIstiodRemoteValues.class)
public interface IstiodRemoteValues {
    /** {@return whether the cluster has no control plane of its own; empty: no} */
    Optional<Boolean> enabled();

    /** {@return whether a local control plane injects sidecars all the same; empty: no} */
    Optional<Boolean> enabledLocalInjectorIstiod();

    /** {@return URL of the injection webhook; empty: a service} */
    Optional<String> injectionURL();

    /** {@return path of the injection webhook; empty: {@code /inject}} */
    Optional<String> injectionPath();

    /** {@return root certificate of the injection webhook, in base64} */
    Optional<String> injectionCABundle();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default IstiodRemoteValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstiodRemoteValuesBuilder builder() {
        return new IstiodRemoteValuesBuilder();
    }
}
