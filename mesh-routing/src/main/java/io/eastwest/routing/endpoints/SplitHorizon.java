package io.eastwest.routing.endpoints;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpoint.NetworkGatewayHop;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Replaces endpoints of other networks by the gateways of these networks, group by group. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/ep_filters.go:EndpointsByNetworkFilter}.
 */
final class SplitHorizon {
    private static final String CLUSTER_LABEL = "topology.istio.io/cluster";
    private static final String NETWORK_LABEL = "topology.istio.io/network";

    private final MeshProxy proxy;
    private final GatewaySet gateways;
    private final AddressFamilies families;
    private final AmbientReach ambient;

    SplitHorizon(MeshProxy proxy, GatewaySet gateways) {
        this(proxy, gateways, AmbientReach.NONE);
    }

    SplitHorizon(MeshProxy proxy, GatewaySet gateways, AmbientReach ambient) {
        this.ambient = ambient;
        this.proxy = proxy;
        this.gateways = gateways;
        this.families = proxy.ask(AddressFamilies.OF_PROXY);
    }

    /** {@return groups in order; one without endpoints stays, without weight} */
    List<EndpointGroup> replace(List<CandidateGroup> groups, EndpointSteps steps) {
        return groups.stream()
                .map(group -> gateways.isEmpty() && !ambient.usesTunnels() ? group.unchanged() : replaced(group, steps))
                .toList();
    }

    private EndpointGroup replaced(CandidateGroup group, EndpointSteps steps) {
        List<GroupMember> members = new ArrayList<>();
        Map<NetworkGatewayAddress, Long> gatewayWeights = new LinkedHashMap<>();
        for (CandidateGroup.Candidate candidate : group.candidates()) {
            String network = candidate.source().network();
            List<NetworkGatewayAddress> selected =
                    selected(network, candidate.source().cluster());
            List<NetworkGatewayAddress> reachable =
                    selected.stream().filter(families::reach).toList();
            boolean own = EndpointVisibility.isOwnNetwork(proxy, network);
            if (!own && (!ambient.reachesOthers() || (ambient.isOn() && reachable.isEmpty()))) {
                steps.left(candidate.source(), EndpointObstacle.NO_GATEWAY);
                continue;
            }
            long weight = Weights.scaled(candidate.member().endpoint().weight(), gateways.scale());
            if (isDirect(network, selected)) {
                if (hasHost(candidate.source())) {
                    members.add(withWeight(candidate.member(), weight));
                } else {
                    steps.left(candidate.source(), EndpointObstacle.NO_ADDRESS);
                }
            } else if (ambient.usesTunnels() || candidate.member().endpoint().mutualTls()) {
                split(weight, reachable, gatewayWeights);
                if (reachable.isEmpty()) {
                    steps.left(candidate.source(), EndpointObstacle.NO_GATEWAY);
                } else {
                    steps.behind(candidate.source(), reachable);
                }
            } else {
                steps.left(candidate.source(), EndpointObstacle.NO_MUTUAL_TLS);
            }
        }
        gatewayWeights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(GatewaySet.ORDER))
                .forEach(entry -> members.add(member(entry.getKey(), Math.max(1, entry.getValue()))));
        return EndpointGroup.builder()
                .locality(group.locality())
                .members(members)
                .weight(weight(members))
                .build();
    }

    /** An endpoint without port is a path for upstream, and a path is no host: once there are gateways, it is lost. */
    private static boolean hasHost(ServiceEndpoint endpoint) {
        return !endpoint.address().isEmpty() && endpoint.port() != 0;
    }

    /** {@return gateways for an endpoint; a sidecar cannot use one without a port for mutual TLS} */
    private List<NetworkGatewayAddress> selected(String network, String cluster) {
        List<NetworkGatewayAddress> all = gateways.select(network, cluster);
        if (ambient.usesTunnels()) {
            return all.stream().filter(gateway -> gateway.hbonePort() != 0).toList();
        }
        return proxy.kind() == MeshProxy.Kind.SIDECAR
                ? all.stream().filter(gateway -> gateway.port() != 0).toList()
                : all;
    }

    private boolean isDirect(String network, List<NetworkGatewayAddress> selected) {
        if (selected.isEmpty()) {
            return true;
        }
        boolean ownNetworkUnknown = proxy.network().isEmpty() && !network.isEmpty();
        return !ownNetworkUnknown && EndpointVisibility.isOwnNetwork(proxy, network);
    }

    private static void split(
            long weight, List<NetworkGatewayAddress> reachable, Map<NetworkGatewayAddress, Long> gatewayWeights) {
        reachable.forEach(gateway -> gatewayWeights.merge(gateway, weight / reachable.size(), Weights::wrappedSum));
    }

    private static GroupMember withWeight(GroupMember member, long weight) {
        return new GroupMember(member.endpoint().toBuilder().weight(weight).build(), member.labels());
    }

    private GroupMember member(NetworkGatewayAddress gateway, long weight) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (!gateway.cluster().isEmpty()) {
            labels.put(CLUSTER_LABEL, gateway.cluster());
        }
        if (!gateway.network().isEmpty()) {
            labels.put(NETWORK_LABEL, gateway.network());
        }
        boolean tunnel = ambient.usesTunnels();
        LbEndpoint endpoint = LbEndpoint.builder()
                .address(AddressText.of(gateway.address(), tunnel ? gateway.hbonePort() : gateway.port()))
                .weight(weight)
                .mutualTls(!tunnel)
                .tunnel(tunnel)
                .tunnelTarget(ambient.target())
                .gateway(new NetworkGatewayHop(gateway.network(), gateway.cluster()))
                .build();
        return new GroupMember(endpoint, labels);
    }

    /** {@return the sum of the weights of endpoints; empty for none} */
    static OptionalLong weight(List<GroupMember> members) {
        return members.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(members.stream()
                        .mapToLong(member -> member.endpoint().weight())
                        .reduce(0, Weights::wrappedSum));
    }
}
