package io.eastwest.routing.view;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * A Service whose cluster IP is dialled, where no proxy chooses an endpoint: Kubernetes takes a ready pod of the own cluster, each
 * as likely.
 *
 * @param service the Service of the own cluster
 * @param ready its ready pods on the port; empty: nobody answers
 */
public record DialledService(MeshService service, List<ServiceEndpoint> ready) {
    /**
     * Copies the list.
     *
     * @param service the Service
     * @param ready its ready pods
     */
    public DialledService {
        ready = List.copyOf(ready);
    }

    /**
     * Finds the Service of an address.
     *
     * @param view what the control plane of the client knows
     * @param client who dials
     * @param address IP address
     * @param port port
     * @return the Service; empty: none of the own cluster has the address
     */
    public static Optional<DialledService> of(
            ControlPlaneView view, WorkloadInstance client, String address, int port) {
        return view.clusters().stream()
                .filter(cluster -> cluster.name().equals(client.cluster()))
                .flatMap(cluster -> cluster.services().stream())
                .filter(service -> service.clusterAddresses()
                        .getOrDefault(client.cluster(), List.of())
                        .contains(address))
                .findFirst()
                .map(service -> new DialledService(service, ready(view, client, service, port)));
    }

    /**
     * Finds the Service that a proxy dials because it was dialled.
     *
     * @param view what the control plane of the proxy knows
     * @param client the workload of the proxy
     * @param endpoint what the proxy dials
     * @return the Service; empty: it is a workload, a gateway, or no address of a Service of the own cluster
     */
    public static Optional<DialledService> of(ControlPlaneView view, WorkloadInstance client, LbEndpoint endpoint) {
        return address(endpoint)
                .flatMap(ip -> of(
                        view,
                        client,
                        ip,
                        Integer.parseInt(
                                endpoint.address().substring(endpoint.address().lastIndexOf(':') + 1))));
    }

    /**
     * Finds the workload that a proxy dials because it was dialled, as for a headless Service or the address of a pod.
     *
     * @param view what the control plane of the proxy knows
     * @param client the workload of the proxy
     * @param endpoint what the proxy dials
     * @return the workload; empty: what is dialled is known already, or no workload that the network of the client reaches has the
     *     address
     */
    public static Optional<WorkloadInstance> pod(ControlPlaneView view, WorkloadInstance client, LbEndpoint endpoint) {
        return address(endpoint)
                .flatMap(view::workloadByAddress)
                .filter(pod -> pod.network().isEmpty()
                        || client.network().isEmpty()
                        || pod.network().equals(client.network()));
    }

    /** {@return the IP address that a proxy dials because it was dialled; empty: it is that of an endpoint, or a name} */
    private static Optional<String> address(LbEndpoint endpoint) {
        int colon = endpoint.address().lastIndexOf(':');
        String ip = colon < 0
                ? ""
                : endpoint.address().substring(0, colon).replace("[", "").replace("]", "");
        boolean dialled = !endpoint.tunnel()
                && endpoint.owner().isEmpty()
                && endpoint.gateway().isEmpty()
                && IpBlock.isAddress(ip);
        return dialled ? Optional.of(ip) : Optional.empty();
    }

    private static List<ServiceEndpoint> ready(
            ControlPlaneView view, WorkloadInstance client, MeshService service, int number) {
        Optional<MeshServicePort> port = service.port(number);
        return view.endpoints(service).stream()
                .filter(endpoint -> endpoint.cluster().equals(client.cluster())
                        && endpoint.state() == EndpointState.HEALTHY
                        && port.filter(each -> each.name().equals(endpoint.portName()))
                                .isPresent()
                        && (!service.nodeLocal()
                                || endpoint.nodeName().orElse("").equals(client.node())))
                .toList();
    }
}
