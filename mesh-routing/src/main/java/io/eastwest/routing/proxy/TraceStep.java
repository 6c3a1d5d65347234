package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Origin;
import java.util.Optional;

/**
 * One candidate considered in a decision.
 *
 * @param stage stage
 * @param taken whether the candidate was taken
 * @param candidate what was considered, for example a route name
 * @param why the predicate that held or failed, with the values compared
 * @param origin the resource it comes from; empty: a default of istiod or Envoy
 */
public record TraceStep(Stage stage, boolean taken, String candidate, String why, Optional<Origin> origin) {

    /** Stage of a decision, in order. */
    public enum Stage {
        /** Choice of the listener. */
        LISTENER,

        /** Choice of the filter chain. */
        FILTER_CHAIN,

        /** Authentication, authorization and other filters. */
        FILTER,

        /** Choice of the virtual host. */
        VIRTUAL_HOST,

        /** Choice of the route. */
        ROUTE,

        /** Choice of the cluster. */
        CLUSTER,

        /** Choice of the endpoints. */
        ENDPOINT
    }
}
