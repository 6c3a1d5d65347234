package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.ProxyRouteBuilder;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.List;
import java.util.Optional;

/** Small routes and virtual hosts. */
final class Routes {
    private Routes() {}

    static RouteMatchBuilder prefix(String prefix) {
        return RouteMatch.builder().path(new PathMatch.Prefix(prefix));
    }

    static RouteMatchBuilder exact(String path) {
        return RouteMatch.builder().path(new PathMatch.Exact(path));
    }

    static HeaderMatch header(String name, String value) {
        return new HeaderMatch(name, new ValueMatch.Exact(value), false, false);
    }

    static ClaimMatch claim(String value, String... path) {
        return new ClaimMatch(List.of(path), new ValueMatch.Exact(value), false);
    }

    static ProxyRouteBuilder draft(String name, RouteMatchBuilder match) {
        return ProxyRoute.builder()
                .name(name)
                .match(match.build())
                .action(new DirectResponseAction(200, Optional.empty(), false));
    }

    static ProxyRoute route(String name, RouteMatchBuilder match) {
        return draft(name, match).build();
    }

    static VirtualHost host(String name, List<String> domains, ProxyRoute... routes) {
        return VirtualHost.builder()
                .name(name)
                .domains(domains)
                .routes(List.of(routes))
                .build();
    }

    /** {@return a configuration with a virtual host for each domain, named after it} */
    static RouteConfiguration hosts(String... domains) {
        return new RouteConfiguration(
                "80",
                List.of(domains).stream()
                        .map(domain -> host(domain, List.of(domain)))
                        .toList());
    }
}
