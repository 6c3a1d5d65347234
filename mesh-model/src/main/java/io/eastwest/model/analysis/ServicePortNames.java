package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ports of Services: does their name or {@code appProtocol} say what is spoken? Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/service/portname.go} and {@code pkg/config/kube/conversion.go:ConvertProtocol}.
 */
final class ServicePortNames {
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final List<String> CONTROLLERS =
            List.of("istio.io-gateway-controller", "istio.io-mesh-controller", "istio.io-eastwest-controller");
    private static final List<String> PROTOCOLS = List.of(
            "tcp",
            "udp",
            "grpc",
            "grpc-web",
            "http",
            "http_proxy",
            "http2",
            "https",
            "tls",
            "mongo",
            "redis",
            "mysql",
            "hbone");
    private static final List<String> KUBERNETES =
            List.of("kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss");

    /** Servers on these ports speak first, so that nothing can be detected and TCP is assumed. */
    private static final List<Integer> WELL_KNOWN = List.of(25, 53, 3306, 27017);

    private ServicePortNames() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<KubernetesService> service : scope.reported(KubernetesService.class)) {
            if (!isOfIstio(service.labels())) {
                check(service, findings);
            }
        }
    }

    private static void check(Found<KubernetesService> service, Findings findings) {
        boolean external = service.resource()
                .spec()
                .type()
                .filter(ServiceType.ExternalName::equals)
                .isPresent();
        List<ServicePort> ports = service.resource().spec().ports();
        for (int i = 0; i < ports.size(); i++) {
            ServicePort port = ports.get(i);
            DocumentPath path = AnalysisPaths.SPEC.field("ports").index(i);
            if (external && (!isKnown(port) || port.name().orElse("").equals("tcp"))) {
                findings.warning(
                        IssueCode.EXTERNAL_NAME_PORT_UNUSABLE,
                        service,
                        path,
                        "proxies may not forward calls to port " + port.port()
                                + " of a Service of type ExternalName unless its name starts with a protocol other than tcp",
                        "name it after its protocol, such as https or tls");
            } else if (!isKnown(port)) {
                findings.info(
                        IssueCode.PORT_PROTOCOL_UNKNOWN,
                        service,
                        path,
                        "neither name"
                                + port.name()
                                        .map(name -> " " + IssueText.quote(name))
                                        .orElse("") + " nor appProtocol says what port " + port.port()
                                + " speaks, so it is detected",
                        "name it after its protocol, such as http or tcp-data");
            }
        }
    }

    /** {@return whether Istio made or ships the service} */
    private static boolean isOfIstio(Map<String, String> labels) {
        return labels.containsKey("istio")
                || labels.getOrDefault("release", "").equals("istio")
                || CONTROLLERS.contains(labels.getOrDefault(MANAGED, ""));
    }

    private static boolean isKnown(ServicePort port) {
        if (port.protocol().filter(TransportProtocol.UDP::equals).isPresent()
                || WELL_KNOWN.contains(port.port())
                || port.appProtocol().filter(KUBERNETES::contains).isPresent()) {
            return true;
        }
        String name = port.appProtocol().or(port::name).orElse("").toLowerCase(Locale.ROOT);
        int dash = name.indexOf('-');
        return name.startsWith("grpc-web") || PROTOCOLS.contains(dash < 0 ? name : name.substring(0, dash));
    }
}
