package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.AddressType;
import io.eastwest.model.kubernetes.Endpoint;
import io.eastwest.model.kubernetes.EndpointConditions;
import io.eastwest.model.kubernetes.EndpointSlice;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the DNS server of a cluster answers for a headless Service: Kubernetes alone decides, whatever a control plane looks at.
 * Mirrors Kubernetes {@code staging/src/k8s.io/endpointslice/reconciler.go}.
 */
final class HeadlessAddresses {
    private HeadlessAddresses() {}

    /** {@return the addresses that are published: of EndpointSlices of the manifests, else of the pods that are selected} */
    static List<String> of(KubernetesService service, ClusterState cluster) {
        String namespace = service.metadata().namespaceOrDefault();
        List<EndpointSlice> slices =
                cluster.slices(namespace, service.metadata().name());
        return new ArrayList<>(slices.isEmpty() ? ofPods(service, cluster.pods(namespace)) : ofSlices(slices));
    }

    private static Set<String> ofSlices(List<EndpointSlice> slices) {
        Set<String> addresses = new LinkedHashSet<>();
        for (EndpointSlice slice : slices) {
            if (slice.addressType() != AddressType.FQDN) {
                slice.endpoints().stream()
                        .filter(HeadlessAddresses::isReady)
                        .forEach(each -> addresses.addAll(each.addresses()));
            }
        }
        return addresses;
    }

    private static boolean isReady(Endpoint endpoint) {
        return endpoint.conditions().flatMap(EndpointConditions::ready).orElse(true);
    }

    private static Set<String> ofPods(KubernetesService service, PodIndex pods) {
        Set<String> addresses = new LinkedHashSet<>();
        if (service.spec().selector().isEmpty()) {
            return addresses;
        }
        boolean all = service.spec().publishNotReadyAddresses().orElse(false);
        for (IpFamily family : IpFamily.of(service.spec())) {
            for (Pod pod : pods.select(service.spec().selector())) {
                boolean ready = PodState.isReady(pod) && !PodState.isTerminating(pod);
                if (!PodState.isTerminal(pod) && (all || ready)) {
                    pod.addresses().stream().filter(family::has).findFirst().ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }
}
