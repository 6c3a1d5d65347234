package io.eastwest.render.proof;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.Percent;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.render.intent.Copies;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where copies of requests end. A decision tells to which clusters of Envoy a proxy sends them; here the same call is decided in a
 * mesh whose rules send requests where they send copies, each once, for copies are not repeated.
 */
final class CopyWays {
    private final MeshRouter router;
    private final Map<Integer, MeshRouter> copying = new TreeMap<>();

    CopyWays(MeshRouter router) {
        this.router = router;
    }

    List<Copies> of(Decision decision) {
        List<Copies> copies = new ArrayList<>();
        for (ClusterShare mirror : decision.firstLeg().mirrors()) {
            copies.add(new Copies(
                    mirror.name(),
                    mirror.share(),
                    arriving(decision.call(), decision.conditions(), copies.size(), mirror)));
        }
        return copies;
    }

    private Optional<Share> arriving(Call call, Conditions conditions, int index, ClusterShare mirror) {
        Decision copy = copying.computeIfAbsent(index, key -> MeshRouter.of(copying(router.snapshot(), key)))
                .decide(call, conditions);
        boolean followed = copy.firstLeg().clusters().stream()
                .allMatch(cluster -> cluster.name().equals(mirror.name()));
        return followed ? Optional.of(copy.share(Outcome.Kind.FORWARDED)) : Optional.empty();
    }

    private static MeshSnapshot copying(MeshSnapshot mesh, int index) {
        MeshSnapshotBuilder changed = mesh.toBuilder();
        for (String cluster : mesh.clusters()) {
            for (VirtualService each : mesh.resources(cluster, VirtualService.class)) {
                List<IstioHttpRoute> rules = each.spec().http().stream()
                        .map(rule -> copying(rule, index))
                        .toList();
                if (!rules.equals(each.spec().http())) {
                    changed.put(
                            cluster,
                            each.toBuilder()
                                    .spec(each.spec().toBuilder().http(rules).build())
                                    .build());
                }
            }
        }
        return changed.build();
    }

    private static IstioHttpRoute copying(IstioHttpRoute rule, int index) {
        List<Destination> copied = new ArrayList<>();
        boolean all = rule.mirrorPercentage().isEmpty() && rule.mirrorPercent().isEmpty();
        boolean some = rule.mirrorPercentage().map(Percent::valueOrZero).orElse((double)
                        rule.mirrorPercent().orElse(0))
                > 0;
        rule.mirror().filter(destination -> all || some).ifPresent(copied::add);
        rule.mirrors().stream()
                .filter(mirror -> mirror.percentage()
                        .filter(percent -> percent.valueOrZero() == 0)
                        .isEmpty())
                .map(HttpMirrorPolicy::destination)
                .forEach(copied::add);
        if (index >= copied.size()) {
            return rule;
        }
        return rule.toBuilder()
                .route(List.of(HttpRouteDestination.to(copied.get(index))))
                .mirror(Optional.empty())
                .mirrors(List.of())
                .retries(HttpRetry.disabled())
                .build();
    }
}
