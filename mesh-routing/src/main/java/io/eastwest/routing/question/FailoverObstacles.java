package io.eastwest.routing.question;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.endpoints.ClusterLocalHosts;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.question.FailoverObstacle.Kind;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TrafficDistribution;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds out why calls do not leave a boundary. */
final class FailoverObstacles {
    /** What Envoy takes as panic threshold when nothing is sent. */
    static final int ENVOY_PANIC = 50;

    private static final int DEFAULT_EJECTION_PERCENT = 10;
    private static final int WHOLE = 100;

    private final MeshRouter router;
    private final MeshPods pods;
    private final WorkloadInstance caller;
    private final Cluster cluster;
    private final FailoverBoundary boundary;
    private final List<FailoverHost> hosts;
    private final SubsetKey key;

    FailoverObstacles(
            MeshRouter router,
            MeshPods pods,
            WorkloadInstance caller,
            Cluster cluster,
            FailoverBoundary boundary,
            List<FailoverHost> hosts) {
        this.router = router;
        this.pods = pods;
        this.caller = caller;
        this.cluster = cluster;
        this.boundary = boundary;
        this.hosts = hosts;
        this.key = SubsetKey.parse(cluster.name());
    }

    /** {@return how many of the hosts of a cluster may be ejected at a time} */
    static int ejectionCap(Cluster cluster, int hosts) {
        return cluster.outlierDetection()
                .map(outlier -> (int) ((long) hosts * percent(cluster) / WHOLE))
                .orElse(0);
    }

    private static int percent(Cluster cluster) {
        return cluster.outlierDetection()
                .map(outlier -> outlier.maxEjectionPercent().orElse(DEFAULT_EJECTION_PERCENT))
                .orElse(0);
    }

    static boolean isHash(Cluster cluster) {
        return cluster.loadBalancing() instanceof LoadBalancingPolicy.RingHash
                || cluster.loadBalancing() instanceof LoadBalancingPolicy.Maglev;
    }

    /** {@return why the failures that should move calls do not} */
    List<FailoverObstacle> neverMoves(List<List<FailoverHost>> candidates) {
        if (cluster.outlierDetection().isEmpty()) {
            return one(
                    Kind.NO_OUTLIER_DETECTION,
                    "endpoints that fail are not ejected; pods that are not ready are left out");
        }
        if (candidates.isEmpty()) {
            return one(Kind.OTHERS_IN_BETWEEN, "endpoints that are not inside hold the load of the better priorities");
        }
        int cap = ejectionCap(cluster, hosts.size());
        int needed = candidates.get(0).size();
        if (needed > cap) {
            return one(
                    Kind.EJECTION_CAP,
                    needed + " of " + hosts.size() + " endpoints would have to be ejected, but maxEjectionPercent "
                            + percent(cluster) + " allows " + cap);
        }
        int threshold = cluster.panicThreshold().orElse(ENVOY_PANIC);
        return threshold > 0
                ? one(Kind.PANIC, "below " + threshold + "% of healthy endpoints all are used again (minHealthPercent)")
                : one(Kind.UNKNOWN, "no state of so many failures moves calls");
    }

    /** {@return why the outside gets calls from the start} */
    List<FailoverObstacle> spread() {
        int worst = hosts.stream().mapToInt(FailoverHost::priority).max().orElse(0);
        if (worst > 0) {
            return one(Kind.EQUALLY_NEAR, "the best priority has endpoints inside and outside");
        }
        if (cluster.localityWeighted()) {
            return one(Kind.DISTRIBUTE, "localities are weighted, not ordered");
        }
        if (hosts.stream().map(FailoverHost::locality).distinct().count() == 1) {
            return one(
                    Kind.EQUALLY_NEAR,
                    "all endpoints have locality " + hosts.get(0).locality());
        }
        if (cluster.outlierDetection().isEmpty()) {
            return one(Kind.NO_OUTLIER_DETECTION, "no priorities are assigned without it");
        }
        return caller.locality().isEmpty()
                ? one(Kind.NO_LOCALITY, MeshPods.id(caller) + " has no locality")
                : one(Kind.LOCALITY_PREFERENCE_OFF, "localityLbSetting is disabled or orders by nothing that differs");
    }

    /** {@return why the caller's proxy has no endpoint outside that it can use, by the filters that endpoints pass} */
    List<FailoverObstacle> nothingUsable() {
        if (hosts.stream().anyMatch(host -> !host.inside() && !host.reachable())) {
            return one(
                    Kind.NO_GATEWAY,
                    "endpoints of other networks are sent with their own addresses, because these networks have no gateway");
        }
        if (!meshHasOutside()) {
            return one(Kind.NOTHING_OUTSIDE, "the mesh has nothing outside of this " + boundary);
        }
        ControlPlaneView view = router.view(caller.cluster());
        List<MeshService> services = view.servicesByHostname(key.host());
        if (services.isEmpty()) {
            return one(Kind.UNKNOWN, "no service is called " + key.host());
        }
        MeshService service = services.get(0);
        List<ServiceEndpoint> known = outside(view, service);
        if (known.isEmpty()) {
            return unknownOutside(view);
        }
        return firstThatEmpties(view, service, known);
    }

