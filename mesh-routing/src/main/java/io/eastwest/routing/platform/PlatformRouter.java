package io.eastwest.routing.platform;

import io.eastwest.model.openshift.Route;
import io.eastwest.model.topology.PlatformTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what happens to requests from outside by the redundancy of the platform alone, and with a mesh behind the same
 * entry. Routes and Services come from the snapshot, global DNS and load balancers from {@code spec.platform} of the topology.
 * Immutable and thread-safe.
 *
 * <p>Load balancers and routers do not retry. A pod that is down is no longer behind its Service, as its readiness tells
 * Kubernetes; to the mesh it is still sent, and the outlier detection of each caller has to find out.
 */
public final class PlatformRouter {
    private final MeshRouter router;
    private final PlatformTopology platform;

    private PlatformRouter(MeshRouter router, PlatformTopology platform) {
        this.router = router;
        this.platform = platform;
    }

    /**
     * Makes the router of the platform.
     *
     * @param router the mesh
     * @return the router
     * @throws IllegalArgumentException if the topology has no {@code spec.platform}
     */
    public static PlatformRouter of(MeshRouter router) {
        PlatformTopology platform = router.snapshot()
                .topology()
                .spec()
                .platform()
                .orElseThrow(() -> new IllegalArgumentException("the topology has no spec.platform"));
        return new PlatformRouter(router, platform);
    }

    /**
     * How requests end without the mesh: each stays in the cluster where it landed.
     *
     * @param request the request
     * @param graph which calls applications cannot do without
     * @param outage what is broken
     * @return exact shares
     */
    public EntryResult withoutMesh(PlatformRequest request, AppGraph graph, PlatformOutage outage) {
        EntryServices services = new EntryServices(router, outage);
        ClusterTree.GlobalCalls calls = (host, path) -> withoutMesh(new PlatformRequest(host, path, ""), graph, outage);
        return ask(request, graph, outage, services, new ClusterTree(graph, services, calls));
    }

    /**
     * How requests end when the entry is the same and every further call goes through the mesh. Pods that call are taken to
     * have a proxy; a call by a global name goes to its Service instead, which needs no Route of its own.
     *
     * @param request the request
     * @param graph which calls applications cannot do without
     * @param outage what is broken
     * @return exact shares
     */
    public EntryResult withMesh(PlatformRequest request, AppGraph graph, PlatformOutage outage) {
        return ask(request, graph, outage, new EntryServices(router, outage), new MeshTree(router, graph, outage));
    }

    /**
     * Both for the same request and outage.
     *
     * @param request the request
     * @param graph which calls applications cannot do without
     * @param outage what is broken
     * @return the comparison
     */
    public PlatformComparison compare(PlatformRequest request, AppGraph graph, PlatformOutage outage) {
        return new PlatformComparison(
                request, outage, withoutMesh(request, graph, outage), withMesh(request, graph, outage));
    }

    /**
     * How long clients of a global name may meet something that is down.
     *
     * @param host the global name
     * @return the bound; empty: global DNS does not know it
     */
    public Optional<FailoverTime> failoverTime(String host) {
        return platform.gslb().stream()
                .filter(balancer -> balancer.host().equals(host))
                .findFirst()
                .map(balancer -> FailoverTime.of(platform, balancer));
    }

    /** {@return what does not fit together among Routes, Services and load balancers of all clusters} */
    public List<PlatformFinding> findings() {
        return PlatformLinter.check(router, platform);
    }

    private EntryResult ask(
            PlatformRequest request, AppGraph graph, PlatformOutage outage, EntryServices services, CallTree tree) {
        EntryProbes probes = new EntryProbes(router, request, graph, outage, services);
        List<EntryLoss> losses = new ArrayList<>();
        List<ClusterLanding> landings = new ArrayList<>();
        for (EntryPaths.Way way : new EntryPaths(platform, request, outage, probes).ways(losses)) {
            String cluster = way.member().cluster();
            List<EntryLoss> own = new ArrayList<>();
            Share answered = probes.isRouterUp(cluster)
                    ? atRouter(
                            cluster, probes.host(way.site(), way.member()), request.path(), outage, services, tree, own)
                    : lost(EntryLoss.Cause.ROUTER_DOWN, cluster, "the router does not answer", own);
            own.forEach(loss -> losses.add(loss.times(way.share())));
            landings.add(new ClusterLanding(
                    way.site().name(), cluster, way.share(), way.share().times(answered)));
        }
        return new EntryResult(landings, losses);
    }

    private static Share atRouter(
            String cluster,
            String host,
            String path,
            PlatformOutage outage,
            EntryServices services,
            CallTree tree,
            List<EntryLoss> losses) {
        Optional<Route> route = services.route(cluster, host, path);
        if (route.isEmpty()) {
            return lost(EntryLoss.Cause.NO_ROUTE, cluster, "no Route takes " + host + path, losses);
        }
        Map<String, Share> backends = services.backends(cluster, route.get());
        if (backends.isEmpty()) {
            return lost(
                    EntryLoss.Cause.NO_ENDPOINT,
                    cluster,
                    "no pod behind " + route.get().key() + " is ready",
                    losses);
        }
        Share answered = Share.ZERO;
        for (Map.Entry<String, Share> backend : backends.entrySet()) {
            List<String> pods = services.ready(cluster, backend.getKey());
            Share each = backend.getValue().times(Share.of(1, pods.size()));
            for (String pod : pods) {
                List<EntryLoss> own = new ArrayList<>();
                Share share = outage.broken().contains(pod)
                        ? lost(EntryLoss.Cause.APPLICATION_BROKEN, cluster, pod + " answers with errors", own)
                        : tree.answered(cluster, backend.getKey(), pod, own);
                own.forEach(loss -> losses.add(loss.times(each)));
                answered = answered.plus(each.times(share));
            }
        }
        return answered;
    }

    private static Share lost(EntryLoss.Cause cause, String cluster, String detail, List<EntryLoss> losses) {
        losses.add(new EntryLoss(cause, cluster, detail, Share.ONE));
        return Share.ZERO;
    }
}
