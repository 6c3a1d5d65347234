package io.eastwest.testing.coverage;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.RouteSpec;
import io.eastwest.model.gatewayapi.TcpRoute;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which calls of workloads a resource may route.
 *
 * @param hosts full names of the hosts that it is for
 * @param provable whether a rule that takes none of these calls takes none at all: it is for no gateway, and looks at nothing
 *     that these calls do not vary
 */
record RouteScope(List<String> hosts, boolean provable) {
    static Optional<RouteScope> of(MeshResource resource, String domainSuffix) {
        if (resource instanceof VirtualService virtualService) {
            return Optional.of(of(virtualService, domainSuffix));
        }
        Optional<RouteSpec> spec = spec(resource);
        return spec.map(each -> of(each.parentRefs(), resource.key().namespace(), domainSuffix));
    }

    private static Optional<RouteSpec> spec(MeshResource resource) {
        if (resource instanceof HttpRoute route) {
            return Optional.of(route.spec());
        }
        if (resource instanceof GrpcRoute route) {
            return Optional.of(route.spec());
        }
        if (resource instanceof TlsRoute route) {
            return Optional.of(route.spec());
        }
        return resource instanceof TcpRoute route ? Optional.of(route.spec()) : Optional.empty();
    }

    private static RouteScope of(VirtualService virtualService, String domainSuffix) {
        VirtualServiceSpec spec = virtualService.spec();
        String namespace = virtualService.key().namespace();
        List<String> hosts = spec.hosts().stream()
                .map(host -> Hostname.resolve(host, namespace, domainSuffix))
                .toList();
        boolean meshOnly =
                spec.gateways().isEmpty() || spec.gateways().equals(List.of(VirtualServiceSpec.MESH_GATEWAY));
        boolean varied =
                spec.http().stream().flatMap(rule -> rule.match().stream()).allMatch(RouteScope::isVaried);
        return new RouteScope(hosts, meshOnly && varied && !spec.isDelegate());
    }

    private static boolean isVaried(HttpMatchRequest match) {
        return match.authority().isEmpty()
                && match.scheme().isEmpty()
                && Stream.concat(match.headers().keySet().stream(), match.withoutHeaders().keySet().stream())
                        .noneMatch(name -> name.startsWith(":") || name.startsWith("@"));
    }

    private static RouteScope of(List<ParentReference> parents, String namespace, String domainSuffix) {
        List<String> hosts = parents.stream()
                .filter(parent -> parent.kind().filter("Service"::equals).isPresent())
                .map(parent -> parent.name() + "." + parent.namespace().orElse(namespace) + ".svc." + domainSuffix)
                .toList();
        return new RouteScope(hosts, hosts.size() == parents.size());
    }
}
