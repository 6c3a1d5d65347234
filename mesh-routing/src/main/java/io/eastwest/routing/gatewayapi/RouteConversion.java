package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TlsRule;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Converts routes one by one: what they attach to, their rules for gateways and for the mesh, what is reported. Mirrors
 * istio 1.30.3 {@code pilot/pkg/config/kube/gateway/route_collections.go:computeRoute}.
 */
final class RouteConversion {
    private final RouteInputs inputs;
    private final HttpRouteServices http;
    private final List<MeshVirtualService> tls = new ArrayList<>();
    private final StatusReport report = new StatusReport();

    RouteConversion(RouteInputs inputs) {
        this.inputs = inputs;
        this.http = new HttpRouteServices(inputs);
    }

    void addHttp(Configured<HttpRoute> each) {
        HttpRoute route = each.resource();
        List<String> hostnames = route.spec().hostnames();
        List<RouteParent> parents = parents(
                GroupKind.HTTP_ROUTE, each.namespace(), hostnames, route.spec().parentRefs());
        Both<HttpRule> rules =
                both(GroupKind.HTTP_ROUTE, route.key(), parents, backends -> HttpRouteRules.of(route, backends));
        http.add(
                route.key(),
                each.creationTime(),
                hostnames,
                RouteAttachments.attached(parents),
                rules.ofGateways(),
                rules.ofMesh());
    }

    void addGrpc(Configured<GrpcRoute> each) {
        GrpcRoute route = each.resource();
        List<String> hostnames = route.spec().hostnames();
        List<RouteParent> parents = parents(
                GroupKind.GRPC_ROUTE, each.namespace(), hostnames, route.spec().parentRefs());
        Both<HttpRule> rules =
                both(GroupKind.GRPC_ROUTE, route.key(), parents, backends -> HttpRouteRules.of(route, backends));
        http.add(
                route.key(),
                each.creationTime(),
                hostnames,
                RouteAttachments.attached(parents),
                rules.ofGateways(),
                rules.ofMesh());
    }

    void addTls(Configured<TlsRoute> each) {
        TlsRoute route = each.resource();
        List<RouteParent> parents = parents(
                GroupKind.TLS_ROUTE,
                each.namespace(),
                route.spec().hostnames(),
                route.spec().parentRefs());
        Both<TlsRule> rules =
                both(GroupKind.TLS_ROUTE, route.key(), parents, backends -> TlsRouteServices.rules(route, backends));
        tls.addAll(TlsRouteServices.of(
                each, RouteAttachments.attached(parents), rules.ofGateways(), rules.ofMesh(), inputs));
    }

    List<MeshVirtualService> virtualServices() {
        List<MeshVirtualService> all = new ArrayList<>(http.merged());
        all.addAll(tls);
        return all;
    }

    StatusReport report() {
        return report;
    }

    private List<RouteParent> parents(
            GroupKind kind, String namespace, List<String> hostnames, List<ParentReference> references) {
        return new RouteAttachments(inputs, kind, namespace, hostnames).all(references);
    }

    /** Rules for gateways, where grants count, and for the mesh, where they do not. */
    private record Both<T>(Converted<T> ofGateways, Converted<T> ofMesh) {}

    private <T> Both<T> both(
            GroupKind kind, ResourceKey route, List<RouteParent> parents, Function<Backends, Converted<T>> conversion) {
        Converted<T> ofGateways = parents.stream().allMatch(RouteParent::isMesh)
                ? Converted.none()
                : Converted.of(() -> conversion.apply(new Backends(inputs, kind, route.namespace(), true)));
        Converted<T> ofMesh = parents.stream().noneMatch(RouteParent::isMesh)
                ? Converted.none()
                : Converted.of(() -> conversion.apply(new Backends(inputs, kind, route.namespace(), false)));
        report.add(route, parents, ofGateways.problem(), ofMesh.problem());
        return new Both<>(ofGateways, ofMesh);
    }
}
