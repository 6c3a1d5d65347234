package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.ServiceTarget;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pods behind the external addresses of gateway Services. */
final class GatewayPods {
    private final MeshSnapshot snapshot;
    private final MeshViews views;
    private final Map<String, Optional<Found>> byAddress = new ConcurrentHashMap<>();

    GatewayPods(MeshSnapshot snapshot, MeshViews views) {
        this.snapshot = snapshot;
        this.views = views;
    }

    /**
     * A pod that serves a gateway address.
     *
     * @param pod the first pod by name; all of a gateway have the same configuration
     * @param port port that it listens on
     */
    record Found(WorkloadInstance pod, int port) {}

    /** {@return the pod behind an address {@code ip:port}; empty when no Service of the mesh has it} */
    Optional<Found> at(String address) {
        return byAddress.computeIfAbsent(address, this::find);
    }

    private Optional<Found> find(String address) {
        int colon = address.lastIndexOf(':');
        String ip = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        for (String cluster : snapshot.clusters()) {
            for (KubernetesService service : snapshot.resources(cluster, KubernetesService.class)) {
                if (isReachedAt(service, ip)) {
                    Optional<Found> found = behind(cluster, service, port);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isReachedAt(KubernetesService service, String ip) {
        return service.spec().externalIPs().contains(ip)
                || service.loadBalancerIngress().stream()
                        .anyMatch(ingress -> ingress.ip().filter(ip::equals).isPresent());
    }

    private Optional<Found> behind(String cluster, KubernetesService service, int port) {
        ControlPlaneView view = views.view(cluster);
        String namespace = service.metadata().namespaceOrDefault();
        return view.workloads().stream()
                .filter(pod -> pod.cluster().equals(cluster)
                        && pod.namespace().equals(namespace)
                        && !service.spec().selector().isEmpty()
                        && pod.labels()
                                .entrySet()
                                .containsAll(service.spec().selector().entrySet()))
                .findFirst()
                .map(pod -> new Found(
                        pod, containerPort(view, pod, service.metadata().name(), port)));
    }

    private static int containerPort(ControlPlaneView view, WorkloadInstance pod, String service, int port) {
        return view.proxy(WorkloadNames.id(pod), MeshProxy.Kind.ROUTER).stream()
                .flatMap(proxy -> view.serviceTargets(proxy).stream())
                .filter(target ->
                        target.service().name().equals(service) && target.port().number() == port)
                .map(ServiceTarget::workloadPort)
                .findFirst()
                .orElse(port);
    }
}
