package io.eastwest.routing.ambient;

import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayAddress;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerTls;
import io.eastwest.model.gatewayapi.ListenerTlsMode;
import io.eastwest.routing.view.ClusterView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gateways of other networks: east-west gateways of the clusters that are read, and pointers to others in the own cluster.
 * Upstream order is random where a network has several; we take that of the clusters, then of names. Mirrors istio 1.30.3
 * {@code pilot/pkg/serviceregistry/ambient/networks.go:k8sGatewayToNetworkGateways}.
 */
final class AmbientGateways {
    private static final String NETWORK = "topology.istio.io/network";
    private static final String EAST_WEST_CLASS = "istio-east-west";
    private static final String REMOTE_CLASS = "istio-remote";
    private static final String ACCOUNT = "gateway.istio.io/service-account";

    private final String trustDomain;
    private final Map<String, AmbientGateway> byNetwork = new LinkedHashMap<>();

    AmbientGateways(List<ClusterView> clusters, String trustDomain) {
        this.trustDomain = trustDomain;
        for (ClusterView cluster : clusters) {
            boolean own = cluster == clusters.get(0);
            for (Gateway gateway : cluster.resources(Gateway.class)) {
                String className = gateway.spec().gatewayClassName();
                if (className.equals(own ? REMOTE_CLASS : EAST_WEST_CLASS)) {
                    add(cluster.name(), gateway, own);
                }
            }
        }
    }

    private void add(String cluster, Gateway gateway, boolean own) {
        String network = gateway.metadata().labels().getOrDefault(NETWORK, "");
        Predicate<Listener> taken = listener -> listener.protocol().equals("HBONE") && (own || terminates(listener));
        Optional<Listener> listener =
                gateway.spec().listeners().stream().filter(taken).findFirst();
        if (network.isEmpty() || listener.isEmpty()) {
            return;
        }
        String namespace = gateway.metadata().namespaceOrDefault();
        String name = gateway.metadata().name();
        String account = Optional.ofNullable(gateway.metadata().annotations().get(ACCOUNT))
                .orElse(own ? name + "-" + REMOTE_CLASS : name);
        for (GatewayAddress address :
                gateway.status().map(status -> status.addresses()).orElse(List.of())) {
            address.value()
                    .ifPresent(value -> byNetwork.putIfAbsent(
                            network,
                            new AmbientGateway(
                                    network,
                                    cluster,
                                    namespace + "/" + name,
                                    value,
                                    own ? listener.get().port() : Waypoint.HBONE_PORT,
                                    Identities.principal(trustDomain, namespace, account))));
        }
    }

    private static boolean terminates(Listener listener) {
        return listener.tls()
                .flatMap(ListenerTls::mode)
                .filter(mode -> mode == ListenerTlsMode.Terminate)
                .isPresent();
    }

    /** {@return the gateway of a network that is used: the first} */
    Optional<AmbientGateway> of(String network) {
        return Optional.ofNullable(byNetwork.get(network));
    }
}
