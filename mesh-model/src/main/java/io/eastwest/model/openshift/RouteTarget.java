package io.eastwest.model.openshift;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A service behind a {@link Route}, with its share. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteTargetBuilder.ImmutableRouteTarget.class)
@JsonDeserialize(as = RouteTargetBuilder.ImmutableRouteTarget.class)
public interface RouteTarget {
    /** {@return {@code Service}} */
    String kind();

    /** {@return name of the service} */
    String name();

    /** {@return share relative to the other services, 0..256; empty: OpenShift uses 100} */
    OptionalInt weight();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RouteTargetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RouteTargetBuilder builder() {
        return new RouteTargetBuilder();
    }
}
