package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshTlsSettings;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What a mesh configuration may say. A field that is left out has a default that is taken, so only fields that are there
 * are looked at. Mirrors istio 1.30.3 {@code pkg/config/mesh/mesh.go:ApplyMeshConfig} and {@code
 * pkg/config/validation/agent/validation.go:ValidateMeshConfig}.
 */
final class MeshConfigRules {
    private static final Duration LONGEST_CONNECT_TIMEOUT = Duration.ofHours(1);
    private static final Set<String> CURVES =
            Sets.of("", "P-224", "P-256", "P-521", "P-384", "X25519", "X25519Kyber768Draft00", "X25519MLKEM768");

    private final MeshConfig config;
    private final DocumentPath root;
    private final ManifestIssues issues;

    private MeshConfigRules(MeshConfig config, ManifestIssues issues) {
        this.config = config;
        this.root = DocumentPath.root();
        this.issues = issues;
    }

    /** Checks; paths start at the configuration. */
    static void check(MeshConfig config, ManifestIssues issues) {
        MeshConfigRules rules = new MeshConfigRules(config, issues);
        rules.checkTraffic();
        rules.checkTrustDomains();
        rules.checkCurves();
        config.defaultConfig()
                .ifPresent(proxy -> MeshProxyConfigRules.check(proxy, rules.root.field("defaultConfig"), issues));
        ExtensionProviderRules.check(config.extensionProviders(), rules.root.field("extensionProviders"), issues);
    }

    private void checkTraffic() {
        config.proxyListenPort().ifPresent(port -> Quantities.checkPort(port, root.field("proxyListenPort"), issues));
        config.connectTimeout().ifPresent(this::checkConnectTimeout);
        config.protocolDetectionTimeout()
                .filter(timeout -> !isWholeMillis(timeout))
                .ifPresent(timeout -> {
                    String message = "must be whole milliseconds but was " + GoDuration.format(timeout);
                    DocumentPath path = root.field("protocolDetectionTimeout");
                    issues.error(
                            IssueCode.DURATION_TOO_FINE,
                            path,
                            message,
                            "use a duration such as 100ms; 0s switches it off");
                });
        config.localityLbSetting()
                .ifPresent(setting -> LocalityRules.check(setting, true, root.field("localityLbSetting"), issues));
        for (int i = 0; i < config.serviceSettings().size(); i++) {
            DocumentPath hosts = root.field("serviceSettings").index(i).field("hosts");
            List<String> names = config.serviceSettings().get(i).hosts();
            for (int j = 0; j < names.size(); j++) {
                DnsNames.checkWildcardDomain(names.get(j), hosts.index(j), issues);
            }
        }
    }

    private void checkConnectTimeout(Duration timeout) {
        DocumentPath path = root.field("connectTimeout");
        Quantities.checkDuration(timeout, path, issues);
        if (timeout.compareTo(LONGEST_CONNECT_TIMEOUT) > 0) {
            String message = "must be one hour at most but was " + GoDuration.format(timeout);
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "use a duration such as 10s");
        }
    }

    private static boolean isWholeMillis(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MILLIS).equals(duration);
    }

    private void checkTrustDomains() {
        config.trustDomain().ifPresent(domain -> checkTrustDomain(domain, root.field("trustDomain")));
        for (int i = 0; i < config.trustDomainAliases().size(); i++) {
            checkTrustDomain(
                    config.trustDomainAliases().get(i),
                    root.field("trustDomainAliases").index(i));
        }
    }

    private void checkTrustDomain(String domain, DocumentPath path) {
        String[] parts = domain.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean closingDot = i > 0 && i == parts.length - 1 && parts[i].isEmpty();
            if (!closingDot && !DnsNames.isLabel(parts[i])) {
                String message = "must be labels with dots between them but was " + IssueText.quote(domain);
                issues.error(IssueCode.TRUST_DOMAIN_INVALID, path, message, "use such as cluster.local");
                return;
            }
        }
    }

    private void checkCurves() {
        if (!config.meshMTLS()
                .map(MeshTlsSettings::ecdhCurves)
                .orElse(List.of())
                .isEmpty()) {
            DocumentPath path = root.field("meshMTLS").field("ecdhCurves");
            String message = "cannot be set for traffic inside of the mesh";
            issues.error(
                    IssueCode.FIELD_UNSUPPORTED, path, message, "remove it; tlsDefaults takes it for other traffic");
        }
        List<String> curves =
                config.tlsDefaults().map(MeshTlsSettings::ecdhCurves).orElse(List.of());
        for (int i = 0; i < curves.size(); i++) {
            DocumentPath path = root.field("tlsDefaults").field("ecdhCurves").index(i);
            if (!CURVES.contains(curves.get(i))) {
                String message = "is no curve that Envoy has: " + IssueText.quote(curves.get(i));
                issues.warning(
                        IssueCode.ECDH_CURVE_IGNORED,
                        path,
                        message,
                        "use " + IssueText.oneOf(CURVES.stream().skip(1).toList()));
            } else if (curves.indexOf(curves.get(i)) < i) {
                String message = "is named twice: " + IssueText.quote(curves.get(i));
                issues.warning(IssueCode.ECDH_CURVE_IGNORED, path, message, "remove one of them");
            }
        }
    }
}
