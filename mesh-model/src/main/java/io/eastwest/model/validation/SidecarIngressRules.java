package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.SidecarIngress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inbound listeners of a Sidecar. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateSidecar}. */
final class SidecarIngressRules {
    private static final Set<String> OWN_HOSTS =
            Sets.of("", "127.0.0.1", "0.0.0.0", "[::1]", "[::]", "[]", "[127.0.0.1]", "[0.0.0.0]");

    private final DocumentPath path;
    private final ManifestIssues issues;

    private SidecarIngressRules(DocumentPath path, ManifestIssues issues) {
        this.path = path;
        this.issues = issues;
    }

    static void check(List<SidecarIngress> listeners, DocumentPath path, ManifestIssues issues) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = 0; i < listeners.size(); i++) {
            SidecarIngress listener = listeners.get(i);
            SidecarIngressRules rules = new SidecarIngressRules(path.index(i), issues);
            rules.check(listener);
            int number = listener.port().number().orElse(0);
            if (!numbers.add(number)) {
                String message = "port " + number + " has another listener already";
                DocumentPath at = path.index(i).field("port").field("number");
                issues.error(IssueCode.DUPLICATE_ITEM, at, message, "remove one of them");
            }
        }
    }

    private void check(SidecarIngress listener) {
        DocumentPath port = path.field("port");
        SidecarRules.checkPort(listener.port(), port, issues);
        Quantities.checkPort(listener.port().number().orElse(0), port.field("number"), issues);
        listener.bind()
                .filter(bind -> !bind.isEmpty())
                .ifPresent(bind -> Addresses.checkIp(bind, path.field("bind"), issues));
        listener.defaultEndpoint()
                .filter(endpoint -> !endpoint.isEmpty())
                .ifPresent(endpoint -> checkEndpoint(endpoint, path.field("defaultEndpoint")));
        String protocol = listener.port().protocol().orElse("");
        listener.tls().ifPresent(tls -> checkTls(tls, protocol, path.field("tls")));
        listener.connectionPool().ifPresent(pool -> {
            DocumentPath at = path.field("connectionPool");
            ConnectionPoolRules.check(pool, at, issues);
            if (pool.http().isPresent() && !Protocols.isHttp(protocol)) {
                String message = "has no effect because the protocol of the port is not HTTP";
                issues.warning(IssueCode.FIELD_WITHOUT_EFFECT, at.field("http"), message, "use tcp");
            }
        });
    }

    private void checkEndpoint(String endpoint, DocumentPath at) {
        if (endpoint.startsWith(Addresses.UNIX)) {
            Addresses.checkSocket(endpoint, at, issues);
            return;
        }
        int colon = endpoint.lastIndexOf(':');
        boolean own =
                colon >= 0 && OWN_HOSTS.contains(endpoint.substring(0, colon)) && isPort(endpoint.substring(colon + 1));
        if (!own) {
            String message = "must be a port of the own workload or a socket but was " + IssueText.quote(endpoint);
            String hint = "use such as 127.0.0.1:8080, 0.0.0.0:8080, [::1]:8080 or unix:///var/run/web.sock";
            issues.error(IssueCode.ADDRESS_INVALID, at, message, hint);
        }
    }

    private static boolean isPort(String text) {
        try {
            return Quantities.isPort(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void checkTls(ServerTlsSettings tls, String protocol, DocumentPath at) {
        refuse("subjectAltNames", !tls.subjectAltNames().isEmpty(), at);
        refuse("httpsRedirect", tls.httpsRedirect().orElse(false), at);
        refuse("credentialName", ClientTlsRules.isSet(tls.credentialName()), at);
        refuse("credentialNames", !tls.credentialNames().isEmpty(), at);
        refuse("tlsCertificates", !tls.tlsCertificates().isEmpty(), at);
        ServerTlsMode mode = tls.modeOrDefault();
        if (mode == ServerTlsMode.ISTIO_MUTUAL || mode == ServerTlsMode.AUTO_PASSTHROUGH) {
            String message = "must not be " + mode + " in a Sidecar";
            issues.error(IssueCode.TLS_SETTINGS_CONFLICT, at.field("mode"), message, "use SIMPLE or MUTUAL");
        }
        if (!Protocols.isTls(protocol)) {
            String message = "must not be set because the protocol of the port is neither HTTPS nor TLS";
            issues.error(IssueCode.TLS_PROTOCOL_MISMATCH, at, message, "change the protocol or remove it");
        }
        ServerTlsRules.check(tls, at, issues);
    }

    private void refuse(String field, boolean set, DocumentPath at) {
        if (set) {
            issues.error(IssueCode.FIELD_UNSUPPORTED, at.field(field), "is not implemented in a Sidecar", "remove it");
        }
    }
}
