package io.eastwest.model.openshift;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/** The port of the services behind a {@link Route}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RoutePortBuilder.ImmutableRoutePort.class)
@JsonDeserialize(as = RoutePortBuilder.ImmutableRoutePort.class)
public interface RoutePort {
    /** {@return name of the service port, or number of the target port} */
    IntOrString targetPort();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RoutePortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RoutePortBuilder builder() {
        return new RoutePortBuilder();
    }
}
