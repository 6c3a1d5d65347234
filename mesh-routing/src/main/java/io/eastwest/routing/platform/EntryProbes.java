package io.eastwest.routing.platform;

import io.eastwest.model.openshift.Route;
import io.eastwest.model.topology.LocalTrafficManager;
import io.eastwest.model.topology.ProbeLevel;
import io.eastwest.model.topology.RouterMember;
import io.eastwest.model.topology.TrafficManagerMode;
import io.eastwest.routing.Condition;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What probes see. One that may end at several pods or members passes when some of them would let it pass. */
final class EntryProbes {
    private static final String ROUTER_NAMESPACE = "openshift-ingress";
    private static final String ROUTER_LABEL = "ingresscontroller.operator.openshift.io/deployment-ingresscontroller";

    private final MeshRouter router;
    private final PlatformRequest request;
    private final AppGraph graph;
    private final PlatformOutage outage;
    private final EntryServices services;

    EntryProbes(
            MeshRouter router, PlatformRequest request, AppGraph graph, PlatformOutage outage, EntryServices services) {
        this.router = router;
        this.request = request;
        this.graph = graph;
        this.outage = outage;
        this.services = services;
    }

    boolean isUp(LocalTrafficManager site) {
        return !outage.sitesDown().contains(site.name());
    }

    /** {@return the host by which the router of a member is asked} */
    String host(LocalTrafficManager site, RouterMember member) {
        boolean rewrites = site.mode().orElse(TrafficManagerMode.DIRECT) == TrafficManagerMode.REWRITE;
        return rewrites ? member.host().orElse(request.host()) : request.host();
    }

    /** {@return members of a site that its own probe leaves, of a ratio above 0} */
    List<RouterMember> members(LocalTrafficManager site) {
        return site.members().stream()
                .filter(member -> member.ratio().orElse(1) > 0)
                .filter(member -> !outage.detected()
                        || site.probe()
                                .map(probe -> passes(site, member, probe.level()))
                                .orElse(true))
                .toList();
    }

    /** {@return whether global DNS takes a site for up} */
    boolean passes(LocalTrafficManager site, ProbeLevel level) {
        return isUp(site)
                && (level == ProbeLevel.H0 || members(site).stream().anyMatch(member -> passes(site, member, level)));
    }

    private boolean passes(LocalTrafficManager site, RouterMember member, ProbeLevel level) {
        String cluster = member.cluster();
        return switch (level) {
            case H0 -> !isHostDown(cluster);
            case H1 -> isRouterUp(cluster);
            case H2 -> isRouterUp(cluster) && answers(cluster, host(site, member), false);
            case H3 -> isRouterUp(cluster) && answers(cluster, host(site, member), true);
        };
    }

    private boolean isHostDown(String cluster) {
        return outage.conditions().all().stream()
                .anyMatch(condition -> condition instanceof Condition.ClusterDown down
                        && down.cluster().equals(cluster));
    }

    /** {@return whether the router process of a cluster runs; where its pods are known, one of them is up} */
    boolean isRouterUp(String cluster) {
        if (isHostDown(cluster) || outage.routersDown().contains(cluster)) {
            return false;
        }
        List<String> pods = router.view(cluster).workloads().stream()
                .filter(pod -> pod.cluster().equals(cluster)
                        && pod.namespace().equals(ROUTER_NAMESPACE)
                        && pod.labels().containsKey(ROUTER_LABEL))
                .map(EntryProbes::id)
                .toList();
        return pods.isEmpty() || pods.stream().anyMatch(pod -> !router.isDown(pod, outage.conditions()));
    }

    private static String id(WorkloadInstance pod) {
        return pod.cluster() + "/" + pod.namespace() + "/" + pod.name();
    }

    private boolean answers(String cluster, String host, boolean deep) {
        Optional<Route> route = services.route(cluster, host, request.path());
        Map<String, ?> backends =
                route.map(each -> services.backends(cluster, each)).orElse(Collections.emptyMap());
        return backends.keySet().stream().anyMatch(service -> works(cluster, service, deep));
    }

    private boolean works(String cluster, String service, boolean deep) {
        return !services.working(cluster, service).isZero()
                && (!deep || graph.of(service).stream().allMatch(call -> works(cluster, call.service(), true)));
    }
}
