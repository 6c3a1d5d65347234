package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.model.istio.networking.TunnelSettings;

/**
 * How a client talks to a host. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateTrafficPolicy, validatePortTrafficPolicies, validateTunnelSettings};
 * the warnings of single ports are dropped there.
 */
final class TrafficPolicyRules {
    private TrafficPolicyRules() {}

    static void check(TrafficPolicy policy, String namespace, DocumentPath path, ManifestIssues issues) {
        boolean empty = isEmpty(policy)
                && policy.portLevelSettings().isEmpty()
                && policy.tunnel().isEmpty()
                && policy.proxyProtocol().isEmpty()
                && policy.retryBudget().isEmpty();
        if (empty) {
            issues.error(IssueCode.OBJECT_EMPTY, path, "sets no field", "set one or remove it");
        }
        if (policy.tunnel().isPresent() && policy.proxyProtocol().isPresent()) {
            String message = "must not be set beside tunnel";
            issues.error(IssueCode.FIELD_CONFLICT, path.field("proxyProtocol"), message, "remove one of them");
        }
        checkCommon(policy, namespace, path, issues);
        for (int i = 0; i < policy.portLevelSettings().size(); i++) {
            PortTrafficPolicy port = policy.portLevelSettings().get(i);
            checkPort(port, namespace, path.field("portLevelSettings").index(i), issues.errorsOnly());
        }
        policy.tunnel().ifPresent(tunnel -> checkTunnel(tunnel, path.field("tunnel"), issues));
    }

    private static boolean isEmpty(TrafficPolicyBase policy) {
        return policy.loadBalancer().isEmpty()
                && policy.connectionPool().isEmpty()
                && policy.outlierDetection().isEmpty()
                && policy.tls().isEmpty();
    }

    private static void checkPort(
            PortTrafficPolicy policy, String namespace, DocumentPath path, ManifestIssues issues) {
        if (policy.port().isEmpty()) {
            issues.error(
                    IssueCode.MISSING_FIELD, path.field("port"), "required but not set", "add the port of the policy");
        }
        if (isEmpty(policy)) {
            String hint = "add loadBalancer, connectionPool, outlierDetection or tls, or remove the entry";
            issues.error(IssueCode.OBJECT_EMPTY, path, "sets no policy for its port", hint);
        }
        checkCommon(policy, namespace, path, issues);
    }

    private static void checkCommon(
            TrafficPolicyBase policy, String namespace, DocumentPath path, ManifestIssues issues) {
        policy.outlierDetection()
                .ifPresent(outlier -> OutlierRules.check(outlier, path.field("outlierDetection"), issues));
        policy.connectionPool()
                .ifPresent(pool -> ConnectionPoolRules.check(pool, path.field("connectionPool"), issues));
        boolean ejects = policy.outlierDetection().isPresent();
        policy.loadBalancer()
                .ifPresent(balancer -> LoadBalancerRules.check(balancer, ejects, path.field("loadBalancer"), issues));
        policy.tls().ifPresent(tls -> ClientTlsRules.check(tls, namespace, path.field("tls"), issues));
    }

    private static void checkTunnel(TunnelSettings tunnel, DocumentPath path, ManifestIssues issues) {
        String protocol = tunnel.protocol().orElse("");
        if (!protocol.isEmpty() && !protocol.equals("CONNECT") && !protocol.equals("POST")) {
            String message = "must be CONNECT or POST but was " + IssueText.quote(protocol);
            issues.error(IssueCode.TEXT_MALFORMED, path.field("protocol"), message, "use one of them");
        }
        if (!Addresses.isIp(tunnel.targetHost())) {
            DnsNames.checkFqdn(tunnel.targetHost(), path.field("targetHost"), issues);
        }
        Quantities.checkPort(tunnel.targetPort(), path.field("targetPort"), issues);
    }
}
