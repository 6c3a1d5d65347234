package io.eastwest.routing.view;

import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.scalar.IpBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Networks of the endpoints of one cluster: own label, label on the system namespace, registry, address. Upstream order
 * of networks that claim the same is random; we take the first by name. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/controller.go:Network} and {@code network.go:reloadMeshNetworks}.
 */
final class NetworkLookup {
    private record Range(IpBlock block, String network) {}

    private final String ofSystemNamespace;
    private final Optional<String> ofRegistry;
    private final List<Range> ranges;

    private NetworkLookup(String ofSystemNamespace, Optional<String> ofRegistry, List<Range> ranges) {
        this.ofSystemNamespace = ofSystemNamespace;
        this.ofRegistry = ofRegistry;
        this.ranges = ranges;
    }

    static NetworkLookup of(ClusterState cluster, MeshNetworks networks, String system) {
        Optional<String> registry = Optional.empty();
        List<Range> ranges = new ArrayList<>();
        for (Map.Entry<String, MeshNetwork> network : new TreeMap<>(networks.networks()).entrySet()) {
            for (NetworkEndpoints endpoints : network.getValue().endpoints()) {
                if (endpoints instanceof NetworkEndpoints.FromRegistry from
                        && from.value().equals(cluster.name())
                        && registry.isEmpty()) {
                    registry = Optional.of(network.getKey());
                }
                if (endpoints instanceof NetworkEndpoints.FromCidr from) {
                    IpBlock.parse(from.value())
                            .filter(block -> from.value().indexOf('/') >= 0)
                            .ifPresent(block -> ranges.add(new Range(block, network.getKey())));
                }
            }
        }
        ranges.sort(Comparator.comparing(range -> range.block().prefixLength()));
        return new NetworkLookup(cluster.namespaces().network(system), registry, ranges);
    }

    /**
     * {@return network of an endpoint; empty text: none}
     *
     * @param address its address
     * @param labels its own labels
     */
    String network(String address, Map<String, String> labels) {
        String own = labels.getOrDefault(AugmentedLabels.NETWORK, "");
        if (!own.isEmpty()) {
            return own;
        }
        return ofSystemNamespace.isEmpty() ? ofMeshNetworks(address) : ofSystemNamespace;
    }

    private String ofMeshNetworks(String address) {
        if (ofRegistry.isPresent()) {
            return ofRegistry.get();
        }
        if (ranges.isEmpty()) {
            return "";
        }
        return IpBlock.parseAddress(address)
                .flatMap(ip -> ranges.stream()
                        .filter(range -> range.block().contains(ip))
                        .findFirst())
                .map(Range::network)
                .orElse("");
    }
}
