package io.eastwest.routing;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.ServiceTarget;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Pods behind the external addresses of gateway Services. */
final class GatewayPods {
    private final MeshViews views;
    private final Map<String, List<Found>> byAddress = new ConcurrentHashMap<>();

    GatewayPods(MeshViews views) {
        this.views = views;
    }

    /**
     * A pod that serves a gateway address.
     *
     * @param pod the pod
     * @param port port that it listens on
     */
    record Found(WorkloadInstance pod, int port) {}

    /**
     * {@return the pods behind an address {@code ip:port}, each of which gets as many connections, by name; those that are not
     * ready are left out, unless none is; empty when no Service of the mesh has the address}
     */
    List<Found> at(String address) {
        return byAddress.computeIfAbsent(address, this::find);
    }

    /** {@return an address without its port} */
    static String host(String address) {
        return address.substring(0, address.lastIndexOf(':')).replace("[", "").replace("]", "");
    }

    private List<Found> find(String address) {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return views.exposed(host(address), port).stream()
                .map(service -> behind(service.cluster(), service.service(), service.port()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Found> behind(String cluster, KubernetesService service, int port) {
        ControlPlaneView view = views.view(cluster);
        String namespace = service.metadata().namespaceOrDefault();
        List<WorkloadInstance> selected = view.workloads().stream()
                .filter(pod -> pod.cluster().equals(cluster)
                        && pod.namespace().equals(namespace)
                        && !service.spec().selector().isEmpty()
                        && pod.labels()
                                .entrySet()
                                .containsAll(service.spec().selector().entrySet()))
                .toList();
        SortedSet<String> ready =
                ready(view, cluster, namespace, service.metadata().name());
        List<WorkloadInstance> serving = selected.stream()
                .filter(pod -> ready.contains(WorkloadNames.id(pod)))
                .toList();
        return (serving.isEmpty() ? selected : serving)
                .stream()
                        .map(pod -> new Found(
                                pod, containerPort(view, pod, service.metadata().name(), port)))
                        .toList();
    }

    private static SortedSet<String> ready(ControlPlaneView view, String cluster, String namespace, String name) {
        SortedSet<String> owners = new TreeSet<>();
        view.clusters().stream()
                .filter(each -> each.name().equals(cluster))
                .flatMap(each -> each.services().stream())
                .filter(service ->
                        service.namespace().equals(namespace) && service.name().equals(name))
                .flatMap(service -> view.endpoints(service).stream())
                .filter(endpoint -> endpoint.cluster().equals(cluster) && endpoint.state() == EndpointState.HEALTHY)
                .forEach(endpoint -> endpoint.owner().ifPresent(owner -> owners.add(owner)));
        return owners;
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
