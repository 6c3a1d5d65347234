package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Services that callers in other networks reach through an east-west gateway: they, and the DestinationRules with their
 * subsets, must be exported to the namespace of that gateway, which resets calls otherwise. Looked at are Services of the
 * control plane's own cluster of which a cluster of another network has a twin. Upstream has no such check. Mirrors istio
 * 1.30.3 {@code pilot/pkg/networking/core/gateway.go:builtAutoPassthroughFilterChains}.
 */
final class PassthroughVisibility {
    private final ControlPlaneScope scope;
    private final Findings findings;
    private final Set<String> gateways = new TreeSet<>();

    private PassthroughVisibility(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        PassthroughVisibility visibility = new PassthroughVisibility(scope, findings);
        scope.configuration(IstioGateway.class).forEach(visibility::add);
        if (!visibility.gateways.isEmpty()) {
            scope.configuration(KubernetesService.class).forEach(visibility::check);
            scope.configuration(DestinationRule.class).forEach(visibility::checkRule);
        }
    }

    private void add(Found<IstioGateway> gateway) {
        if (gateway.resource().spec().servers().stream().anyMatch(PassthroughVisibility::isAutoPassthrough)) {
            scope.pods().selected(gateway.resource().spec().selector()).stream()
                    .filter(pod -> pod.cluster().equals(scope.cluster()))
                    .map(MeshPod::namespace)
                    .forEach(gateways::add);
        }
    }

    private static boolean isAutoPassthrough(Server server) {
        return server.tls()
                .flatMap(ServerTlsSettings::mode)
                .filter(ServerTlsMode.AUTO_PASSTHROUGH::equals)
                .isPresent();
    }

    private void check(Found<KubernetesService> service) {
        if (isHidden(HostTable.exportTo(service), service.namespace()) && hasTwinElsewhere(service)) {
            report(service, AnalysisPaths.annotation(HostTable.EXPORT_TO), "it");
        }
    }

    private void checkRule(Found<DestinationRule> rule) {
        if (!rule.resource().spec().subsets().isEmpty()
                && isHidden(rule.resource().spec().exportTo(), rule.namespace())) {
            String host = AnalysisHosts.fqdn(rule.resource().spec().host(), rule.namespace());
            ClusterNames.service(host)
                    .flatMap(key -> scope.configuration(KubernetesService.class, key))
                    .filter(this::hasTwinElsewhere)
                    .ifPresent(any -> report(rule, AnalysisPaths.SPEC.field("exportTo"), "its subsets"));
        }
    }

    /** {@return whether no gateway sees what is exported to these namespaces} */
    private boolean isHidden(List<String> exportTo, String namespace) {
        List<String> scopes = AnalysisHosts.scopes(exportTo, namespace);
        return !scopes.contains(AnalysisHosts.EVERYBODY) && gateways.stream().noneMatch(scopes::contains);
    }

    private boolean hasTwinElsewhere(Found<KubernetesService> service) {
        String own = scope.network(scope.cluster());
        return scope.clusters().stream()
                .filter(cluster -> !scope.network(cluster).equals(own))
                .anyMatch(cluster -> scope.discoveredIn(cluster, KubernetesService.class, service.key())
                        .isPresent());
    }

    private void report(Found<?> found, DocumentPath path, String what) {
        findings.warning(
                IssueCode.HIDDEN_FROM_EAST_WEST_GATEWAY,
                found,
                path,
                "is not exported to namespace " + Texts.list(gateways)
                        + " of the east-west gateway, which therefore resets calls to " + what + " from other networks",
                "export it there, too");
    }
}
