package io.eastwest.testing.coverage;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.PolicySetting;
import io.eastwest.routing.PolicySource;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which traffic policies have a setting in effect for a cluster of a proxy. Remembers what it was asked. */
final class EffectivePolicies {
    private static final Pattern LAYER =
            Pattern.compile("(spec(?:\\.subsets\\[\\d+])?\\.trafficPolicy(?:\\.portLevelSettings\\[\\d+])?)(?:\\..*)?");
    private static final String OUTBOUND = "outbound|";
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final String WAYPOINT = "istio.io-mesh-controller";

    private final MeshRouter router;
    private final Map<Asked, Set<RuleId>> known = new LinkedHashMap<>();

    EffectivePolicies(MeshRouter router) {
        this.router = router;
    }

    private record Asked(String proxy, String cluster) {}

    /** {@return the policies; none for clusters that no traffic policy is for} */
    Set<RuleId> of(String proxy, String cluster) {
        return cluster.startsWith(OUTBOUND)
                ? known.computeIfAbsent(new Asked(proxy, cluster), this::find)
                : new LinkedHashSet<>();
    }

    private Set<RuleId> find(Asked asked) {
        Set<RuleId> found = new LinkedHashSet<>();
        String[] parts = asked.proxy().split("/", -1);
        SubsetKey key = SubsetKey.parse(asked.cluster());
        try {
            String plane = router.view(parts[0]).cluster();
            WorkloadInstance workload = router.workload(new Caller(parts[2], parts[1], parts[0]));
            router.policy(asked.proxy(), kind(workload), key.host(), key.port(), key.subset()).settings().stream()
                    .map(PolicySetting::source)
                    .filter(source -> source.kind() == PolicySource.Kind.DESTINATION_RULE)
                    .flatMap(source -> source.origin().stream())
                    .forEach(origin -> add(plane, origin, found));
        } catch (IllegalArgumentException unknown) {
            // the answer of a proxy without settings of its own, such as one outside of the mesh
        }
        return found;
    }

    private MeshProxy.Kind kind(WorkloadInstance workload) {
        if (WAYPOINT.equals(workload.labels().get(MANAGED))) {
            return MeshProxy.Kind.WAYPOINT;
        }
        return router.isGateway(workload) ? MeshProxy.Kind.ROUTER : MeshProxy.Kind.SIDECAR;
    }

    private static void add(String plane, Origin origin, Set<RuleId> found) {
        Matcher layer = LAYER.matcher(origin.path());
        if (layer.matches()) {
            found.add(new RuleId(plane, origin.resource(), layer.group(1)));
        }
    }
}
