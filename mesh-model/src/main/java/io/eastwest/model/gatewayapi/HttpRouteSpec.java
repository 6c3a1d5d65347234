package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Parents, host names and rules of an {@link HttpRoute}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteSpecBuilder.ImmutableHttpRouteSpec.class)
@JsonDeserialize(as = HttpRouteSpecBuilder.ImmutableHttpRouteSpec.class)
public interface HttpRouteSpec extends RouteSpec {
    /** {@return host names, perhaps with a leading {@code *.}, at most 16; empty: those of the parents} */
    List<String> hostnames();

    /** {@return rules, 1..16; empty: the API server writes one that takes every request} */
    Optional<List<HttpRouteRule>> rules();

    /**
     * Copies the list of rules, so that nobody can change it.
     *
     * @return this specification, or one with a list of its own
     */
    @Value.Check
    default HttpRouteSpec withOwnLists() {
        return rules().map(List::copyOf)
                .filter(copy -> copy != rules().orElseThrow())
                .map(copy -> toBuilder().rules(copy).build())
                .orElse(this);
    }

    /** {@return a builder that starts with the content of this value} */
    default HttpRouteSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteSpecBuilder builder() {
        return new HttpRouteSpecBuilder();
    }
}
