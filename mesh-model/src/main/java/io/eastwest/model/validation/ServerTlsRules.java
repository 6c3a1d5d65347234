package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.TlsCertificate;
import io.eastwest.model.istio.networking.TlsProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TLS of a server. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateTLSOptions}. */
final class ServerTlsRules {
    private final ServerTlsSettings tls;
    private final ServerTlsMode mode;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private ServerTlsRules(ServerTlsSettings tls, DocumentPath path, ManifestIssues issues) {
        this.tls = tls;
        this.mode = tls.modeOrDefault();
        this.path = path;
        this.issues = issues;
    }

    static void check(ServerTlsSettings tls, DocumentPath path, ManifestIssues issues) {
        ServerTlsRules rules = new ServerTlsRules(tls, path, issues);
        rules.checkVersion();
        CipherSuites.check(tls.cipherSuites(), path.field("cipherSuites"), issues);
        rules.checkMode();
    }

    private void checkVersion() {
        TlsProtocolVersion least = tls.minProtocolVersion().orElse(TlsProtocolVersion.TLS_AUTO);
        boolean old = least == TlsProtocolVersion.TLSV1_0 || least == TlsProtocolVersion.TLSV1_1;
        if (old && tls.cipherSuites().isEmpty()) {
            String message = "the default cipher suites do not fit " + least;
            String hint = "list cipherSuites that do, or use TLSV1_2";
            issues.warning(IssueCode.CIPHER_SUITE_IGNORED, path.field("minProtocolVersion"), message, hint);
        }
    }

    private void checkMode() {
        switch (mode) {
            case ISTIO_MUTUAL -> refuseCertificates();
            case PASSTHROUGH, AUTO_PASSTHROUGH -> {
                warnOfCertificates();
                checkSources();
                checkRevocations();
            }
            case SIMPLE, MUTUAL, OPTIONAL_MUTUAL -> {
                checkSources();
                if (!hasCredential()) {
                    requireCertificates();
                    checkRevocations();
                }
            }
        }
    }

    private void refuseCertificates() {
        for (String field : certificateFields()) {
            if (!field.equals("caCrl")) {
                String message = "must not be set in mode ISTIO_MUTUAL, which uses the certificate of the proxy";
                issues.error(IssueCode.TLS_SETTINGS_CONFLICT, path.field(field), message, "remove it");
            }
        }
    }

    private void warnOfCertificates() {
        for (String field : certificateFields()) {
            String message = "has no effect in mode " + mode + ", which does not end TLS";
            issues.warning(IssueCode.TLS_CERTIFICATE_IGNORED, path.field(field), message, "remove it");
        }
    }

    private List<String> certificateFields() {
        List<String> fields = new ArrayList<>();
        addIf(fields, "caCrl", isSet(tls.caCrl()));
        addIf(fields, "serverCertificate", isSet(tls.serverCertificate()));
        addIf(fields, "privateKey", isSet(tls.privateKey()));
        addIf(fields, "caCertificates", isSet(tls.caCertificates()));
        addIf(fields, "tlsCertificates", !tls.tlsCertificates().isEmpty());
        addIf(fields, "credentialName", isSet(tls.credentialName()));
        addIf(fields, "credentialNames", !tls.credentialNames().isEmpty());
        return fields;
    }

    private void checkSources() {
        List<String> sources = new ArrayList<>();
        addIf(sources, "serverCertificate", isSet(tls.serverCertificate()) && isSet(tls.privateKey()));
        addIf(sources, "credentialName", isSet(tls.credentialName()));
        addIf(sources, "credentialNames", !tls.credentialNames().isEmpty());
        addIf(sources, "tlsCertificates", !tls.tlsCertificates().isEmpty());
        if (sources.size() > 1) {
            String message = "takes its certificate from " + String.join(" and from ", sources);
            issues.error(IssueCode.TLS_SETTINGS_CONFLICT, path, message, "leave only one of them");
        }
    }

    private boolean hasCredential() {
        return isSet(tls.credentialName()) || !tls.credentialNames().isEmpty();
    }

    private void requireCertificates() {
        if (mode != ServerTlsMode.SIMPLE) {
            require(tls.caCertificates(), path.field("caCertificates"));
        }
        List<TlsCertificate> certificates = tls.tlsCertificates();
        if (certificates.isEmpty()) {
            require(tls.serverCertificate(), path.field("serverCertificate"));
            require(tls.privateKey(), path.field("privateKey"));
        }
        for (int i = 0; i < certificates.size(); i++) {
            DocumentPath at = path.field("tlsCertificates").index(i);
            require(certificates.get(i).serverCertificate(), at.field("serverCertificate"));
            require(certificates.get(i).privateKey(), at.field("privateKey"));
        }
        if (certificates.size() > 2) {
            String message = "has " + certificates.size() + " certificates of which 2 can be used";
            issues.warning(
                    IssueCode.TOO_MANY_ITEMS, path.field("tlsCertificates"), message, "leave one of each key type");
        }
    }

    private void require(Optional<String> value, DocumentPath field) {
        if (!isSet(value)) {
            String message = "mode " + mode + " needs " + field.lastField();
            issues.error(IssueCode.TLS_CERTIFICATE_MISSING, field, message, "add it, or use credentialName");
        }
    }

    private void checkRevocations() {
        if (isSet(tls.caCrl()) && isSet(tls.credentialName())) {
            String message = "must not be set beside credentialName";
            issues.error(IssueCode.TLS_SETTINGS_CONFLICT, path.field("caCrl"), message, "put the list into the Secret");
        }
        if (mode == ServerTlsMode.SIMPLE && isSet(tls.caCrl())) {
            String message = "must not be set in mode SIMPLE, which asks for no client certificate";
            issues.error(IssueCode.TLS_SETTINGS_CONFLICT, path.field("caCrl"), message, "remove it or use MUTUAL");
        }
    }

    private static boolean isSet(Optional<String> text) {
        return ClientTlsRules.isSet(text);
    }

    private static void addIf(List<String> list, String word, boolean condition) {
        if (condition) {
            list.add(word);
        }
    }
}
