package io.eastwest.routing.question;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All workloads of a mesh, each as its own control plane knows it. Made once per question. */
final class MeshPods {
    private static final String KUBE_SYSTEM = "kube-system";
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

    private final MeshRouter router;
    private final Map<String, WorkloadInstance> byId;
    private final Set<String> gateways;

    MeshPods(MeshRouter router) {
        this.router = router;
        Map<String, WorkloadInstance> all = new LinkedHashMap<>();
        Set<String> found = new LinkedHashSet<>();
        for (String cluster : router.snapshot().clusters()) {
            List<KubernetesService> edges = router.snapshot().resources(cluster, KubernetesService.class).stream()
                    .filter(MeshPods::isReachedFromOutside)
                    .toList();
            for (WorkloadInstance workload : router.view(cluster).workloads()) {
                if (workload.cluster().equals(cluster)) {
                    all.put(id(workload), workload);
                    if (workload.labels().containsKey(GATEWAY_NAME)
                            || edges.stream().anyMatch(edge -> selects(edge, workload))) {
                        found.add(id(workload));
                    }
                }
            }
        }
        this.byId = Collections.unmodifiableMap(all);
        this.gateways = Collections.unmodifiableSet(found);
    }

    private static boolean isReachedFromOutside(KubernetesService service) {
        return !service.spec().selector().isEmpty()
                && (!service.spec().externalIPs().isEmpty()
                        || !service.loadBalancerIngress().isEmpty()
                        || service.metadata().labels().containsKey("topology.istio.io/network"));
    }

    private static boolean selects(KubernetesService service, WorkloadInstance pod) {
        return service.metadata().namespaceOrDefault().equals(pod.namespace())
                && pod.labels().entrySet().containsAll(service.spec().selector().entrySet());
    }

    static String id(WorkloadInstance workload) {
        return workload.cluster() + "/" + workload.namespace() + "/" + workload.name();
    }

    /** {@return the locality of a workload without the slashes at the end that some manifests leave} */
    static String locality(WorkloadInstance workload) {
        return trimmed(workload.locality());
    }

    /** {@return a locality without the slashes at its end} */
    static String trimmed(String locality) {
        int end = locality.length();
        while (end > 0 && locality.charAt(end - 1) == '/') {
            end--;
        }
        return locality.substring(0, end);
    }

    Collection<WorkloadInstance> all() {
        return byId.values();
    }

    Set<String> ids() {
        return byId.keySet();
    }

    Optional<WorkloadInstance> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return pods that take traffic from outside of their cluster, a superset of all gateways} */
    Set<String> gateways() {
        return gateways;
    }

    /** {@return whether a namespace holds the mesh itself, not what it is for} */
    boolean isOfTheSystem(String cluster, String namespace) {
        return namespace.equals(KUBE_SYSTEM)
                || namespace.equals(router.view(cluster).rootNamespace());
    }

    /** {@return whether a workload calls others through a proxy of the mesh} */
    boolean isCaller(WorkloadInstance workload) {
        return workload.pod()
                && (workload.sidecar() || workload.tunnel() == TunnelProtocol.HBONE)
                && !gateways.contains(id(workload))
                && !isOfTheSystem(workload.cluster(), workload.namespace());
    }

    /** {@return the workload and all that are like it but for name, address and node, itself first} */
    List<WorkloadInstance> likeness(WorkloadInstance workload) {
        List<Object> kind = kind(workload);
        List<WorkloadInstance> alike = new ArrayList<>(List.of(workload));
        byId.values().stream()
                .filter(each -> !each.name().equals(workload.name())
                        && each.cluster().equals(workload.cluster())
                        && each.namespace().equals(workload.namespace())
                        && kind(each).equals(kind))
                .forEach(alike::add);
        return alike;
    }

    /** {@return all of a workload but its name, address and node} */
    static List<Object> kind(WorkloadInstance workload) {
        return List.of(
                workload.cluster(),
                workload.namespace(),
                workload.locality(),
                workload.network(),
                workload.serviceAccount(),
                workload.sidecar(),
                workload.tunnel(),
                withoutNode(workload.labels()));
    }

    private static Map<String, String> withoutNode(Map<String, String> labels) {
        Map<String, String> rest = new LinkedHashMap<>(labels);
        rest.remove("kubernetes.io/hostname");
        rest.keySet()
                .removeIf(label ->
                        label.startsWith("statefulset.kubernetes.io/") || label.equals("apps.kubernetes.io/pod-index"));
        return rest;
    }
}
