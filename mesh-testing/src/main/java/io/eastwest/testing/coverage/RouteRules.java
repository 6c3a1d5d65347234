package io.eastwest.testing.coverage;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.BackendReference;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.GrpcRouteRule;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.gatewayapi.TcpRoute;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.List;

/** The rules of resources that route calls. */
final class RouteRules {
    private static final String RULES = "spec.rules[";
    private static final String BACKENDS = ".backendRefs";

    private final RuleInventory.Section section;

    private RouteRules(RuleInventory.Section section) {
        this.section = section;
    }

    static void add(MeshResource resource, RuleInventory.Section section) {
        RouteRules rules = new RouteRules(section);
        if (resource instanceof VirtualService virtualService) {
            rules.add(virtualService.spec());
        } else if (resource instanceof HttpRoute route) {
            rules.addHttp(route.spec().rules().orElse(List.of()));
        } else if (resource instanceof GrpcRoute route) {
            rules.addGrpc(route.spec().rules());
        } else if (resource instanceof TlsRoute route) {
            for (int i = 0; i < route.spec().rules().size(); i++) {
                rules.addStream(i, route.spec().rules().get(i).backendRefs());
            }
        } else if (resource instanceof TcpRoute route) {
            for (int i = 0; i < route.spec().rules().size(); i++) {
                rules.addStream(i, route.spec().rules().get(i).backendRefs());
            }
        }
    }

    private void add(VirtualServiceSpec spec) {
        for (int i = 0; i < spec.http().size(); i++) {
            add(spec.http().get(i), "spec.http[" + i + "]", spec.isDelegate());
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            addDestinations("spec.tls[" + i + "]", spec.tls().get(i).route());
        }
        for (int i = 0; i < spec.tcp().size(); i++) {
            addDestinations("spec.tcp[" + i + "]", spec.tcp().get(i).route());
        }
    }

    /** The rules of a delegate stand in for the rule that names it; their matches are joined with its own. */
    private void add(IstioHttpRoute rule, String path, boolean delegate) {
        if (rule.delegate().isPresent()) {
            return;
        }
        section.add(RuleKind.ROUTE, path);
        if (!delegate) {
            section.addMatches(path + ".match", rule.match().size());
        }
        section.addDestinations(
                path,
                ".route",
                rule.route().stream().map(each -> each.weight().orElse(0)).toList());
    }

    private void addDestinations(String path, List<RouteDestination> destinations) {
        section.add(RuleKind.ROUTE, path);
        section.addDestinations(
                path,
                ".route",
                destinations.stream().map(each -> each.weight().orElse(0)).toList());
    }

    private void addHttp(List<HttpRouteRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            HttpRouteRule rule = rules.get(i);
            String path = RULES + i + "]";
            section.add(RuleKind.ROUTE, path);
            section.addMatches(path + ".matches", rule.matches().map(List::size).orElse(0));
            section.addDestinations(
                    path,
                    BACKENDS,
                    rule.backendRefs().stream()
                            .map(each -> each.weight().orElse(1))
                            .toList());
        }
    }

    private void addGrpc(List<GrpcRouteRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            GrpcRouteRule rule = rules.get(i);
            String path = RULES + i + "]";
            section.add(RuleKind.ROUTE, path);
            section.addMatches(path + ".matches", rule.matches().size());
            section.addDestinations(
                    path,
                    BACKENDS,
                    rule.backendRefs().stream()
                            .map(each -> each.weight().orElse(1))
                            .toList());
        }
    }

    private void addStream(int index, List<BackendReference> backends) {
        String path = RULES + index + "]";
        section.add(RuleKind.ROUTE, path);
        section.addDestinations(
                path,
                BACKENDS,
                backends.stream().map(each -> each.weight().orElse(1)).toList());
    }
}
