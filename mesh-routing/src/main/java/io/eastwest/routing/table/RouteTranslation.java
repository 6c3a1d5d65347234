package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP rules of a VirtualService as routes of one proxy and port. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:BuildHTTPRoutesForVirtualService, TranslateRoute}.
 */
public final class RouteTranslation {
    private final MeshVirtualService virtualService;
    private final RouteContext context;
    private final ActionTranslation actions;

    private RouteTranslation(MeshVirtualService virtualService, RouteContext context) {
        this.virtualService = virtualService;
        this.context = context;
        this.actions = new ActionTranslation(context, virtualService.gatewaySemantics());
    }

    /**
     * Translates the rules.
     *
     * @param virtualService the VirtualService
     * @param context for whom and where
     * @return routes in order, up to the first that takes everything; empty: the VirtualService says nothing here
     */
    public static List<ProxyRoute> routes(MeshVirtualService virtualService, RouteContext context) {
        return new RouteTranslation(virtualService, context).routes();
    }

    /**
     * Whether a route takes every request that gets to it.
     *
     * @param route the route
     * @return whether it has no condition
     */
    public static boolean isCatchAll(ProxyRoute route) {
        return MatchTranslation.isCatchAll(route.match());
    }

    private List<ProxyRoute> routes() {
        List<ProxyRoute> routes = new ArrayList<>();
        for (HttpRule http : virtualService.http()) {
            List<HttpMatchRequest> matches = http.rule().match();
            if (matches.isEmpty()) {
                routes.add(route(http.rule(), http.origin(), Optional.empty(), MatchTranslation.everything()));
                return routes;
            }
            for (int i = 0; i < matches.size(); i++) {
                HttpMatchRequest match = matches.get(i);
                if (appliesHere(match)) {
                    Origin origin = virtualService.gatewaySemantics()
                            ? http.origin()
                            : new Origin(http.origin().resource(), http.origin().path() + ".match[" + i + "]");
                    RouteMatch condition = MatchTranslation.of(match, virtualService.gatewaySemantics());
                    ProxyRoute route = route(http.rule(), origin, match.name(), condition);
                    routes.add(route);
                    if (isCatchAll(route)) {
                        return routes;
                    }
                }
            }
        }
        return routes;
    }

    private boolean appliesHere(HttpMatchRequest match) {
        int port = match.port().orElse(0);
        if (port != 0 && port != context.port()) {
            return false;
        }
        if (!match.gateways().isEmpty()) {
            return !Collections.disjoint(match.gateways(), context.gateways());
        }
        String sourceNamespace = match.sourceNamespace().orElse("");
        return context.scope()
                        .proxy()
                        .labels()
                        .entrySet()
                        .containsAll(match.sourceLabels().entrySet())
                && (sourceNamespace.isEmpty()
                        || sourceNamespace.equals(context.scope().proxy().namespace()));
    }

    private ProxyRoute route(IstioHttpRoute rule, Origin origin, Optional<String> matchName, RouteMatch match) {
        HeaderTranslation headers = HeaderTranslation.of(rule.headers());
        HeaderTranslation destination = HeaderTranslation.NONE;
        boolean forwards = rule.redirect().isEmpty() && rule.directResponse().isEmpty();
        if (forwards && rule.route().size() == 1) {
            destination = HeaderTranslation.of(rule.route().get(0).headers());
        }
        return ProxyRoute.builder()
                .name(rule.name().orElse("")
                        + matchName
                                .filter(name -> !name.isEmpty())
                                .map(name -> "." + name)
                                .orElse(""))
                .match(match)
                .action(actions.of(rule, match))
                .requestHeaders(joined(headers.request(), destination.request()))
                .responseHeaders(joined(headers.response(), destination.response()))
                .cors(rule.corsPolicy().map(FilterTranslation::cors))
                .fault(rule.fault().flatMap(FilterTranslation::fault))
                .origin(origin)
                .build();
    }

    /** Route and only destination share one header parser: all removes, then sets, then adds, route first. */
    private static HeaderMutations joined(HeaderMutations route, HeaderMutations destination) {
        if (destination.isEmpty()) {
            return route;
        }
        return new HeaderMutations(
                concat(route.add(), destination.add()),
                concat(route.set(), destination.set()),
                concat(route.remove(), destination.remove()));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
