package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpHealthCheck;
import io.eastwest.model.istio.networking.ReadinessProbe;
import io.eastwest.model.istio.networking.WorkloadGroup;

/**
 * What a WorkloadGroup may say. Its template is not checked as a workload. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateWorkloadGroup, validateReadinessProbe, ValidateProbeHeaderName}.
 */
final class WorkloadGroupRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private WorkloadGroupRules() {}

    static void check(WorkloadGroup group, ManifestIssues issues) {
        group.spec().metadata().ifPresent(metadata -> {
            DocumentPath labels = SPEC.field("metadata").field("labels");
            LabelMaps.check(metadata.labels(), labels, issues);
        });
        group.spec().probe().ifPresent(probe -> check(probe, SPEC.field("probe"), issues));
    }

    private static void check(ReadinessProbe probe, DocumentPath path, ManifestIssues issues) {
        Quantities.checkNotNegative(probe.periodSeconds(), path.field("periodSeconds"), issues);
        Quantities.checkNotNegative(probe.initialDelaySeconds(), path.field("initialDelaySeconds"), issues);
        Quantities.checkNotNegative(probe.timeoutSeconds(), path.field("timeoutSeconds"), issues);
        Quantities.checkNotNegative(probe.successThreshold(), path.field("successThreshold"), issues);
        Quantities.checkNotNegative(probe.failureThreshold(), path.field("failureThreshold"), issues);
        probe.httpGet().ifPresent(http -> check(http, path.field("httpGet"), issues));
        probe.tcpSocket().ifPresent(socket -> {
            DocumentPath at = path.field("tcpSocket").field("port");
            Quantities.checkPort(socket.port(), at, issues);
        });
        probe.exec().filter(exec -> exec.command().isEmpty()).ifPresent(exec -> {
            DocumentPath at = path.field("exec").field("command");
            issues.error(IssueCode.TOO_FEW_ITEMS, at, "has no command", "add the command to run");
        });
        if (probe.grpc().isPresent()) {
            String message = "is not taken by Istio's webhook, though the schema has it";
            issues.error(IssueCode.FIELD_UNSUPPORTED, path.field("grpc"), message, "use httpGet, tcpSocket or exec");
        } else if (probe.httpGet().isEmpty()
                && probe.tcpSocket().isEmpty()
                && probe.exec().isEmpty()) {
            String message = "has no httpGet, tcpSocket or exec";
            issues.error(IssueCode.OBJECT_EMPTY, path, message, "add one of them or remove it");
        }
    }

    private static void check(HttpHealthCheck http, DocumentPath path, ManifestIssues issues) {
        Quantities.checkPort(http.port(), path.field("port"), issues);
        String scheme = http.scheme().orElse("");
        if (!scheme.isEmpty() && !scheme.equals("HTTP") && !scheme.equals("HTTPS")) {
            String message = "must be HTTP or HTTPS but was " + IssueText.quote(scheme);
            issues.error(IssueCode.TEXT_MALFORMED, path.field("scheme"), message, "use one of them");
        }
        for (int i = 0; i < http.httpHeaders().size(); i++) {
            String name = http.httpHeaders().get(i).name().orElse("");
            boolean plain =
                    !name.isEmpty() && name.chars().allMatch(c -> DnsNames.isLetterOrDigit((char) c) || c == '-');
            if (!plain) {
                String message = "must be letters, digits and hyphens but was " + IssueText.quote(name);
                DocumentPath at = path.field("httpHeaders").index(i).field("name");
                issues.error(IssueCode.HEADER_INVALID, at, message, "use such as X-Probe");
            }
        }
    }
}
