package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.VirtualService;
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
    /**
     * Looks at a mesh.
     *
     * @param router the mesh
     * @param compared hosts whose calls are compared
     */
    EquivalenceDoubts(MeshRouter router, List<String> compared) {
        MeshSnapshot mesh = router.snapshot();
        this.router = router;
        this.compared = List.copyOf(compared);
        for (String cluster : mesh.clusters()) {
            if (mesh.resources(cluster, VirtualService.class).stream()
                    .flatMap(each -> each.spec().http().stream())
                    .flatMap(rule -> rule.match().stream())
                    .anyMatch(EquivalenceDoubts::isNotVaried)) {
                ofAll.add("rules look at what calls were not varied in: the scheme");
            }
        }
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

    private static boolean isNotVaried(HttpMatchRequest match) {
        return match.scheme().isPresent()
                || Stream.concat(match.headers().keySet().stream(), match.withoutHeaders().keySet().stream())
                        .anyMatch(":scheme"::equals);
    }
}
