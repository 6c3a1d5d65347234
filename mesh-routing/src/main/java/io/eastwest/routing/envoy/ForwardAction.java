package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Forwards to one or several clusters. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public non-sealed interface ForwardAction extends RouteAction {
    /** {@return clusters with weights; one: all} */
    List<WeightedCluster> clusters();

    /** {@return whether the route names weighted clusters, even if it is one; matters for the order of header operations} */
    @Value.Default
    default boolean weighted() {
        return false;
    }

    /** {@return authority that replaces the original} */
    Optional<String> hostRewrite();

    /** {@return replacement of the matched prefix, or of the whole path for an exact or regex match} */
    Optional<String> prefixRewrite();

    /** {@return RE2 replacement over the path} */
    Optional<RegexRewrite> regexRewrite();

    /** {@return route timeout; zero: none} */
    @Value.Default
    default Duration timeout() {
        return Duration.ZERO;
    }

    /** {@return whether the caller's grpc-timeout is honoured, up to the timeout of the route} */
    @Value.Default
    default boolean grpcTimeoutLimited() {
        return true;
    }

    /** {@return whether a maximum stream duration without limit is sent, as istiod does for inbound routes} */
    @Value.Default
    default boolean maxStreamDurationSent() {
        return false;
    }

    /** {@return retry policy; empty: none is sent} */
    Optional<RetryPolicy> retries();

    /** {@return clusters that get copies} */
    List<Mirror> mirrors();

    /** {@return what consistent hashing looks at} */
    List<HashPolicy> hashPolicies();

    /** {@return status when the cluster does not exist: 503, or 500 for Gateway API routes} */
    @Value.Default
    default int clusterNotFoundStatus() {
        return 503;
    }

    /** {@return a builder that starts from this value} */
    default ForwardActionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ForwardActionBuilder builder() {
        return new ForwardActionBuilder();
    }
}