    private boolean meshHasOutside() {
        return switch (boundary) {
            case CLUSTER -> router.snapshot().clusters().size() > 1;
            case NETWORK -> several(WorkloadInstance::network);
            case LOCALITY -> several(MeshPods::locality);
        };
    }

    private boolean several(Function<WorkloadInstance, String> part) {
        return pods.all().stream().map(part).distinct().limit(2).count() > 1;
    }

    private List<ServiceEndpoint> outside(ControlPlaneView view, MeshService service) {
        return view.endpoints(service).stream().filter(this::isOutside).toList();
    }

    private boolean isOutside(ServiceEndpoint endpoint) {
        return switch (boundary) {
            case CLUSTER -> !endpoint.cluster().equals(caller.cluster());
            case NETWORK -> !isOwnNetwork(endpoint);
            case LOCALITY -> !MeshPods.trimmed(endpoint.locality()).equals(MeshPods.locality(caller));
        };
    }

    private boolean isOwnNetwork(ServiceEndpoint endpoint) {
        return endpoint.network().isEmpty()
                || caller.network().isEmpty()
                || endpoint.network().equals(caller.network());
    }

    private List<FailoverObstacle> unknownOutside(ControlPlaneView view) {
        TreeSet<String> elsewhere = new TreeSet<>();
        for (String other : router.snapshot().clusters()) {
            for (MeshService service : router.view(other).servicesByHostname(key.host())) {
                outside(router.view(other), service).stream()
                        .map(ServiceEndpoint::cluster)
                        .forEach(elsewhere::add);
            }
        }
        return elsewhere.isEmpty()
                ? one(Kind.NO_ENDPOINT_OUTSIDE, key.host() + " has no endpoint outside of this " + boundary)
                : one(
                        Kind.NOT_DISCOVERED,
                        "the control plane of " + view.cluster() + " does not read the endpoints of "
                                + String.join(", ", elsewhere));
    }

    private List<FailoverObstacle> firstThatEmpties(
            ControlPlaneView view, MeshService service, List<ServiceEndpoint> known) {
        String port = service.port(key.port()).map(MeshServicePort::name).orElse("");
        boolean clusterLocal =
                ClusterLocalHosts.of(view.meshConfig(), view.domainSuffix()).isClusterLocal(key.host());
        boolean unreadyToo = service.trafficDistribution() != TrafficDistribution.ANY;
        List<ServiceEndpoint> left = known;
        left = kept(left, endpoint -> endpoint.portName().equals(port));
        if (left.isEmpty()) {
            return one(Kind.PORT_NAME_DIFFERS, "no port outside is called \"" + port + "\"");
        }
        left = kept(left, endpoint -> !clusterLocal || endpoint.cluster().equals(caller.cluster()));
        if (left.isEmpty()) {
            return one(
                    Kind.CLUSTER_LOCAL,
                    key.host() + " is local to each cluster (serviceSettings of the mesh, or built in)");
        }
        if (service.nodeLocal()) {
            return one(Kind.NODE_LOCAL, "internalTrafficPolicy of the Service is Local");
        }
        left = kept(
                left,
                endpoint -> endpoint.state() == EndpointState.HEALTHY
                        || (unreadyToo && endpoint.state() == EndpointState.UNHEALTHY));
        if (left.isEmpty()) {
            return one(Kind.NOT_READY, "no endpoint of " + key.host() + " outside is ready");
        }
        boolean passesGateways = left.stream().anyMatch(endpoint -> isOwnNetwork(endpoint) || endpoint.mutualTls());
        if (!passesGateways) {
            return one(Kind.NO_MUTUAL_TLS, "endpoints of other networks have no sidecar that takes mutual TLS");
        }
        if (!key.subset().isEmpty()) {
            return one(Kind.SUBSET_EMPTY, "subset " + key.subset() + " selects no endpoint outside");
        }
        if (cluster.localityWeighted()) {
            return one(Kind.DISTRIBUTE, "distribute gives the localities outside nothing");
        }
        boolean otherNetworks = left.stream().noneMatch(this::isOwnNetwork);
        return otherNetworks
                ? one(
                        Kind.NO_MUTUAL_TLS,
                        "a DestinationRule or PeerAuthentication takes mutual TLS away from endpoints of other networks, or"
                                + " no gateway is reached from here")
                : one(Kind.UNKNOWN, "endpoints outside are known, but not sent");
    }

    private static List<ServiceEndpoint> kept(List<ServiceEndpoint> endpoints, Predicate<ServiceEndpoint> filter) {
        return endpoints.stream().filter(filter).toList();
    }

    private static List<FailoverObstacle> one(Kind kind, String detail) {
        return List.of(new FailoverObstacle(kind, detail));
    }
}
