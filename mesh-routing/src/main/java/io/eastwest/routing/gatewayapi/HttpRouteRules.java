package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.GrpcRouteMatch;
import io.eastwest.model.gatewayapi.GrpcRouteRule;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteMatch;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.HttpRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of an HTTPRoute or GRPCRoute, one for each match. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/route_collections.go:HTTPRouteCollection, GRPCRouteCollection}.
 */
final class HttpRouteRules {
    private final ResourceKey route;
    private final List<HttpRule> rules = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    private HttpRouteRules(ResourceKey route) {
        this.route = route;
    }

    static Converted<HttpRule> of(HttpRoute route, Backends backends) {
        HttpRouteRules made = new HttpRouteRules(route.key());
        int index = 0;
        for (HttpRouteRule each : route.spec().rules().orElse(List.of())) {
            HttpRuleConversion conversion = new HttpRuleConversion(backends, false, made.name(each.name(), index))
                    .filters(each.filters())
                    .retry(each.retry(), each.timeouts())
                    .backends(WeightedBackend.http(each.backendRefs()));
            List<HttpRouteMatch> matches = each.matches().orElse(List.of());
            made.add(conversion, matches.stream().map(HttpMatches::of).toList(), index++);
        }
        return new Converted<>(List.copyOf(made.rules), made.problem);
    }

    static Converted<HttpRule> of(GrpcRoute route, Backends backends) {
        HttpRouteRules made = new HttpRouteRules(route.key());
        int index = 0;
        for (GrpcRouteRule each : route.spec().rules()) {
            HttpRuleConversion conversion = new HttpRuleConversion(backends, true, made.name(each.name(), index))
                    .filters(each.filters())
                    .backends(WeightedBackend.grpc(each.backendRefs()));
            List<GrpcRouteMatch> matches = each.matches();
            made.add(conversion, matches.stream().map(HttpMatches::of).toList(), index++);
        }
        return new Converted<>(List.copyOf(made.rules), made.problem);
    }

    private String name(Optional<String> given, int index) {
        return given.orElse(route.namespace() + "." + route.name() + "." + index);
    }

    private void add(HttpRuleConversion conversion, List<HttpMatchRequest> matches, int index) {
        String path = "spec.rules[" + index + "]";
        if (matches.isEmpty()) {
            rules.add(new HttpRule(conversion.rule(), new Origin(route, path)));
        }
        for (int i = 0; i < matches.size(); i++) {
            rules.add(new HttpRule(
                    conversion.rule().toBuilder().match(List.of(matches.get(i))).build(),
                    new Origin(route, path + ".matches[" + i + "]")));
        }
        if (conversion.problem().isPresent()) {
            problem = conversion.problem();
        }
    }
}
