package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.NetworkGatewayAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gateways of all networks. Mirrors istio 1.30.3 {@code pilot/pkg/model/network.go:NetworkGateways} and {@code
 * pilot/pkg/xds/endpoints/ep_filters.go:selectNetworkGateways}.
 */
final class GatewaySet {
    /** Order of gateways in a group of endpoints. */
    static final Comparator<NetworkGatewayAddress> ORDER =
            Comparator.comparing(NetworkGatewayAddress::address).thenComparing(NetworkGatewayAddress::port);

    private record NetworkOfCluster(String network, String cluster) {}

    private final Map<String, List<NetworkGatewayAddress>> byNetwork = new LinkedHashMap<>();
    private final Map<NetworkOfCluster, List<NetworkGatewayAddress>> byCluster = new LinkedHashMap<>();
    private final long scale;

    GatewaySet(List<NetworkGatewayAddress> gateways) {
        for (NetworkGatewayAddress gateway : gateways.stream().sorted(ORDER).toList()) {
            byNetwork
                    .computeIfAbsent(gateway.network(), key -> new ArrayList<>())
                    .add(gateway);
            byCluster
                    .computeIfAbsent(
                            new NetworkOfCluster(gateway.network(), gateway.cluster()), key -> new ArrayList<>())
                    .add(gateway);
        }
        long multiple = 1;
        for (List<NetworkGatewayAddress> group : byNetwork.values()) {
            multiple = leastCommonMultiple(multiple, group.size());
        }
        for (List<NetworkGatewayAddress> group : byCluster.values()) {
            multiple = leastCommonMultiple(multiple, group.size());
        }
        this.scale = multiple;
    }

    boolean isEmpty() {
        return byNetwork.isEmpty();
    }

    /** {@return factor of all weights, so that a weight splits evenly over any set of gateways} */
    long scale() {
        return scale;
    }

    /** {@return the gateways of this network and cluster; those of the whole network where the cluster has none} */
    List<NetworkGatewayAddress> select(String network, String cluster) {
        List<NetworkGatewayAddress> own = byCluster.getOrDefault(new NetworkOfCluster(network, cluster), List.of());
        return own.isEmpty() ? byNetwork.getOrDefault(network, List.of()) : own;
    }

    private static long leastCommonMultiple(long one, long other) {
        return one / greatestCommonDivisor(one, other) * other;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
