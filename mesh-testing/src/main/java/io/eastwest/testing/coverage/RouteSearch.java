package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seeks calls that take rules which no test reached, or the reason why there is none. Remembers what it found. */
final class RouteSearch {
    /** Callers and ports that are looked at; what is left then is said to be missed. */
    private static final int MOST = 2_000;

    private final MeshRouter router;
    private final Collection<RuleId> sought;
    private final List<CallTarget> targets;
    private final Map<RuleId, Found> found = new LinkedHashMap<>();
    private final Map<String, MeshCallers> callers = new LinkedHashMap<>();
    private int looks;

    /**
     * Seeks nothing yet.
     *
     * @param router the mesh
     * @param sought the rules that it will be asked about
     */
    RouteSearch(MeshRouter router, Collection<RuleId> sought) {
        this.router = router;
        this.sought = sought;
        this.targets = MatrixAxes.of(router).targets();
    }

    private record Found(RouteSightings sightings, boolean provable) {}

    /** {@return what is known of a rule or match of a resource that routes calls} */
    Verdict of(RuleId rule) {
        Found all = found.computeIfAbsent(rule.at(""), this::search);
        return all.sightings().verdict(rule.path(), all.provable() && !isOfConnections(rule));
    }

    /** {@return whether a rule is for connections, which differ in more than the calls that are tried} */
    private static boolean isOfConnections(RuleId rule) {
        String kind = rule.resource().kind();
        return rule.path().startsWith("spec.tls[")
                || rule.path().startsWith("spec.tcp[")
                || kind.equals("TLSRoute")
                || kind.equals("TCPRoute");
    }

    /** {@return whether everything was looked at that was asked for} */
    boolean complete() {
        return looks < MOST;
    }

    private Found search(RuleId resource) {
        ResourceKey key = resource.resource();
        RouteSightings sightings = new RouteSightings(key);
        Optional<RouteScope> scope = router.snapshot()
                .find(resource.cluster(), key)
                .map(Manifest::resource)
                .flatMap(each ->
                        RouteScope.of(each, router.view(resource.cluster()).domainSuffix()));
        boolean provable = scope.filter(RouteScope::provable).isPresent();
        List<String> paths = sought.stream()
                .filter(each -> each.at("").equals(resource))
                .map(RuleId::path)
                .toList();
        MeshCallers who = callers.computeIfAbsent(resource.cluster(), plane -> MeshCallers.of(router, plane));
        for (String host : scope.map(RouteScope::hosts).orElse(List.of())) {
            boolean known = false;
            for (CallTarget target : targets) {
                if (Hostname.matches(host, host(target))) {
                    known |= look(sightings, paths, target, who.sidecars());
                }
            }
            provable &= known && !Hostname.isWildcard(host);
        }
        return new Found(sightings, provable && who.all() && complete());
    }

    /** {@return whether anybody can call} */
    private boolean look(RouteSightings sightings, List<String> paths, CallTarget target, List<Caller> who) {
        boolean known = false;
        for (Caller caller : who) {
            Call call = target.draft().from(caller);
            String id = caller.cluster() + "/" + caller.namespace() + "/" + caller.workload();
            if (!router.resolve(id, call.host()).isEmpty() && looks < MOST) {
                known = true;
                if (!paths.stream().allMatch(sightings::hasWitness)) {
                    looks++;
                    sightings.look(router, call);
                }
            }
        }
        return known;
    }

    private static String host(CallTarget target) {
        return target.draft().from("", "", "").host();
    }
}
