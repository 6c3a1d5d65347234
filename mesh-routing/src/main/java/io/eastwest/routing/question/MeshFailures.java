package io.eastwest.routing.question;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.Condition;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The single things that may break in a mesh. */
public final class MeshFailures {
    private MeshFailures() {}

    /**
     * Lists what may break, one thing at a time.
     *
     * @param router the mesh
     * @param kinds what to list; {@link Kind#GIVEN} gives nothing
     * @return failures by kind in the order asked, within a kind by name; clusters in the order of the mesh
     */
    public static List<MeshFailure> of(MeshRouter router, Kind... kinds) {
        return of(router, new MeshPods(router), kinds);
    }

    static List<MeshFailure> of(MeshRouter router, MeshPods pods, Kind... kinds) {
        List<MeshFailure> failures = new ArrayList<>();
        for (Kind kind : kinds) {
            switch (kind) {
                case POD ->
                    pods.all().stream()
                            .filter(WorkloadInstance::pod)
                            .map(MeshPods::id)
                            .forEach(id -> failures.add(new MeshFailure(kind, "pod " + id, Conditions.podDown(id))));
                case ZONE ->
                    localities(pods, MeshFailures::zone)
                            .forEach(zone ->
                                    failures.add(new MeshFailure(kind, "zone " + zone, Conditions.localityDown(zone))));
                case REGION ->
                    localities(pods, MeshFailures::region)
                            .forEach(region -> failures.add(
                                    new MeshFailure(kind, "region " + region, Conditions.localityDown(region))));
                case CLUSTER ->
                    router.snapshot()
                            .clusters()
                            .forEach(cluster -> failures.add(
                                    new MeshFailure(kind, "cluster " + cluster, Conditions.clusterDown(cluster))));
                case NODE ->
                    pods.all().stream()
                            .filter(pod -> pod.pod() && !pod.node().isEmpty())
                            .map(pod -> new Condition.NodeDown(pod.cluster(), pod.node()))
                            .distinct()
                            .forEach(node -> failures.add(new MeshFailure(
                                    kind, "node " + node.cluster() + "/" + node.node(), Conditions.of(node))));
                case GATEWAY ->
                    gateways(router)
                            .forEach(address -> failures.add(
                                    new MeshFailure(kind, "gateway " + address, Conditions.gatewayDown(address))));
                case CONTROL_PLANE ->
                    controlPlanes(router)
                            .forEach(cluster -> failures.add(new MeshFailure(
                                    kind, "control plane " + cluster, Conditions.controlPlaneDown(cluster))));
                case AUTHORITY ->
                    controlPlanes(router)
                            .forEach(cluster -> failures.add(new MeshFailure(
                                    kind, "authority of " + cluster, Conditions.authorityExpired(cluster))));
                case GATEWAYS ->
                    networks(router)
                            .forEach(network -> failures.add(
                                    new MeshFailure(kind, "gateways of " + network, Conditions.gatewaysDown(network))));
                case LINK -> links(networks(router), failures);
                case GIVEN -> {}
            }
        }
        return List.copyOf(failures);
    }

    private static void links(NavigableSet<String> networks, List<MeshFailure> failures) {
        for (String one : networks) {
            for (String other : networks.tailSet(one, false)) {
                failures.add(new MeshFailure(Kind.LINK, "link " + one + "-" + other, Conditions.linkCut(one, other)));
            }
        }
    }

    /** {@return clusters that run a control plane, which also signs the certificates of the clusters that it serves} */
    private static List<String> controlPlanes(MeshRouter router) {
        return router.snapshot().topology().spec().clusters().stream()
                .filter(cluster -> cluster.controlPlaneOrDefault().equals(cluster.name()))
                .map(ClusterTopology::name)
                .toList();
    }

    /** {@return addresses of gateways of networks, without port} */
    private static NavigableSet<String> gateways(MeshRouter router) {
        NavigableSet<String> addresses = new TreeSet<>();
        for (String cluster : router.snapshot().clusters()) {
            router.view(cluster).networkGateways().forEach(gateway -> addresses.add(gateway.address()));
        }
        return addresses;
    }

    /** {@return networks that have gateways} */
    private static NavigableSet<String> networks(MeshRouter router) {
        NavigableSet<String> networks = new TreeSet<>();
        for (String cluster : router.snapshot().clusters()) {
            router.view(cluster).networkGateways().stream()
                    .map(NetworkGatewayAddress::network)
                    .filter(network -> !network.isEmpty())
                    .forEach(networks::add);
        }
        return networks;
    }

    private static NavigableSet<String> localities(MeshPods pods, Function<String, String> part) {
        NavigableSet<String> names = new TreeSet<>();
        pods.all().stream()
                .map(pod -> part.apply(pod.locality()))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static String region(String locality) {
        int slash = locality.indexOf('/');
        return slash < 0 ? locality : locality.substring(0, slash);
    }

    private static String zone(String locality) {
        String[] parts = locality.split("/", -1);
        return parts.length < 2 || parts[1].isEmpty() ? "" : parts[0] + "/" + parts[1];
    }
}
