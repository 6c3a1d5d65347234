package io.grpc.xds;

import io.grpc.Metadata;
import io.grpc.xds.VirtualHost.Route;
import io.grpc.xds.VirtualHost.Route.RouteMatch;
import io.grpc.xds.VirtualHost.Route.RouteMatch.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The routes of one virtual host as the client of gRPC looks through them. It stands in this package because the matchers of
 * grpc-xds are package-private.
 */
@SuppressWarnings("NullAway") // the rest of this package says nothing of null, and takes it for "no condition"
public final class GrpcRoutes {
    private static final ThreadSafeRandom RANDOM = new ThreadSafeRandom() {
        @Override
        public int nextInt(int bound) {
            return ThreadLocalRandom.current().nextInt(bound);
        }

        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }

        @Override
        public long nextLong(long bound) {
            return ThreadLocalRandom.current().nextLong(bound);
        }
    };

    private static final Object NONE = new Object();

    private final List<VirtualHost> hosts;
    private final Metadata headers = new Metadata();

    private GrpcRoutes(VirtualHost host) {
        this.hosts = List.of(host);
    }

    /**
     * Makes routes that are tried in order.
     *
     * @param domain the domain of their virtual host
     * @param paths exact paths, and prefixes that end in a star
     * @return the routes
     */
    public static GrpcRoutes of(String domain, List<String> paths) {
        List<Route> routes = new ArrayList<>();
        for (String path : paths) {
            PathMatcher matcher = path.endsWith("*")
                    ? PathMatcher.fromPrefix(path.substring(0, path.length() - 1), true)
                    : PathMatcher.fromPath(path, true);
            routes.add(Route.forNonForwardingAction(
                    RouteMatch.create(matcher, Collections.emptyList(), null), Collections.emptyMap()));
        }
        return new GrpcRoutes(VirtualHost.create("benchmark", List.of(domain), routes, Collections.emptyMap()));
    }

    /**
     * Looks for a route as the resolver of gRPC does: the virtual host, then the first route that matches.
     *
     * @param authority the authority
     * @param path the path
     * @return the route, or an object that stands for none
     */
    public Object find(String authority, String path) {
        VirtualHost host = RoutingUtils.findVirtualHostForHostName(hosts, authority);
        if (host != null) {
            for (Route route : host.routes()) {
                if (RoutingUtils.matchRoute(route.routeMatch(), path, headers, RANDOM)) {
                    return route;
                }
            }
        }
        return NONE;
    }
}
