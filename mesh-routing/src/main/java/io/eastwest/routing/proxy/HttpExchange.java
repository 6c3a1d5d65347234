package io.eastwest.routing.proxy;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.match.RouteInput;
import io.eastwest.routing.match.RouteTable;
import java.util.List;
import java.util.Optional;

/**
 * One request at one connection manager, and what it was held against.
 *
 * @param request the request as it arrived
 * @param input the request as routes and policies saw it
 * @param manager the connection manager
 * @param routes the route configuration; empty: the control plane sends none
 * @param table the same, ready for look-ups
 * @param host the virtual host that was found; empty: none
 * @param route the route that was chosen, whether a filter let the request pass or not; empty: none
 * @param routedByToken whether the route was chosen by a verified token too
 * @param verified whether a token was verified
 * @param tests tests of policies that were made, in order
 */
public record HttpExchange(
        HttpRequest request,
        RouteInput input,
        HttpConnectionManager manager,
        Optional<RouteConfiguration> routes,
        Optional<RouteTable> table,
        Optional<VirtualHost> host,
        Optional<ProxyRoute> route,
        boolean routedByToken,
        boolean verified,
        List<PolicyTest> tests) {
    /**
     * Copies the list.
     *
     * @param request the request as it arrived
     * @param input the request as routes and policies saw it
     * @param manager the connection manager
     * @param routes the route configuration
     * @param table the same, ready for look-ups
     * @param host the virtual host that was found
     * @param route the route that was chosen
     * @param routedByToken whether the route was chosen by a verified token too
     * @param verified whether a token was verified
     * @param tests tests of policies that were made
     */
    public HttpExchange {
        tests = List.copyOf(tests);
    }
}
