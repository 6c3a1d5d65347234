package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.TcpRoute;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.reader.Manifest;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes all mutants of a mesh, in the order of its clusters and resources. */
final class Mutants {
    private static final List<Class<? extends MeshResource>> WHOLE = List.of(
            VirtualService.class,
            DestinationRule.class,
            ServiceEntry.class,
            Sidecar.class,
            HttpRoute.class,
            GrpcRoute.class,
            TlsRoute.class,
            TcpRoute.class,
            AuthorizationPolicy.class,
            PeerAuthentication.class,
            RequestAuthentication.class);

    private final MeshSnapshot mesh;
    private final List<Mutant> all = new ArrayList<>();

    private Mutants(MeshSnapshot mesh) {
        this.mesh = mesh;
    }

    static List<Mutant> of(MeshRouter router) {
        Mutants mutants = new Mutants(router.snapshot());
        for (String cluster : mutants.mesh.clusters()) {
            if (router.view(cluster).cluster().equals(cluster)) { // what no control plane reads changes nothing
                mutants.mesh.manifests(cluster).forEach(manifest -> mutants.add(cluster, manifest));
            }
        }
        return List.copyOf(mutants.all);
    }

    private void add(String cluster, Manifest manifest) {
        MeshResource resource = manifest.resource();
        if (WHOLE.stream().noneMatch(type -> type.isInstance(resource))) {
            return;
        }
        Set<Object> different = new LinkedHashSet<>(List.of(resource));
        Consumer<Mutation> found = mutation -> {
            if (different.add(mutation.resource().<Object>map(each -> each).orElse(""))) {
                all.add(new Mutant(
                        mutation.operator(),
                        cluster,
                        resource.key(),
                        mutation.path(),
                        manifest.locate(DocumentPath.parse(mutation.path())),
                        mutation.description(),
                        mutation.resource()));
            }
        };
        found.accept(new Mutation(MutationOperator.DELETE_RESOURCE, "", "the resource is missing", Optional.empty()));
        add(resource, found);
    }

    private static void add(MeshResource resource, Consumer<Mutation> found) {
        if (resource instanceof VirtualService virtualService) {
            VirtualServiceMutator.add(virtualService, found);
        } else if (resource instanceof DestinationRule rule) {
            DestinationRuleMutator.add(rule, found);
        } else if (resource instanceof HttpRoute route) {
            HttpRouteMutator.add(route, found);
        } else if (resource instanceof GrpcRoute route) {
            GrpcRouteMutator.add(route, found);
        } else if (resource instanceof AuthorizationPolicy policy) {
            new SecurityMutator(found).add(policy);
        } else if (resource instanceof PeerAuthentication policy) {
            new SecurityMutator(found).add(policy);
        } else if (resource instanceof RequestAuthentication policy) {
            new SecurityMutator(found).add(policy);
        }
    }
}
