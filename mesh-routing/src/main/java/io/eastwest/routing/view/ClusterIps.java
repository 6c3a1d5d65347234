package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cluster IPs for Services whose manifest holds none, as an API server would give them: from 10.96.0.10 upwards, by
 * namespace and name, past addresses that are taken.
 */
final class ClusterIps {
    private static final int FIRST = (10 << 24) | (96 << 16) | 10;

    private ClusterIps() {}

    /**
     * Gives addresses.
     *
     * @param services Services of one cluster, sorted by namespace and name
     * @return the Services, each with a cluster IP unless it is headless or an ExternalName
     */
    static List<KubernetesService> assign(Collection<KubernetesService> services) {
        Set<String> taken = new LinkedHashSet<>();
        for (KubernetesService service : services) {
            service.spec().clusterIP().ifPresent(taken::add);
            taken.addAll(service.spec().clusterIPs());
        }
        List<KubernetesService> assigned = new ArrayList<>();
        int next = FIRST;
        for (KubernetesService service : services) {
            if (!needsAddress(service)) {
                assigned.add(service);
                continue;
            }
            String address = text(next++);
            while (taken.contains(address)) {
                address = text(next++);
            }
            assigned.add(service.toBuilder()
                    .spec(service.spec().toBuilder().clusterIP(address).build())
                    .build());
        }
        return assigned;
    }

    private static boolean needsAddress(KubernetesService service) {
        return service.spec().clusterIP().filter(ip -> !ip.isEmpty()).isEmpty()
                && service.spec().clusterIPs().isEmpty()
                && service.spec()
                        .type()
                        .filter(ServiceType.ExternalName::equals)
                        .isEmpty();
    }

    static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }
}
