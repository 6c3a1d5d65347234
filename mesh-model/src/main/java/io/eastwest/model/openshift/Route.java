package io.eastwest.model.openshift;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An OpenShift route: a host name at the routers of a cluster and the services behind it. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteBuilder.ImmutableRoute.class)
@JsonDeserialize(as = RouteBuilder.ImmutableRoute.class)
public interface Route extends MeshResource {
    /** {@return the API version that the document states; {@code route.openshift.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "route.openshift.io/v1";
    }

    /** {@return {@code Route}} */
    @Override
    default String kind() {
        return "Route";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return host, services and TLS} */
    OpenShiftRouteSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default RouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RouteBuilder builder() {
        return new RouteBuilder();
    }
}
