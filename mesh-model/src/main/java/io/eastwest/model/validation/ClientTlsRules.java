package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import java.util.Optional;

/**
 * TLS towards a server. Mirrors istio 1.30.3 {@code pkg/config/validation/agent/validation.go:ValidateTLS} and
 * {@code pilot/pkg/model/credentials/resource.go:ParseResourceName}.
 */
final class ClientTlsRules {
    private static final String CONFIG_MAP = "configmap://";

    private final ClientTlsSettings tls;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private ClientTlsRules(ClientTlsSettings tls, DocumentPath path, ManifestIssues issues) {
        this.tls = tls;
        this.path = path;
        this.issues = issues;
    }

    /** {@code namespace} is that of the object; empty when it has none, as MeshConfig. */
    static void check(ClientTlsSettings tls, String namespace, DocumentPath path, ManifestIssues issues) {
        ClientTlsRules rules = new ClientTlsRules(tls, path, issues);
        rules.checkConfigMap(namespace);
        ClientTlsMode mode = tls.mode().orElse(ClientTlsMode.DISABLE);
        if (mode != ClientTlsMode.SIMPLE && mode != ClientTlsMode.MUTUAL) {
            return;
        }
        boolean credential = isSet(tls.credentialName());
        if (tls.insecureSkipVerify().orElse(false)) {
            rules.exclude("insecureSkipVerify", "caCertificates", isSet(tls.caCertificates()));
            rules.exclude("insecureSkipVerify", "credentialName", credential && mode == ClientTlsMode.SIMPLE);
            rules.exclude(
                    "insecureSkipVerify",
                    "subjectAltNames",
                    !tls.subjectAltNames().isEmpty());
        }
        if (credential) {
            rules.exclude("credentialName", "clientCertificate", isSet(tls.clientCertificate()));
            rules.exclude("credentialName", "caCertificates", isSet(tls.caCertificates()));
            rules.exclude("credentialName", "privateKey", isSet(tls.privateKey()));
            rules.exclude("credentialName", "caCrl", isSet(tls.caCrl()));
        } else if (mode == ClientTlsMode.MUTUAL) {
            rules.require("clientCertificate", tls.clientCertificate());
            rules.require("privateKey", tls.privateKey());
        }
    }

    private void checkConfigMap(String namespace) {
        String name = tls.credentialName().orElse("");
        if (!name.startsWith(CONFIG_MAP)) {
            return;
        }
        String[] parts = name.substring(CONFIG_MAP.length()).split("/", -1);
        boolean own = parts.length > 1 && parts[0].equals(namespace) && !namespace.isEmpty() && !parts[1].isEmpty();
        if (!own) {
            String message = "must name a ConfigMap of the own namespace but was " + IssueText.quote(name);
            String hint = "use configmap://" + namespace + "/<name>";
            issues.error(IssueCode.TEXT_MALFORMED, path.field("credentialName"), message, hint);
        }
    }

    private void exclude(String field, String other, boolean both) {
        if (both) {
            String message = "must not be set beside " + field;
            issues.error(IssueCode.TLS_SETTINGS_CONFLICT, path.field(other), message, "remove one of them");
        }
    }

    private void require(String field, Optional<String> value) {
        if (!isSet(value)) {
            String message = "mode MUTUAL needs " + field;
            issues.error(
                    IssueCode.TLS_CERTIFICATE_MISSING, path.field(field), message, "add it, or use credentialName");
        }
    }

    static boolean isSet(Optional<String> text) {
        return text.isPresent() && !text.get().isEmpty();
    }
}
