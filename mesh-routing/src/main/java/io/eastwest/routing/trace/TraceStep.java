package io.eastwest.routing.trace;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One candidate that was considered in a decision: plain data, compared by value. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface TraceStep {
    /** {@return the proxy that considered it, {@code <cluster>/<namespace>/<pod>}; empty when a proxy was asked alone} */
    @Value.Default
    default String proxy() {
        return "";
    }

    /** {@return stage of the decision} */
    Stage stage();

    /** {@return whether the candidate was taken} */
    boolean taken();

    /** {@return what was considered, for example the name of a route; may be empty} */
    String candidate();

    /** {@return why it was taken or left, as far as {@link #mismatches()} does not tell; may be empty} */
    @Value.Default
    default String why() {
        return "";
    }

    /** {@return the predicates that failed, each with expected and actual value; empty for a candidate that was taken} */
    List<Mismatch> mismatches();

    /** {@return the resource that the candidate comes from; empty: a default of istiod or Envoy} */
    Optional<ResourceKey> resource();

    /** {@return path in the resource, for example {@code spec.http[1].match[0]}; empty: the whole, or no resource} */
    @Value.Default
    default String path() {
        return "";
    }

    /** {@return where that is written, {@code file:line:column}; empty when it is not known} */
    @Value.Default
    default String location() {
        return "";
    }

    /** {@return {@link #why()} and {@link #mismatches()} as one line of text; may be empty} */
    default String reason() {
        String failed = Mismatch.text(mismatches(), why().isEmpty() ? "; " : " and ");
        return why().isEmpty() || failed.isEmpty() ? why() + failed : why() + ' ' + failed;
    }

    /** Stage of a decision, in order. */
    enum Stage {
        /** Choice of the PeerAuthentication that says how connections to a workload may be secured. */
        PEER_AUTHENTICATION,

        /** Choice of the listener. */
        LISTENER,

        /** Choice of the filter chain. */
        FILTER_CHAIN,

        /** Authentication, authorization and other filters. */
        FILTER,

        /** Choice of the virtual host. */
        VIRTUAL_HOST,

        /** Choice of the rules that the control plane sends for the host of a call. */
        VIRTUAL_SERVICE,

        /** Choice of the route. */
        ROUTE,

        /** Choice of the cluster. */
        CLUSTER,

        /** The service behind the name of a cluster, as far as the proxy sees it. */
        SERVICE,

        /** Choice of the DestinationRules for a service. */
        DESTINATION_RULE,

        /** Choice of the subset. */
        SUBSET,

        /** How connections to the endpoints are secured. */
        TRANSPORT,

        /** Endpoints that the control plane sends to the proxy. */
        DISCOVERY,

        /** Order and weights of localities. */
        LOCALITY,

        /** What the load balancer makes of priorities and health. */
        BALANCING,

        /** Choice of the endpoints. */
        ENDPOINT
    }

    /** {@return a builder that starts from this value} */
    default TraceStepBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TraceStepBuilder builder() {
        return new TraceStepBuilder();
    }
}
