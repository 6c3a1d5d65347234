package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A weighted backend of an {@link HttpRouteRule}, with filters of its own. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpBackendReferenceBuilder.ImmutableHttpBackendReference.class)
@JsonDeserialize(as = HttpBackendReferenceBuilder.ImmutableHttpBackendReference.class)
public interface HttpBackendReference extends BackendTarget {
    /** {@return share relative to the other backends of the rule, 0..1000000; empty: the API server writes 1} */
    OptionalInt weight();

    /** {@return filters for requests to this backend only, at most 16} */
    List<HttpRouteFilter> filters();

    /** {@return a builder that starts with the content of this value} */
    default HttpBackendReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a Service in the namespace of the route, without weight}
     *
     * @param service its name
     * @param port its port, 1..65535
     */
    static HttpBackendReference to(String service, int port) {
        return builder().name(service).port(port).build();
    }

    /**
     * {@return a Service in the namespace of the route}
     *
     * @param service its name
     * @param port its port, 1..65535
     * @param weight share relative to the other backends of the rule
     */
    static HttpBackendReference to(String service, int port, int weight) {
        return builder().name(service).port(port).weight(weight).build();
    }

    /** {@return a builder in which nothing is set} */
    static HttpBackendReferenceBuilder builder() {
        return new HttpBackendReferenceBuilder();
    }
}
