package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Answers with a redirect. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public non-sealed interface RedirectAction extends RouteAction {
    /** {@return 301, 302, 303, 307 or 308} */
    int status();

    /** {@return scheme of the location} */
    Optional<String> scheme();

    /** {@return host of the location} */
    Optional<String> host();

    /** {@return port of the location} */
    OptionalInt port();

    /** {@return whole path of the location, may carry a query} */
    Optional<String> path();

    /** {@return replacement of the matched prefix} */
    Optional<String> prefixRewrite();

    /** {@return replacement over the path} */
    Optional<RegexRewrite> regexRewrite();

    /** {@return a builder that starts from this value} */
    default RedirectActionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static RedirectActionBuilder builder() {
        return new RedirectActionBuilder();
    }
}
