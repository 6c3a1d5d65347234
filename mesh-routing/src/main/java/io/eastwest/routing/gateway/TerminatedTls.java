package io.eastwest.routing.gateway;

import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.routing.credential.ProxyCredentials;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the servers of a gateway end TLS. */
final class TerminatedTls {
    private static final String FILE = "file-cert:";
    private static final String ROOT_FILE = "file-root:";

    private final ProxyCredentials credentials;

    TerminatedTls(ProxyCredentials credentials) {
        this.credentials = credentials;
    }

    DownstreamTls of(ServerTlsSettings tls) {
        ServerTlsMode mode = tls.mode().orElse(ServerTlsMode.PASSTHROUGH);
        ClientCertificate client = switch (mode) {
            case MUTUAL, ISTIO_MUTUAL -> ClientCertificate.REQUIRED;
            case OPTIONAL_MUTUAL -> ClientCertificate.OPTIONAL;
            case SIMPLE, PASSTHROUGH, AUTO_PASSTHROUGH -> ClientCertificate.NONE;
        };
        boolean mesh = mode == ServerTlsMode.ISTIO_MUTUAL;
        boolean own = !mesh && client != ClientCertificate.NONE;
        return DownstreamTls.builder()
                .clientCertificate(client)
                .meshCertificates(mesh)
                .certificate(mesh ? Optional.empty() : certificate(tls))
                .clientAuthority(own ? clientAuthority(tls) : Optional.empty())
                .subjectAltNames(tls.subjectAltNames())
                .terms(terms(tls))
                .missingCredential(credentials.missing(tls))
                .build();
    }

    private static Optional<String> certificate(ServerTlsSettings tls) {
        List<String> names = new ArrayList<>(tls.credentialNames());
        if (names.isEmpty()) {
            tls.credentialName().ifPresent(names::add);
        }
        if (names.isEmpty()) {
            tls.tlsCertificates().forEach(each -> each.serverCertificate().ifPresent(file -> names.add(FILE + file)));
        }
        if (names.isEmpty()) {
            tls.serverCertificate().ifPresent(file -> names.add(FILE + file));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static Optional<String> clientAuthority(ServerTlsSettings tls) {
        return tls.caCertCredentialName().or(() -> tls.caCertificates().map(file -> ROOT_FILE + file));
    }

    private static List<String> terms(ServerTlsSettings tls) {
        List<String> terms = new ArrayList<>();
        tls.minProtocolVersion().ifPresent(version -> terms.add("from " + version));
        tls.maxProtocolVersion().ifPresent(version -> terms.add("to " + version));
        tls.cipherSuites().forEach(suite -> terms.add("cipher suite " + suite));
        tls.verifyCertificateSpki().forEach(hash -> terms.add("client key " + hash));
        tls.verifyCertificateHash().forEach(hash -> terms.add("client certificate " + hash));
        tls.caCrl().ifPresent(file -> terms.add("revoked in " + file));
        return terms;
    }
}
