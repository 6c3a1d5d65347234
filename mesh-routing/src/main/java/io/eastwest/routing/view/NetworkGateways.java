package io.eastwest.routing.view;

import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayAddress;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.istio.mesh.NetworkGateway;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LabelSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gateways of all networks that one control plane knows. Host names stay as they are written: nothing is looked up.
 * Mirrors istio 1.30.3 {@code pilot/pkg/model/network.go:reload} and {@code
 * pilot/pkg/serviceregistry/kube/controller/network.go}.
 */
final class NetworkGateways {
    static final Comparator<NetworkGatewayAddress> ORDER = Comparator.comparing(NetworkGatewayAddress::network)
            .thenComparing(NetworkGatewayAddress::cluster)
            .thenComparing(NetworkGatewayAddress::address)
            .thenComparing(NetworkGatewayAddress::port)
            .thenComparing(NetworkGatewayAddress::hbonePort)
            .thenComparing(NetworkGatewayAddress::serviceAccount);

    private static final int MUTUAL_TLS_PORT = 15443;
    private static final int HBONE_PORT = 15008;
    private static final String REMOTE_CLASS = "istio-remote";
    private static final String PORT_LABEL = "networking.istio.io/gatewayPort";
    private static final String LISTENER_OPTION = "gateway.istio.io/listener-protocol";
    private static final String ACCOUNT = "gateway.istio.io/service-account";

    private final MeshNetworks networks;
    private final List<LabelSelector> discovery;
    private final String domainSuffix;
    private final Set<NetworkGatewayAddress> found = new LinkedHashSet<>();

    private NetworkGateways(MeshNetworks networks, List<LabelSelector> discovery, String domainSuffix) {
        this.networks = networks;
        this.discovery = discovery;
        this.domainSuffix = domainSuffix;
    }

    /**
     * Collects. Services of namespaces that are not discovered do not count; Gateway resources do.
     *
     * @param inputs what the control plane reads
     */
    static List<NetworkGatewayAddress> of(ViewInputs inputs) {
        List<ClusterState> clusters = inputs.clusters();
        NetworkGateways gateways =
                new NetworkGateways(inputs.networks(), inputs.meshConfig().discoverySelectors(), inputs.domainSuffix());
        inputs.networks().networks().forEach(gateways::addStatic);
        for (ClusterState cluster : clusters) {
            gateways.addServices(cluster);
            boolean configuration = cluster == clusters.get(0);
            StoredResources stored = StoredResources.of(cluster.snapshot(), cluster.name());
            cluster.snapshot().resources(cluster.name(), Gateway.class).stream()
                    .flatMap(gateway -> stored.store(Gateway.class, gateway).stream())
                    .filter(gateway ->
                            configuration || !gateway.spec().gatewayClassName().equals(REMOTE_CLASS))
                    .forEach(gateway -> gateways.addGateway(cluster.name(), gateway));
        }
        return gateways.found.stream().sorted(ORDER).toList();
    }

    private void addStatic(String network, MeshNetwork settings) {
        for (NetworkGateway gateway : settings.gateways()) {
            gateway.address()
                    .filter(address -> !address.isEmpty())
                    .ifPresent(address -> found.add(new NetworkGatewayAddress(
                            network, "", address, gateway.port().orElse(0), 0)));
        }
    }

    private void addServices(ClusterState cluster) {
        cluster.services().forEach((namespace, services) -> {
            if (cluster.namespaces().isDiscovered(namespace, discovery)) {
                services.values().forEach(service -> addService(cluster, service));
            }
        });
    }

    private void addService(ClusterState cluster, KubernetesService service) {
        List<NetworkGatewayAddress> kinds = kinds(cluster.name(), service);
        if (kinds.isEmpty()) {
            return;
        }
        for (String address : ExternalAddresses.of(service, cluster)) {
            for (NetworkGatewayAddress kind : kinds) {
                found.add(new NetworkGatewayAddress(
                        kind.network(),
                        cluster.name(),
                        address,
                        ExternalAddresses.nodePort(service, kind.port()),
                        kind.hbonePort()));
            }
        }
    }

