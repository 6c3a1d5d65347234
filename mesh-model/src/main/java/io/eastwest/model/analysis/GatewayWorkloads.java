package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pods behind Gateways: are there any, and does a Service open the port? A Service without selector opens nothing; upstream
 * counts it for all pods of its namespace. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/gateway/gateway.go}.
 */
final class GatewayWorkloads {
    private final ControlPlaneScope scope;
    private final Findings findings;
    private final Map<String, List<Found<KubernetesService>>> services = new LinkedHashMap<>();
    private final Map<Map<String, String>, Set<Integer>> ports = new LinkedHashMap<>();

    private GatewayWorkloads(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        if (scope.pods().isKnown()) {
            GatewayWorkloads workloads = new GatewayWorkloads(scope, findings);
            for (Found<KubernetesService> service : scope.discovered(KubernetesService.class)) {
                workloads
                        .services
                        .computeIfAbsent(place(service.cluster(), service.namespace()), any -> new ArrayList<>())
                        .add(service);
            }
            scope.configuration(IstioGateway.class).forEach(workloads::check);
        }
    }

    private void check(Found<IstioGateway> gateway) {
        IstioGatewaySpec spec = gateway.resource().spec();
        List<MeshPod> pods = scope.pods().selected(spec.selector());
        if (pods.isEmpty()) {
            findings.error(
                    IssueCode.SELECTOR_WITHOUT_PODS,
                    gateway,
                    AnalysisPaths.SPEC.field("selector"),
                    "no pod has the labels " + Texts.selector(spec.selector()),
                    "correct the labels or add the pods of the gateway");
        } else if (!services.isEmpty()) {
            Set<Integer> open = ports.computeIfAbsent(spec.selector(), any -> openPorts(pods));
            for (int i = 0; i < spec.servers().size(); i++) {
                int number = spec.servers().get(i).port().number();
                if (!open.contains(number)) {
                    reportClosed(gateway, i, number, open);
                }
            }
        }
    }

    private void reportClosed(Found<IstioGateway> gateway, int server, int number, Set<Integer> open) {
        DocumentPath path =
                AnalysisPaths.SPEC.field("servers").index(server).field("port").field("number");
        findings.warning(
                IssueCode.GATEWAY_PORT_NOT_EXPOSED,
                gateway,
                path,
                "port " + number + " is not among the ports " + Texts.list(open)
                        + " that Services open on the pods with the labels "
                        + Texts.selector(gateway.resource().spec().selector()),
                "add the port to a Service of the gateway");
    }

    /** {@return the ports of all services of these pods, and the ports on the pods to which they lead} */
    private Set<Integer> openPorts(List<MeshPod> pods) {
        Set<Integer> open = new TreeSet<>();
        for (MeshPod pod : pods) {
            for (Found<KubernetesService> service :
                    services.getOrDefault(place(pod.cluster(), pod.namespace()), List.of())) {
                Map<String, String> selector = service.resource().spec().selector();
                if (!selector.isEmpty() && pod.hasLabels(selector)) {
                    service.resource().spec().ports().forEach(port -> add(port, open));
                }
            }
        }
        return open;
    }

    private static void add(ServicePort port, Set<Integer> open) {
        if (port.protocol().orElse(TransportProtocol.TCP) == TransportProtocol.TCP) {
            open.add(port.port());
            port.targetPort()
                    .map(target -> target.match(IntOrString.Whole::value, name -> port.port()))
                    .filter(number -> number > 0)
                    .ifPresent(open::add);
        }
    }

    private static String place(String cluster, String namespace) {
        return cluster + "/" + namespace;
    }
}
