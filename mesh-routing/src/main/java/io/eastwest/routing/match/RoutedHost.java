package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A virtual host whose routes are compiled when they are first asked. Thread-safe. */
public final class RoutedHost {
    private final VirtualHost host;
    private volatile @Nullable RouteList routes;

    RoutedHost(VirtualHost host) {
        this.host = host;
    }

    /** {@return the virtual host} */
    public VirtualHost host() {
        return host;
    }

    /**
     * {@return the first route that matches; empty: none does}
     *
     * @param input the request
     * @param observer hears of the routes up to the one taken
     */
    public Optional<ProxyRoute> first(RouteInput input, RouteObserver observer) {
        return routes().first(input, observer);
    }

    /**
     * {@return an object that stands for the route that takes a request, the same for each request that it takes; this host when
     * none does}
     *
     * @param input the request
     */
    public Object choice(RouteInput input) {
        CompiledRoute chosen = routes().choose(input).orElse(null);
        return chosen == null ? this : chosen;
    }

    /** {@return names of the headers that any route looks at, in lower case} */
    public List<String> headerNames() {
        return routes().headerNames();
    }

    /** {@return whether any route looks at the claims of a token} */
    public boolean looksAtClaims() {
        return routes().looksAtClaims();
    }

    /** {@return whether one route takes every request whose path starts with a slash} */
    public boolean isDecided() {
        return routes().isDecided();
    }

    private RouteList routes() {
        RouteList compiled = routes;
        if (compiled == null) {
            compiled = RouteList.of(host.routes());
            routes = compiled;
        }
        return compiled;
    }
}