    /** {@return networks and ports that a Service is a gateway of, without address} */
    private List<NetworkGatewayAddress> kinds(String cluster, KubernetesService service) {
        Map<String, String> labels = service.metadata().labels();
        String network = labels.getOrDefault(AugmentedLabels.NETWORK, "");
        if (network.isEmpty()) {
            return registered(cluster, service);
        }
        int port = number(labels.getOrDefault(PORT_LABEL, ""));
        int mutualTls = has(service, port) ? port : 0;
        int hbone = has(service, HBONE_PORT) ? HBONE_PORT : 0;
        return mutualTls == 0 && hbone == 0
                ? List.of()
                : List.of(new NetworkGatewayAddress(network, cluster, "", mutualTls, hbone));
    }

    private List<NetworkGatewayAddress> registered(String cluster, KubernetesService service) {
        String hostname = KubernetesServices.hostname(
                service.metadata().name(), service.metadata().namespaceOrDefault(), domainSuffix);
        List<NetworkGatewayAddress> kinds = new ArrayList<>();
        networks.networks().forEach((network, settings) -> {
            if (settings.endpoints().contains(NetworkEndpoints.fromRegistry(cluster))) {
                for (NetworkGateway gateway : settings.gateways()) {
                    if (gateway.registryServiceName().filter(hostname::equals).isPresent()) {
                        kinds.add(new NetworkGatewayAddress(
                                network, cluster, "", gateway.port().orElse(0), 0));
                    }
                }
            }
        });
        return kinds;
    }

    /** {@return whether a Service is labelled as gateway but cannot be one} */
    static boolean isGatewayWithoutPort(KubernetesService service) {
        Map<String, String> labels = service.metadata().labels();
        return !labels.getOrDefault(AugmentedLabels.NETWORK, "").isEmpty()
                && !has(service, number(labels.getOrDefault(PORT_LABEL, "")))
                && !has(service, HBONE_PORT);
    }

    private static boolean has(KubernetesService service, int port) {
        return service.spec().ports().stream().anyMatch(found -> found.port() == port);
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? MUTUAL_TLS_PORT : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return MUTUAL_TLS_PORT;
        }
    }

    private void addGateway(String cluster, Gateway gateway) {
        String network = gateway.metadata().labels().getOrDefault(AugmentedLabels.NETWORK, "");
        if (network.isEmpty()) {
            return;
        }
        String account = account(gateway);
        for (GatewayAddress address : gateway.spec().addresses()) {
            String type = address.type().orElse("");
            if (!type.equals("IPAddress") && !type.equals("Hostname")) {
                continue;
            }
            String value = address.value().orElse("");
            for (Listener listener : gateway.spec().listeners()) {
                if (isAutoPassthrough(gateway, listener)) {
                    found.add(new NetworkGatewayAddress(network, cluster, value, listener.port(), 0, account));
                }
                if (listener.protocol().equals("HBONE")) {
                    found.add(new NetworkGatewayAddress(
                            network, cluster, value, listener.port(), listener.port(), account));
                }
            }
        }
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/kube/conversion.go:GatewaySA}. */
    private static String account(Gateway gateway) {
        String annotated = gateway.metadata().annotations().getOrDefault(ACCOUNT, "");
        String name = gateway.metadata().name();
        String unless = gateway.spec().gatewayClassName().equals(REMOTE_CLASS) ? name + "-" + REMOTE_CLASS : name;
        return gateway.metadata().namespaceOrDefault() + "/" + (annotated.isEmpty() ? unless : annotated);
    }

    private static boolean isAutoPassthrough(Gateway gateway, Listener listener) {
        if (listener.tls().isEmpty()) {
            return false;
        }
        if (listener.tls().get().options().getOrDefault(LISTENER_OPTION, "").equals("auto-passthrough")) {
            return true;
        }
        String expected = gateway.metadata().labels().getOrDefault(PORT_LABEL, Integer.toString(MUTUAL_TLS_PORT));
        return Integer.toString(listener.port()).equals(expected);
    }
}
