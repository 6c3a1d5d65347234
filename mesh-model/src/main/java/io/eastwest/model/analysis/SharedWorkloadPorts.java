package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.TemplateMeta;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Services that select one Deployment of the mesh: do they agree on its ports? Upstream also reports one Service that
 * disagrees with itself, such as DNS over TCP and UDP. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/deployment/services.go}.
 */
final class SharedWorkloadPorts {
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final String WAYPOINT = "istio.io-mesh-controller";

    private SharedWorkloadPorts() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        Map<String, List<Found<KubernetesService>>> services = new LinkedHashMap<>();
        for (Found<KubernetesService> service : scope.configuration(KubernetesService.class)) {
            if (!service.resource().spec().selector().isEmpty()) {
                services.computeIfAbsent(service.namespace(), any -> new ArrayList<>())
                        .add(service);
            }
        }
        for (Found<Deployment> deployment : scope.configuration(Deployment.class)) {
            if (!ControlPlaneScope.isIgnored(deployment) && isInMesh(scope, deployment)) {
                Map<String, String> labels =
                        deployment.resource().spec().template().labels();
                List<Found<KubernetesService>> selecting =
                        services.getOrDefault(deployment.namespace(), List.of()).stream()
                                .filter(service -> selects(service, labels))
                                .toList();
                if (selecting.size() > 1) {
                    checkProtocols(deployment, selecting, findings);
                    checkTargets(deployment, selecting, findings);
                }
            }
        }
    }

    private static boolean isInMesh(ControlPlaneScope scope, Found<Deployment> deployment) {
        Map<String, String> annotations = deployment
                .resource()
                .spec()
                .template()
                .metadata()
                .map(TemplateMeta::annotations)
                .orElse(Collections.emptyMap());
        return !deployment.labels().getOrDefault(MANAGED, "").equals(WAYPOINT)
                && MeshMembership.hasSidecar(
                        scope,
                        deployment.cluster(),
                        deployment.namespace(),
                        deployment.resource().spec().template().labels(),
                        annotations,
                        deployment.resource().spec().template().spec().orElse(PodSpec.empty()),
                        true);
    }

    private static boolean selects(Found<KubernetesService> service, Map<String, String> labels) {
        return service.resource().spec().selector().entrySet().stream()
                .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    private static void checkProtocols(
            Found<Deployment> deployment, List<Found<KubernetesService>> services, Findings findings) {
        Map<String, Map<String, Set<String>>> ports = byPort(
                services,
                port -> String.valueOf(port.port()),
                port -> port.protocol().orElse(TransportProtocol.TCP).name());
        ports.forEach((port, protocols) -> {
            if (protocols.size() > 1 && names(protocols).size() > 1) {
                findings.warning(
                        IssueCode.PORT_PROTOCOL_CONFLICT,
                        deployment,
                        AnalysisPaths.NAME,
                        "Services " + Texts.list(names(protocols)) + " select it and use port " + port
                                + " with the protocols " + Texts.list(protocols.keySet()),
                        "use one protocol per port");
            }
        });
    }

    private static void checkTargets(
            Found<Deployment> deployment, List<Found<KubernetesService>> services, Findings findings) {
        Map<String, Map<String, Set<String>>> targets =
                byPort(services, SharedWorkloadPorts::target, port -> String.valueOf(port.port()));
        targets.forEach((target, ports) -> {
            if (ports.size() > 1 && names(ports).size() > 1) {
                findings.warning(
                        IssueCode.TARGET_PORT_CONFLICT,
                        deployment,
                        AnalysisPaths.NAME,
                        "Services " + Texts.list(names(ports)) + " select it and lead to its port "
                                + IssueText.quote(target) + " from the different ports " + Texts.list(ports.keySet()),
                        "use one port per target port");
            }
        });
    }

    private static Map<String, Map<String, Set<String>>> byPort(
            List<Found<KubernetesService>> services,
            Function<ServicePort, String> key,
            Function<ServicePort, String> value) {
        Map<String, Map<String, Set<String>>> table = new TreeMap<>();
        for (Found<KubernetesService> service : services) {
            for (ServicePort port : service.resource().spec().ports()) {
                table.computeIfAbsent(key.apply(port), any -> new TreeMap<>())
                        .computeIfAbsent(value.apply(port), any -> new TreeSet<>())
                        .add(service.name());
            }
        }
        return table;
    }

    private static Set<String> names(Map<String, Set<String>> uses) {
        Set<String> names = new TreeSet<>();
        uses.values().forEach(names::addAll);
        return names;
    }

    private static String target(ServicePort port) {
        return port.targetPort()
                .map(IntOrString::toString)
                .filter(text -> !text.isEmpty() && !text.equals("0"))
                .orElseGet(() -> String.valueOf(port.port()));
    }
}
