package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Conditions that must all hold for a request. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteMatchBuilder.ImmutableHttpRouteMatch.class)
@JsonDeserialize(as = HttpRouteMatchBuilder.ImmutableHttpRouteMatch.class)
public interface HttpRouteMatch {
    /** {@return condition on the path; empty: the API server writes the prefix {@code /}} */
    Optional<HttpPathMatch> path();

    /** {@return conditions on headers, at most 16; of two with one name the first counts} */
    List<HttpHeaderMatch> headers();

    /** {@return conditions on query parameters, at most 16; of two with one name the first counts} */
    List<HttpQueryParamMatch> queryParams();

    /** {@return method; empty: any} */
    Optional<HttpMethod> method();

    /** {@return a builder that starts with the content of this value} */
    default HttpRouteMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteMatchBuilder builder() {
        return new HttpRouteMatchBuilder();
    }
}
