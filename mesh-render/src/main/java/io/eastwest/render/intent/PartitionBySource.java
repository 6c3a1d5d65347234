package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.VirtualServiceSpecBuilder;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The cluster of the caller decides which cluster answers, and no other does, even when it fails. Callers of clusters that
 * are not named are not bound: they prefer their own region and fail over.
 *
 * @param host full hostname of the service
 * @param clusters cluster that answers, by cluster of the caller
 */
public record PartitionBySource(String host, Map<String, String> clusters) implements TrafficIntent {
    static final String CLUSTER = "topology.istio.io/cluster";

    /**
     * Checks and copies.
     *
     * @param host full hostname of the service
     * @param clusters cluster that answers, by cluster of the caller
     * @throws IllegalArgumentException if the host is no full hostname or no cluster is named
     */
    public PartitionBySource {
        HostScope.checked(host);
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("a partition needs the cluster of a caller; name one or more");
        }
    }

    /**
     * Keeps the calls of each of some clusters in that cluster.
     *
     * @param host full hostname of the service
     * @param clusters names of the clusters
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname or no cluster is named
     */
    public static PartitionBySource own(String host, String... clusters) {
        Map<String, String> own = new LinkedHashMap<>();
        for (String cluster : clusters) {
            own.put(cluster, cluster);
        }
        return new PartitionBySource(host, own);
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        clusters.forEach((source, answering) -> {
            if (!mesh.clusters().containsAll(List.of(source, answering))) {
                throw new IllegalArgumentException("callers of \"" + source + "\" to \"" + answering
                        + "\" but the clusters of the mesh are " + mesh.clusters());
            }
        });
        HostScope scope = new HostScope(mesh, host);
        DestinationRuleSpec subsets = DestinationRuleSpec.builder()
                .host(host)
                .trafficPolicy(TrafficPolicy.builder()
                        .outlierDetection(HostScope.ejectAll())
                        .build())
                .subsets(new TreeSet<>(clusters.values())
                        .stream()
                                .map(cluster -> Subset.of(cluster, CLUSTER, cluster))
                                .toList())
                .build();
        VirtualService routes = VirtualService.of(
                scope.service().namespace(),
                scope.service().name() + "-partition",
                routes(scope.service().ports()));
        return scope.everywhere(scope.rule("partition", subsets), routes);
    }

    private VirtualServiceSpec routes(List<MeshServicePort> ports) {
        VirtualServiceSpecBuilder spec =
                VirtualServiceSpec.builder().addHost(host).addExportTo("*");
        if (ports.stream().anyMatch(port -> !isTcp(port))) {
            clusters.forEach((source, answering) -> spec.addHttp(IstioHttpRoute.builder()
                    .name("from-" + source)
                    .addMatch(HttpMatchRequest.sourceLabel(CLUSTER, source))
                    .addRoute(HttpRouteDestination.to(host, answering))
                    .build()));
            spec.addHttp(IstioHttpRoute.builder()
                    .name("from-elsewhere")
                    .addRoute(HttpRouteDestination.to(host))
                    .build());
        }
        ports.stream().filter(PartitionBySource::isTcp).forEach(port -> {
            clusters.forEach((source, answering) -> spec.addTcp(IstioTcpRoute.builder()
                    .addMatch(L4MatchAttributes.builder()
                            .port(port.number())
                            .putSourceLabel(CLUSTER, source)
                            .build())
                    .addRoute(RouteDestination.to(
                            Destination.subset(host, answering).onPort(port.number())))
                    .build()));
            spec.addTcp(IstioTcpRoute.builder()
                    .addMatch(L4MatchAttributes.builder().port(port.number()).build())
                    .addRoute(RouteDestination.to(Destination.host(host).onPort(port.number())))
                    .build());
        });
        return spec.build();
    }

    private static boolean isTcp(MeshServicePort port) {
        return !port.protocol().isHttp() && port.protocol() != PortProtocol.UNSUPPORTED;
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new OnlyFrom(host, clusters));
    }
}
