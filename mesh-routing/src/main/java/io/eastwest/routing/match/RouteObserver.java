package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;

/** Hears of each route that is considered, in the order of the rules. */
public interface RouteObserver {
    /** Hears nothing. */
    RouteObserver NONE = new RouteObserver() {
        @Override
        public boolean isWatching() {
            return false;
        }

        @Override
        public void considered(ProxyRoute route, List<Mismatch> mismatches) {}
    };

    /** {@return whether anything is wanted; when false, routes that the index leaves out are not even looked at} */
    boolean isWatching();

    /**
     * Hears of one route.
     *
     * @param route the route
     * @param mismatches the conditions that failed, with the values compared; empty: the route is taken
     */
    void considered(ProxyRoute route, List<Mismatch> mismatches);
}
