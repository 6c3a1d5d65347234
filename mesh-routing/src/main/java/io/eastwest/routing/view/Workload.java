package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.scalar.IpBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pod, a WorkloadEntry or an endpoint of a ServiceEntry as a control plane sees it, without a service port.
 *
 * @param cluster cluster id of the registry
 * @param namespace namespace
 * @param name name
 * @param labels labels with istiod's additions
 * @param addresses addresses in order
 * @param network network; empty text: none
 * @param locality raw locality
 * @param serviceAccount SPIFFE URI; empty text: none
 * @param mutualTls whether tlsMode is istio
 * @param node name of its node; empty text: none
 * @param weight weight, at least 1
 * @param ports container ports by name
 * @param pod the pod; empty: it is no pod
 * @param named whether it is an object of its own
 */
record Workload(
        String cluster,
        String namespace,
        String name,
        Map<String, String> labels,
        List<String> addresses,
        String network,
        String locality,
        String serviceAccount,
        boolean mutualTls,
        String node,
        long weight,
        Map<String, Integer> ports,
        Optional<Pod> pod,
        boolean named) {
    private static final String TLS_MODE = "security.istio.io/tlsMode";
    private static final String DRAINING = "istio.io/draining";

    static String tlsMode(Map<String, String> labels) {
        return labels.getOrDefault(TLS_MODE, "disabled");
    }

    static boolean hasTlsMode(Map<String, String> labels) {
        return labels.containsKey(TLS_MODE);
    }

    String address() {
        return addresses.isEmpty() ? "" : addresses.get(0);
    }

    boolean isPod() {
        return pod.isPresent();
    }

    /** {@return whether it is a pod that has the addresses of its node} */
    boolean hostNetwork() {
        return pod.map(Pod::spec).flatMap(PodSpec::hostNetwork).orElse(false);
    }

    boolean draining() {
        return !labels.getOrDefault(DRAINING, "").isEmpty();
    }

    TunnelProtocol tunnel() {
        return AmbientCapture.tunnel(labels, pod);
    }

    Optional<String> owner() {
        return named ? Optional.of(cluster + "/" + namespace + "/" + name) : Optional.empty();
    }

    /** {@return a workload that Services of Kubernetes and static ServiceEntries can take: its address is an IP} */
    boolean hasIp() {
        return address().isEmpty() || IpBlock.isAddress(address());
    }
}
