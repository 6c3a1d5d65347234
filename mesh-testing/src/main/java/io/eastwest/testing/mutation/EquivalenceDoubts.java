package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.RouteSpec;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a mutant may do something else though no call was found that tells. */
final class EquivalenceDoubts {
    private final List<String> ofAll = new ArrayList<>();
    private final MeshRouter router;
    private final List<String> compared;
    private final boolean outside;
    private final boolean plain;

    /**
     * Looks at a mesh.
     *
     * @param router the mesh
     * @param compared hosts whose calls are compared
     * @param plain whether pods without a proxy may call
     * @param ambient whether calls may pass waypoints
     */
    EquivalenceDoubts(MeshRouter router, List<String> compared, boolean plain, boolean ambient) {
        MeshSnapshot mesh = router.snapshot();
        this.router = router;
        this.compared = List.copyOf(compared);
        this.plain = plain;
        if (ambient) {
            ofAll.add("requests were not varied by what waypoints look at");
        }
        boolean entered = false;
        for (String cluster : mesh.clusters()) {
            List<VirtualService> services = mesh.resources(cluster, VirtualService.class);
            entered |= services.stream().anyMatch(each -> !each.spec().isDelegate() && !isOfMesh(each.spec()));
            Stream<RouteSpec> routes = Stream.of(
                            mesh.resources(cluster, HttpRoute.class).stream().map(route -> (RouteSpec) route.spec()),
                            mesh.resources(cluster, GrpcRoute.class).stream().map(route -> (RouteSpec) route.spec()),
                            mesh.resources(cluster, TlsRoute.class).stream().map(route -> (RouteSpec) route.spec()))
                    .flatMap(each -> each);
            entered |= routes.anyMatch(route -> route.parentRefs().stream().anyMatch(EquivalenceDoubts::isGateway));
            if (services.stream()
                    .flatMap(each -> each.spec().http().stream())
                    .flatMap(rule -> rule.match().stream())
                    .anyMatch(EquivalenceDoubts::isNotVaried)) {
                ofAll.add("rules look at what calls were not varied in: authority, scheme or token");
            }
            if (mesh.resources(cluster, AuthorizationPolicy.class).stream()
                    .flatMap(policy -> policy.spec().rules().stream())
                    .anyMatch(EquivalenceDoubts::isNotVaried)) {
                ofAll.add("policies look at what calls were not varied in: hosts, addresses, headers or tokens");
            }
            if (!mesh.resources(cluster, RequestAuthentication.class).isEmpty()) {
                ofAll.add("calls with tokens were not compared");
            }
        }
        this.outside = entered;
    }

    /** {@return the first doubt; empty: there is none} */
    Optional<String> of(Mutant mutant) {
        if (mutant.operator() == MutationOperator.DROP_OUTLIER_DETECTION) {
            return Optional.of("what is ejected over time is not compared");
        }
        String kind = mutant.resource().kind();
        if (kind.equals("PeerAuthentication")) {
            return Optional.of("only calls of pods without a proxy, or from outside of the mesh, would tell");
        }
        if (kind.equals("ServiceEntry")
                || kind.equals("Sidecar")
                || hosts(mutant).anyMatch(this::isNotCompared)) {
            return Optional.of("calls to hosts outside of the mesh were not compared");
        }
        if (plain && kind.equals("AuthorizationPolicy")) {
            return Optional.of("calls of pods without a proxy were not all compared");
        }
        if (outside && !isForMeshOnly(mutant)) {
            return Optional.of("calls that arrive at gateways were not compared");
        }
        return ofAll.stream().findFirst();
    }

    /** {@return full names of the hosts that a rule of the mesh is for} */
    private Stream<String> hosts(Mutant mutant) {
        Optional<MeshResource> resource =
                router.snapshot().find(mutant.cluster(), mutant.resource()).map(Manifest::resource);
        List<String> hosts = List.of();
        if (resource.isPresent() && resource.get() instanceof VirtualService virtualService) {
            hosts = virtualService.spec().hosts();
        } else if (resource.isPresent() && resource.get() instanceof DestinationRule rule) {
            hosts = List.of(rule.spec().host());
        }
        String suffix = router.view(mutant.cluster()).domainSuffix();
        return hosts.stream()
                .map(host -> Hostname.resolve(host, mutant.resource().namespace(), suffix));
    }

    private boolean isNotCompared(String host) {
        return !compared.contains(host);
    }

    private static boolean isForMeshOnly(Mutant mutant) {
        return mutant.changed()
                .filter(VirtualService.class::isInstance)
                .map(VirtualService.class::cast)
                .filter(each -> isOfMesh(each.spec()))
                .isPresent();
    }

    private static boolean isOfMesh(VirtualServiceSpec spec) {
        return spec.gateways().isEmpty() || spec.gateways().equals(List.of(VirtualServiceSpec.MESH_GATEWAY));
    }

    private static boolean isGateway(ParentReference parent) {
        return parent.kind().filter("Service"::equals).isEmpty();
    }

    private static boolean isNotVaried(HttpMatchRequest match) {
        return match.authority().isPresent()
                || match.scheme().isPresent()
                || Stream.concat(match.headers().keySet().stream(), match.withoutHeaders().keySet().stream())
                        .anyMatch(name -> name.startsWith(":") || name.startsWith("@"));
    }

    private static boolean isNotVaried(AuthorizationRule rule) {
        return rule.to().stream().flatMap(to -> to.operation().stream()).anyMatch(EquivalenceDoubts::isNotVaried)
                || rule.from().stream().flatMap(from -> from.source().stream()).anyMatch(EquivalenceDoubts::isNotVaried)
                || rule.when().stream()
                        .anyMatch(each -> each.key().startsWith("request.")
                                || each.key().endsWith(".ip")
                                || each.key().startsWith("experimental."));
    }

    private static boolean isNotVaried(RequestOperation operation) {
        return !operation.hosts().isEmpty() || !operation.notHosts().isEmpty();
    }

    private static boolean isNotVaried(RequestSource source) {
        return Stream.of(
                        source.requestPrincipals(),
                        source.notRequestPrincipals(),
                        source.ipBlocks(),
                        source.notIpBlocks(),
                        source.remoteIpBlocks(),
                        source.notRemoteIpBlocks())
                .anyMatch(values -> !values.isEmpty());
    }
}
