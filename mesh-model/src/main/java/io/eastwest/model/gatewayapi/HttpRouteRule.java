package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One rule of an {@link HttpRoute}: conditions, filters and backends. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteRuleBuilder.ImmutableHttpRouteRule.class)
@JsonDeserialize(as = HttpRouteRuleBuilder.ImmutableHttpRouteRule.class)
public interface HttpRouteRule {
    /** {@return name of the rule} */
    Optional<String> name();

    /**
     * {@return alternatives of which one must hold, at most 64; empty: the API server writes the path prefix {@code /};
     * an empty list stays and takes every request}
     */
    Optional<List<HttpRouteMatch>> matches();

    /** {@return filters in document order, at most 16} */
    List<HttpRouteFilter> filters();

    /** {@return weighted backends, at most 16; none without a redirect: requests are refused} */
    List<HttpBackendReference> backendRefs();

    /** {@return how long the rule waits} */
    Optional<HttpRouteTimeouts> timeouts();

    /** {@return experimental channel: how the rule tries again} */
    Optional<HttpRouteRetry> retry();

    /** {@return experimental channel: keeps sessions on one backend} */
    Optional<SessionPersistence> sessionPersistence();

    /**
     * Copies the list of conditions, so that nobody can change it.
     *
     * @return this rule, or one with a list of its own
     */
    @Value.Check
    default HttpRouteRule withOwnLists() {
        return matches()
                .map(List::copyOf)
                .filter(copy -> copy != matches().orElseThrow())
                .map(copy -> toBuilder().matches(copy).build())
                .orElse(this);
    }

    /** {@return a builder that starts with the content of this value} */
    default HttpRouteRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a rule that forwards every request of its path prefix, which is {@code /} unless stated}
     *
     * @param backends where they go
     */
    static HttpRouteRule to(HttpBackendReference... backends) {
        return builder().addBackendRefs(backends).build();
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteRuleBuilder builder() {
        return new HttpRouteRuleBuilder();
    }
}
