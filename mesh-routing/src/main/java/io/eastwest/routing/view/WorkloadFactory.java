package io.eastwest.routing.view;

import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.networking.WorkloadEntrySpec;
import io.eastwest.model.kubernetes.Pod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the workloads of one cluster for one control plane. */
final class WorkloadFactory {
    private static final String ISTIO_TLS = "istio";

    private final ClusterState cluster;
    private final NetworkLookup networks;
    private final AugmentedLabels labels;
    private final String podTrustDomain;
    private final String entryTrustDomain;
    private final boolean configurationCluster;
    /** Identities and localities, of which many workloads have the same. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    WorkloadFactory(
            ClusterState cluster,
            NetworkLookup networks,
            AugmentedLabels labels,
            TrustDomains trustDomains,
            boolean configurationCluster) {
        this.cluster = cluster;
        this.networks = networks;
        this.labels = labels;
        this.podTrustDomain = trustDomains.ofPods(cluster.name());
        this.entryTrustDomain = trustDomains.own();
        this.configurationCluster = configurationCluster;
    }

    private String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    NetworkLookup networks() {
        return networks;
    }

    Workload ofPod(Pod pod) {
        List<String> addresses = List.copyOf(pod.addresses());
        Map<String, String> own = pod.metadata().labels();
        String namespace = pod.metadata().namespaceOrDefault();
        String locality = shared(cluster.nodes().locality(pod));
        String node = pod.spec().nodeName().orElse("");
        String network = networks.network(addresses.isEmpty() ? "" : addresses.get(0), own);
        return new Workload(
                cluster.name(),
                namespace,
                pod.metadata().name(),
                labels.of(own, cluster.name(), locality, node, network),
                addresses,
                network,
                locality,
                shared(SpiffeIds.of(podTrustDomain, namespace, PodState.serviceAccount(pod))),
                Workload.tlsMode(own).equals(ISTIO_TLS),
                node,
                1,
                PodState.namedPorts(pod),
                Optional.of(pod),
                true);
    }

    /** {@return what istiod makes of an address without a pod: all but its network is unknown} */
    Workload ofAddress(String address) {
        String network = networks.network(address, Collections.emptyMap());
        return new Workload(
                cluster.name(),
                "",
                "",
                labels.of(Collections.emptyMap(), cluster.name(), "", "", network),
                List.of(address),
                network,
                "",
                "",
                false,
                "",
                1,
                Collections.emptyMap(),
                Optional.empty(),
                false);
    }

    /** {@return the one endpoint of a host that is looked up in DNS} */
    Workload ofHost(String hostname, String namespace, String name) {
        return new Workload(
                cluster.name(),
                namespace,
                name,
                Collections.emptyMap(),
                List.of(hostname),
                "",
                "",
                "",
                false,
                "",
                1,
                Collections.emptyMap(),
                Optional.empty(),
                false);
    }

    Workload ofEntry(WorkloadEntry entry) {
        Map<String, String> merged = new TreeMap<>(entry.spec().labels());
        merged.putAll(entry.metadata().labels());
        return of(
                entry.spec(),
                merged,
                entry.metadata().namespaceOrDefault(),
                entry.metadata().name(),
                true);
    }

    /** {@return an endpoint that a ServiceEntry holds itself} */
    Workload ofInline(WorkloadEntrySpec endpoint, String namespace, String name) {
        return of(endpoint, endpoint.labels(), namespace, name, false);
    }

    private Workload of(WorkloadEntrySpec spec, Map<String, String> own, String namespace, String name, boolean named) {
        String address = spec.address().orElse("");
        String account = spec.serviceAccount().orElse("");
        String locality = spec.locality().filter(text -> !text.isEmpty()).orElseGet(() -> Localities.ofLabels(own));
        String network = spec.network().orElse("");
        boolean mutualTls = Workload.hasTlsMode(own) ? Workload.tlsMode(own).equals(ISTIO_TLS) : !account.isEmpty();
        return new Workload(
                cluster.name(),
                namespace,
                name,
                labels.of(own, cluster.name(), locality, "", labelNetwork(network, address, own)),
                List.of(address),
                network,
                locality,
                account.isEmpty() ? "" : SpiffeIds.of(entryTrustDomain, namespace, account),
                mutualTls,
                "",
                Math.max(1, spec.weight().orElse(0)),
                Collections.unmodifiableMap(new TreeMap<>(spec.ports())),
                Optional.empty(),
                named);
    }

    /** Only registries of other clusters fill the label from their own network. */
    private String labelNetwork(String network, String address, Map<String, String> own) {
        return network.isEmpty() && !configurationCluster ? networks.network(address, own) : network;
    }
}
