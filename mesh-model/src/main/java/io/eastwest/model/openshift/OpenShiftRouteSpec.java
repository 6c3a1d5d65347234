package io.eastwest.model.openshift;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Host, services and TLS of a {@link Route}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = OpenShiftRouteSpecBuilder.ImmutableOpenShiftRouteSpec.class)
@JsonDeserialize(as = OpenShiftRouteSpecBuilder.ImmutableOpenShiftRouteSpec.class)
public interface OpenShiftRouteSpec {
    /** {@return host name; empty: made by OpenShift} */
    Optional<String> host();

    /** {@return host name below the domain of the router; only without {@link #host()}} */
    Optional<String> subdomain();

    /** {@return path prefix; empty: all paths} */
    Optional<String> path();

    /** {@return the service} */
    RouteTarget to();

    /** {@return further services, at most 3} */
    List<RouteTarget> alternateBackends();

    /** {@return port of the services; empty: their first one} */
    Optional<RoutePort> port();

    /** {@return TLS settings; empty: plain HTTP} */
    Optional<RouteTls> tls();

    /** {@return whether all names of the domain are taken; empty: no} */
    Optional<WildcardPolicy> wildcardPolicy();

    /** {@return changes of headers, kept as they stand} */
    Optional<JsonNode> httpHeaders();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default OpenShiftRouteSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static OpenShiftRouteSpecBuilder builder() {
        return new OpenShiftRouteSpecBuilder();
    }
}
