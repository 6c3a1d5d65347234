package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One rule for HTTP requests: conditions, and a destination, redirect, direct response or delegate together
 * with the modifications made on the way.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRoute. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioHttpRouteBuilder.ImmutableIstioHttpRoute.class)
@JsonDeserialize(as = IstioHttpRouteBuilder.ImmutableIstioHttpRoute.class)
public interface IstioHttpRoute {
    /** {@return the name that access logs show for the route; empty: none} */
    Optional<String> name();

    /** {@return the alternatives of which at least one has to hold; empty: every request matches} */
    List<HttpMatchRequest> match();

    /** {@return the weighted destinations; empty for a redirect, a direct response or a delegating rule} */
    List<HttpRouteDestination> route();

    /** {@return the redirect that answers the request in place of a destination} */
    Optional<HttpRedirect> redirect();

    /** {@return the fixed answer that the proxy gives in place of a destination} */
    Optional<HttpDirectResponse> directResponse();

    /** {@return the VirtualService whose rules take the place of this one} */
    Optional<Delegate> delegate();

    /** {@return what is rewritten in the request before it is forwarded} */
    Optional<HttpRewrite> rewrite();

    /** {@return the longest time until the whole response is there, retries included; empty: no timeout} */
    Optional<Duration> timeout();

    /** {@return the retry policy; empty: the mesh default of two attempts; present without attempts: no retries} */
    Optional<HttpRetry> retries();

    /** {@return delays and aborts that are injected on purpose} */
    Optional<HttpFaultInjection> fault();

    /**
     * {@return the destination that gets a copy of the request, its answers are dropped; older form of {@link
     * #mirrors()}}
     */
    Optional<Destination> mirror();

    /** {@return the destinations that get a copy of the request, each with its own share} */
    List<HttpMirrorPolicy> mirrors();

    /** {@return the share of requests to mirror, 0..100; deprecated in favour of {@link #mirrorPercentage()}} */
    @JsonAlias("mirror_percent")
    OptionalInt mirrorPercent();

    /**
     * {@return the share of requests that {@link #mirror()} gets; empty: all of them; present without a value:
     * none}
     */
    Optional<Percent> mirrorPercentage();

    /** {@return the answer to cross-origin requests} */
    Optional<CorsPolicy> corsPolicy();

    /** {@return the header changes for all destinations of the rule} */
    Optional<Headers> headers();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default IstioHttpRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a rule for every request with these destinations}
     *
     * @param destinations the weighted destinations
     */
    static IstioHttpRoute to(HttpRouteDestination... destinations) {
        return builder().addRoute(destinations).build();
    }

    /**
     * {@return a rule for every request with one destination}
     *
     * @param destination where all requests go
     */
    static IstioHttpRoute to(Destination destination) {
        return builder().addRoute(HttpRouteDestination.to(destination)).build();
    }

    /**
     * {@return a rule for every request that hands over to the rules of another VirtualService}
     *
     * @param namespace the namespace of the delegate
     * @param name the name of the delegate
     */
    static IstioHttpRoute delegateTo(String namespace, String name) {
        return builder()
                .delegate(Delegate.builder().namespace(namespace).name(name).build())
                .build();
    }

    /**
     * {@return a rule that forwards what meets a condition}
     *
     * @param match the condition
     * @param destinations where it goes
     */
    static IstioHttpRoute when(HttpMatchRequest match, HttpRouteDestination... destinations) {
        return builder().addMatch(match).addRoute(destinations).build();
    }

    /** {@return an empty builder} */
    static IstioHttpRouteBuilder builder() {
        return new IstioHttpRouteBuilder();
    }
}
