package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The response operations of the route that is chosen at the moment, on an empty response. */
final class ResponseHeaders {
    private final Supplier<Optional<ProxyRoute>> route;
    private final HeaderFormat format;

    ResponseHeaders(Supplier<Optional<ProxyRoute>> route, HeaderFormat format) {
        this.route = route;
        this.format = format;
    }

    /** {@return headers of a reply that a filter makes: those of a route that forwards, by its first destination} */
    HeaderLines onReply() {
        HeaderLines headers = HeaderLines.empty();
        route.get().ifPresent(chosen -> {
            if (chosen.action() instanceof ForwardAction forward) {
                HeaderOperations.response(chosen, forward, forward.clusters().get(0), headers, format);
            }
        });
        return headers;
    }

    /** {@return headers on the response of one destination} */
    static HeaderLines of(ProxyRoute route, ForwardAction forward, WeightedCluster cluster, HeaderFormat format) {
        HeaderLines headers = HeaderLines.empty();
        HeaderOperations.response(route, forward, cluster, headers, format);
        return headers;
    }

    /** {@return names that a route or destination removes from the response} */
    static List<String> removed(ProxyRoute route, WeightedCluster cluster) {
        List<String> names = new ArrayList<>(route.responseHeaders().remove());
        names.addAll(cluster.responseHeaders().remove());
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
