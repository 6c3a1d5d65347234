package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshProxy;
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
        boolean complete = false;
        for (HttpRule http : virtualService.http()) {
            if (complete && !context.trace().isRecording()) {
                return routes;
            }
            List<HttpMatchRequest> matches = http.rule().match();
            if (matches.isEmpty() && complete) {
                tell(http.origin(), HttpMatchRequest.builder().build(), MatchObstacle.UNREACHED);
            } else if (matches.isEmpty()) {
                routes.add(route(http.rule(), http.origin(), Optional.empty(), MatchTranslation.everything()));
                complete = true;
            }
            for (int i = 0; i < matches.size(); i++) {
                HttpMatchRequest match = matches.get(i);
                Origin origin =
                        new Origin(http.origin().resource(), http.origin().path() + ".match[" + i + "]");
                Optional<MatchObstacle> obstacle = complete ? Optional.of(MatchObstacle.UNREACHED) : obstacle(match);
                if (obstacle.isPresent()) {
                    tell(origin, match, obstacle.get());
                } else {
                    ProxyRoute route = route(
                            http.rule(),
                            virtualService.gatewaySemantics() ? http.origin() : origin,
                            match.name(),
                            MatchTranslation.of(match, virtualService.gatewaySemantics()));
                    routes.add(route);
                    complete = isCatchAll(route);
                }
            }
        }
        return routes;
    }

    private void tell(Origin origin, HttpMatchRequest match, MatchObstacle obstacle) {
        if (context.trace().isRecording()) {
            context.trace()
                    .left(
                            TraceStep.Stage.VIRTUAL_SERVICE,
                            origin.path(),
                            obstacle.mismatch(match, context),
                            Optional.of(origin.resource()),
                            origin.path());
        }
    }

    /** {@return why a match is not for this proxy and port; empty: it is} */
    private Optional<MatchObstacle> obstacle(HttpMatchRequest match) {
        int port = match.port().orElse(0);
        if (port != 0 && port != context.port()) {
            return Optional.of(MatchObstacle.PORT);
        }
        if (!match.gateways().isEmpty()) {
            return Collections.disjoint(match.gateways(), context.gateways())
                    ? Optional.of(MatchObstacle.GATEWAYS)
                    : Optional.empty();
        }
        MeshProxy proxy = context.scope().proxy();
        if (!proxy.labels().entrySet().containsAll(match.sourceLabels().entrySet())) {
            return Optional.of(MatchObstacle.SOURCE_LABELS);
        }
        String sourceNamespace = match.sourceNamespace().orElse("");
        return sourceNamespace.isEmpty() || sourceNamespace.equals(proxy.namespace())
                ? Optional.empty()
                : Optional.of(MatchObstacle.SOURCE_NAMESPACE);
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
