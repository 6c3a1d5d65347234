package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.VirtualHost;
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
        RouteList compiled = routes;
        if (compiled == null) {
            compiled = RouteList.of(host.routes());
            routes = compiled;
        }
        return compiled.first(input, observer);
    }
}
