package io.eastwest.routing.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.NodeAddress;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.reader.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a Service is reached from outside its cluster. */
final class ExternalAddresses {
    private static final String NODE_SELECTOR = "traffic.istio.io/nodeSelector";

    private ExternalAddresses() {}

    /** {@return addresses of the load balancer, external IPs, or addresses of the selected nodes} */
    static List<String> of(KubernetesService service, ClusterState cluster) {
        List<String> addresses = new ArrayList<>();
        if (isType(service, ServiceType.LoadBalancer)) {
            for (LoadBalancerIngress ingress : service.loadBalancerIngress()) {
                ingress.ip()
                        .filter(ip -> !ip.isEmpty())
                        .or(() -> ingress.hostname().filter(name -> !name.isEmpty()))
                        .ifPresent(addresses::add);
            }
        }
        addresses.addAll(service.spec().externalIPs());
        if (addresses.isEmpty() && isNodePortGateway(service)) {
            Map<String, String> selector = nodeSelector(service);
            for (Node node : cluster.nodes().all()) {
                if (node.metadata().labels().entrySet().containsAll(selector.entrySet())) {
                    externalIp(node).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    /** {@return the node port that stands for a service port, the last of that number; the port itself where there is none} */
    static int nodePort(KubernetesService service, int port) {
        if (!isNodePortGateway(service)) {
            return port;
        }
        return service.spec().ports().stream()
                .filter(candidate -> candidate.port() == port)
                .mapToInt(candidate -> candidate.nodePort().orElse(0))
                .reduce((first, last) -> last)
                .orElse(port);
    }

    /** {@return the service port that a port of an external address leads to: behind the addresses of nodes a node port} */
    static int servicePort(KubernetesService service, int port) {
        if (!isNodePortGateway(service)) {
            return port;
        }
        return service.spec().ports().stream()
                .filter(candidate -> candidate.nodePort().orElse(0) == port)
                .mapToInt(ServicePort::port)
                .findFirst()
                .orElse(port);
    }

    private static boolean isNodePortGateway(KubernetesService service) {
        return isType(service, ServiceType.NodePort)
                && service.metadata().annotations().containsKey(NODE_SELECTOR);
    }

    private static boolean isType(KubernetesService service, ServiceType type) {
        return service.spec().type().filter(type::equals).isPresent();
    }

    /** A selector that cannot be read selects all nodes. */
    private static Map<String, String> nodeSelector(KubernetesService service) {
        String text = service.metadata().annotations().getOrDefault(NODE_SELECTOR, "");
        Map<String, String> selector = new TreeMap<>();
        ManifestReader.strict()
                .readValue(JsonNode.class, NODE_SELECTOR + ".json", text)
                .value()
                .filter(JsonNode::isObject)
                .ifPresent(json -> json.properties()
                        .forEach(field ->
                                selector.put(field.getKey(), field.getValue().asText())));
        return selector;
    }

    private static Optional<String> externalIp(Node node) {
        return node.addresses().stream()
                .filter(address -> address.type().equals("ExternalIP"))
                .map(NodeAddress::address)
                .filter(address -> !address.isEmpty())
                .findFirst();
    }
}
