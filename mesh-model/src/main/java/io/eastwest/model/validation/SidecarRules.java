package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.OutboundTrafficPolicy;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarOutboundMode;
import io.eastwest.model.istio.networking.SidecarPort;
import io.eastwest.model.istio.networking.SidecarSpec;

/**
 * What a Sidecar may say. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateSidecar, validateSidecarOutboundTrafficPolicy}.
 */
final class SidecarRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private SidecarRules() {}

    static void check(Sidecar sidecar, ManifestIssues issues) {
        SidecarSpec spec = sidecar.spec();
        spec.workloadSelector().ifPresent(selector -> {
            DocumentPath labels = SPEC.field("workloadSelector").field("labels");
            LabelMaps.checkSelector(selector.labels(), labels, "every workload of the namespace", issues);
        });
        boolean empty = spec.egress().isEmpty()
                && spec.ingress().isEmpty()
                && spec.outboundTrafficPolicy().isEmpty()
                && spec.inboundConnectionPool().isEmpty();
        if (empty) {
            String message = "has no ingress, egress, outboundTrafficPolicy or inboundConnectionPool";
            issues.error(IssueCode.OBJECT_EMPTY, SPEC, message, "add one of them");
        }
        SidecarIngressRules.check(spec.ingress(), SPEC.field("ingress"), issues);
        spec.inboundConnectionPool()
                .ifPresent(pool -> ConnectionPoolRules.check(pool, SPEC.field("inboundConnectionPool"), issues));
        String namespace = sidecar.metadata().namespaceOrDefault();
        SidecarEgressRules.check(spec.egress(), namespace, SPEC.field("egress"), issues);
        spec.outboundTrafficPolicy()
                .ifPresent(policy -> checkOutbound(policy, SPEC.field("outboundTrafficPolicy"), issues));
    }

    private static void checkOutbound(OutboundTrafficPolicy policy, DocumentPath path, ManifestIssues issues) {
        policy.egressProxy().ifPresent(proxy -> {
            DocumentPath at = path.field("egressProxy");
            if (policy.modeOrDefault() != SidecarOutboundMode.ALLOW_ANY) {
                String message = "must be set only in mode ALLOW_ANY";
                issues.error(IssueCode.FIELD_CONFLICT, at, message, "remove it or change the mode");
            }
            DnsNames.checkFqdn(proxy.host(), at.field("host"), issues);
            if (proxy.port().isEmpty()) {
                issues.error(
                        IssueCode.MISSING_FIELD, at.field("port"), "required but not set", "add the port of the proxy");
            }
            Destinations.check(proxy, at, issues);
        });
    }

    /** What ports of both directions have in common. */
    static void checkPort(SidecarPort port, DocumentPath path, ManifestIssues issues) {
        if (port.targetPort().orElse(0) != 0) {
            String message = "has no effect in a Sidecar";
            issues.error(IssueCode.FIELD_WITHOUT_EFFECT, path.field("targetPort"), message, "remove it");
        }
        String name = port.name().orElse("");
        if (!name.isEmpty()) {
            DnsNames.checkLabel(name, path.field("name"), issues);
        }
        Protocols.checkOptional(port.protocol().orElse(""), path.field("protocol"), issues);
    }
}
