package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.Optional;

/**
 * Destinations of VirtualServices: does the host exist, and the port? Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/virtualservice/destinationhosts.go:analyzeVirtualService}.
 */
final class DestinationHosts {
    private DestinationHosts() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        if (scope.hosts().isKnown()) {
            for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
                for (RouteTarget target : RouteTarget.of(service.resource().spec())) {
                    check(scope, service, target, findings);
                }
            }
        }
    }

    private static void check(
            ControlPlaneScope scope, Found<VirtualService> service, RouteTarget target, Findings findings) {
        VirtualServiceSpec spec = service.resource().spec();
        String host = target.destination().host();
        Optional<HostTable.Target> known = scope.hosts().find(service.namespace(), spec.exportTo(), host);
        if (known.isPresent()) {
            checkPort(service, target, known.get(), findings);
            return;
        }
        String fqdn = AnalysisHosts.fqdn(host, service.namespace());
        String name = fqdn.equals(host) ? IssueText.quote(host) : IssueText.quote(host) + " (" + fqdn + ")";
        findings.error(
                IssueCode.HOST_NOT_FOUND,
                service,
                target.path().field("host"),
                "host " + name + " is no Service or ServiceEntry that namespace "
                        + IssueText.quote(service.namespace()) + " of cluster " + IssueText.quote(scope.cluster())
                        + " sees",
                "correct the host or add the service");
    }

    private static void checkPort(
            Found<VirtualService> service, RouteTarget target, HostTable.Target known, Findings findings) {
        Optional<PortSelector> port = target.destination().port();
        if (port.isEmpty()) {
            if (known.ports().size() > 1) {
                findings.error(
                        IssueCode.DESTINATION_PORT_REQUIRED,
                        service,
                        target.path(),
                        known.key() + " has the ports " + Texts.list(known.ports()) + ", but none is named",
                        "name one by port.number");
            }
        } else if (!known.ports().contains(port.get().number().orElse(0))) {
            findings.error(
                    IssueCode.PORT_NOT_FOUND,
                    service,
                    target.path().field("port").field("number"),
                    "port " + port.get().number().orElse(0) + " is not among the ports " + Texts.list(known.ports())
                            + " of " + known.key(),
                    "use one of them or add the port there");
        }
    }
}
