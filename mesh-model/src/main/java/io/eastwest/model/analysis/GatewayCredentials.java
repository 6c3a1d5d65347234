package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.kubernetes.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Secrets that Gateways name: do they exist where the pods of the gateway run, and hold a certificate? Where pods run in
 * several namespaces, one that holds the secret is enough. {@code credentialNames} are looked at as well, which upstream
 * leaves out. Whether a certificate has expired is not looked at: that depends on the time. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/gateway/secret.go}.
 */
final class GatewayCredentials {
    private final ControlPlaneScope scope;
    private final Findings findings;

    private GatewayCredentials(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        boolean known = scope.discovered(Secret.class).stream()
                .anyMatch(secret -> !DiscoveredClusters.isRemoteSecret(secret.resource()));
        if (known && scope.pods().isKnown()) {
            GatewayCredentials credentials = new GatewayCredentials(scope, findings);
            scope.configuration(IstioGateway.class).forEach(credentials::check);
        }
    }

    private void check(Found<IstioGateway> gateway) {
        Set<String> namespaces = new TreeSet<>();
        scope.pods().selected(gateway.resource().spec().selector()).forEach(pod -> namespaces.add(pod.namespace()));
        if (namespaces.isEmpty()) {
            return;
        }
        for (int i = 0; i < gateway.resource().spec().servers().size(); i++) {
            Optional<ServerTlsSettings> tls =
                    gateway.resource().spec().servers().get(i).tls();
            DocumentPath path = AnalysisPaths.SPEC.field("servers").index(i).field("tls");
            tls.flatMap(ServerTlsSettings::credentialName)
                    .ifPresent(name -> check(gateway, name, namespaces, path.field("credentialName")));
            List<String> names = tls.map(ServerTlsSettings::credentialNames).orElse(List.of());
            for (int j = 0; j < names.size(); j++) {
                check(
                        gateway,
                        names.get(j),
                        namespaces,
                        path.field("credentialNames").index(j));
            }
        }
    }

    private void check(Found<IstioGateway> gateway, String name, Set<String> namespaces, DocumentPath path) {
        if (name.isEmpty() || name.contains("://")) {
            return;
        }
        int slash = name.indexOf('/');
        Set<String> places = slash < 0 ? namespaces : new TreeSet<>(List.of(name.substring(0, slash)));
        String secretName = name.substring(slash + 1);
        Optional<Found<Secret>> secret = places.stream()
                .flatMap(place ->
                        scope.discovered(Secret.class, ResourceKey.of("", "Secret", place, secretName)).stream())
                .findFirst();
        if (secret.isEmpty()) {
            findings.error(
                    IssueCode.CREDENTIAL_NOT_FOUND,
                    gateway,
                    path,
                    "no Secret " + IssueText.quote(secretName) + " exists in namespace " + Texts.list(places)
                            + " of the pods of the gateway",
                    "add it there or correct the name");
        } else if (!ServerCertificates.isUsable(secret.get().resource())) {
            findings.error(
                    IssueCode.CREDENTIAL_UNUSABLE,
                    gateway,
                    path,
                    secret.get().key() + " holds no certificate with its key",
                    "put PEM under tls.crt and tls.key, or cert and key");
        }
    }
}
