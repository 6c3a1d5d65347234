package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;

/** Compares the names that lead to the decision: listener, filter chain, route configuration, virtual host, route. */
final class NameComparison {
    private NameComparison() {}

    static void compare(JsonNode recorded, ProxyAnswer answer, Differences differences) {
        name("listener", recorded, answer.listener(), differences);
        name("filterChain", recorded, answer.filterChain(), differences);
        name("routeConfiguration", recorded, answer.routeConfiguration(), differences);
        name("virtualHost", recorded, answer.virtualHost(), differences);
        name("route", recorded, answer.route().map(ProxyRoute::name), differences);
    }

    private static void name(String field, JsonNode recorded, Optional<String> actual, Differences differences) {
        differences.same(field, Trees.text(recorded.path(field)), actual);
    }
}
