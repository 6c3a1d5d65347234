package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMatchRequestBuilder;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioHttpRouteBuilder;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTcpRouteBuilder;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.L4MatchAttributesBuilder;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.VirtualServiceSpecBuilder;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The cluster of the caller decides which cluster answers, and no other does, even when it fails. Callers of clusters that
 * are not named are not bound: they prefer their own region and fail over. Services with a port of protocol HTTPS or TLS are
 * refused: Istio reads no {@code tcp} rules there, and {@code tls} rules bind only the server names that they list.
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
        TrafficPolicy policy =
                TrafficPolicy.builder().outlierDetection(HostScope.ejectAll()).build();
        List<Subset> subsets = new TreeSet<>(clusters.values())
                .stream().map(cluster -> Variant.cluster(cluster).subset()).toList();
        return scope.everywhere((view, service) -> {
            List<MeshResource> applied =
                    new ArrayList<>(new HostRules(view, service).with("partition", subsets, policy));
            HostRoutes.requireRoutable(service);
            applied.add(new HostRoutes(view, service).of("partition", routes(service.ports())));
            return applied;
        });
    }

    private VirtualServiceSpec routes(List<MeshServicePort> ports) {
        VirtualServiceSpecBuilder spec =
                VirtualServiceSpec.builder().addHost(host).addExportTo("*");
        for (MeshServicePort port : ports) {
            boolean several = ports.size() > 1;
            clusters.forEach((source, answering) ->
                    add(spec, port, several, Optional.of(source), Destination.subset(host, answering)));
            add(spec, port, several, Optional.empty(), Destination.host(host));
        }
        return spec.build();
    }

    /** Adds the rule of one port for the callers of one cluster, or of any; the port is told where there are several. */
    private static void add(
            VirtualServiceSpecBuilder spec,
            MeshServicePort port,
            boolean several,
            Optional<String> source,
            Destination answering) {
        Destination destination = several ? answering.onPort(port.number()) : answering;
        OptionalInt matched = several ? OptionalInt.of(port.number()) : OptionalInt.empty();
        if (isTcp(port)) {
            L4MatchAttributesBuilder match = L4MatchAttributes.builder().port(matched);
            source.ifPresent(cluster -> match.putSourceLabel(CLUSTER, cluster));
            IstioTcpRouteBuilder rule = IstioTcpRoute.builder().addRoute(RouteDestination.to(destination));
            spec.addTcp(
                    several || source.isPresent() ? rule.addMatch(match.build()).build() : rule.build());
            return;
        }
        HttpMatchRequestBuilder match = HttpMatchRequest.builder().port(matched);
        source.ifPresent(cluster -> match.putSourceLabel(CLUSTER, cluster));
        String name = "from-" + source.orElse("elsewhere") + (several ? "-" + port.number() : "");
        IstioHttpRouteBuilder rule = IstioHttpRoute.builder().name(name).addRoute(HttpRouteDestination.to(destination));
        spec.addHttp(
                several || source.isPresent() ? rule.addMatch(match.build()).build() : rule.build());
    }

    private static boolean isTcp(MeshServicePort port) {
        return !port.protocol().isHttp() && port.protocol() != PortProtocol.UNSUPPORTED;
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new OnlyFrom(host, clusters));
    }
}
