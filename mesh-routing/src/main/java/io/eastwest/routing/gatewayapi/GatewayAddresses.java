package io.eastwest.routing.gatewayapi;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.LoadBalancerStatus;
import io.eastwest.model.kubernetes.ServiceStatus;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a Gateway can be reached. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gatewaycommon/context.go:ResolveGatewayInstances}; addresses of load balancers are those that the
 * configuration cluster knows.
 */
final class GatewayAddresses {
    private static final String MANAGED = "gateway.istio.io/managed";

    private final ControlPlaneView view;
    private final RouteInputs inputs;
    private final String namespace;
    private final Set<String> internal = new TreeSet<>();
    private final Set<String> internalIps = new TreeSet<>();
    private final Set<String> external = new TreeSet<>();
    private final Set<String> pending = new TreeSet<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean allUsable = true;

    private GatewayAddresses(ControlPlaneView view, RouteInputs inputs, String namespace) {
        this.view = view;
        this.inputs = inputs;
        this.namespace = namespace;
    }

    static GatewayAddresses of(
            ControlPlaneView view,
            RouteInputs inputs,
            String namespace,
            List<String> hostnames,
            Collection<Integer> ports) {
        GatewayAddresses addresses = new GatewayAddresses(view, inputs, namespace);
        hostnames.forEach(hostname -> addresses.add(hostname, ports));
        addresses.warnings.sort(null);
        return addresses;
    }

    /** {@return {@code <hostname>:<port>} of Services that have endpoints for a listener, sorted} */
    Set<String> internal() {
        return internal;
    }

    Set<String> internalIps() {
        return internalIps;
    }

    Set<String> external() {
        return external;
    }

    /** {@return hostnames of load balancers without an address} */
    Set<String> pending() {
        return pending;
    }

    List<String> warnings() {
        return warnings;
    }

    boolean allUsable() {
        return allUsable;
    }

    private void add(String hostname, Collection<Integer> ports) {
        List<MeshService> known = view.servicesByHostname(hostname);
        Optional<MeshService> service = known.stream()
                .filter(each -> each.namespace().equals(namespace))
                .min((one, other) -> Boolean.compare(
                        one.registry() != Registry.KUBERNETES, other.registry() != Registry.KUBERNETES));
        if (service.isPresent()) {
            ports.forEach(port -> add(hostname, service.get(), port));
            return;
        }
        allUsable = false;
        List<String> others = known.stream()
                .map(each -> '"' + each.namespace() + '"')
                .distinct()
                .sorted()
                .toList();
        warnings.add("hostname \"" + hostname + "\" not found"
                + (others.isEmpty() ? "" : " in namespace \"" + namespace + "\", but in " + String.join(", ", others)));
    }

    private void add(String hostname, MeshService service, int port) {
        List<ServiceEndpoint> all = view.endpoints(service);
        boolean serves = service.port(port).filter(each -> has(each, all)).isPresent();
        if (serves) {
            internal.add(hostname + ":" + port);
            internalIps.addAll(service.clusterAddresses().getOrDefault(view.cluster(), service.defaultAddresses()));
            addresses(hostname, service);
        } else if (all.isEmpty()) {
            warnings.add("no instances found for hostname \"" + hostname + "\"");
        } else if (all.stream().anyMatch(endpoint -> endpoint.port() == port)) {
            warnings.add("port " + port + " not found for hostname \"" + hostname
                    + "\"; it is one of the workload, that of the Service is needed");
            allUsable = false;
        } else if (!service.labels().containsKey(MANAGED) || service.port(port).isEmpty()) {
            warnings.add("port " + port + " not found for hostname \"" + hostname + "\"");
            allUsable = false;
        }
    }

    private static boolean has(MeshServicePort port, List<ServiceEndpoint> endpoints) {
        return endpoints.stream().anyMatch(endpoint -> endpoint.portName().equals(port.name()));
    }

    private void addresses(String hostname, MeshService service) {
        Optional<KubernetesService> written = service.registry() == Registry.KUBERNETES
                ? inputs.service(service.namespace(), service.name())
                : Optional.empty();
        List<String> found = written.map(GatewayAddresses::external).orElse(List.of());
        external.addAll(found);
        boolean balanced = written.filter(GatewayAddresses::isLoadBalancer).isPresent();
        if (found.isEmpty() && balanced && pending.add(hostname)) {
            warnings.add("address pending for hostname \"" + hostname + "\"");
        }
    }

    private static List<String> external(KubernetesService service) {
        List<String> addresses = new ArrayList<>();
        service.status()
                .filter(status -> isLoadBalancer(service))
                .flatMap(ServiceStatus::loadBalancer)
                .map(LoadBalancerStatus::ingress)
                .orElse(List.of())
                .forEach(ingress -> address(ingress).ifPresent(addresses::add));
        addresses.addAll(service.spec().externalIPs());
        return addresses;
    }

    private static boolean isLoadBalancer(KubernetesService service) {
        return service.spec().type().filter(ServiceType.LoadBalancer::equals).isPresent();
    }

    private static Optional<String> address(LoadBalancerIngress ingress) {
        return ingress.ip()
                .filter(text -> !text.isEmpty())
                .or(() -> ingress.hostname().filter(text -> !text.isEmpty()));
    }
}
