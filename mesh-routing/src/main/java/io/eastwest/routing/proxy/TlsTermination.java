package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import java.util.Optional;

/** Whether a TLS handshake with a filter chain succeeds, as far as certificates decide it. */
final class TlsTermination {
    private TlsTermination() {}

    /** {@return why the handshake fails, in the words of the TLS library; empty: it succeeds} */
    static Optional<String> failure(DownstreamTls tls, Connection connection) {
        if (tls.missingCredential().isPresent()) {
            return tls.missingCredential();
        }
        if (connection.tls().isEmpty()) {
            return Optional.of("WRONG_VERSION_NUMBER");
        }
        if (tls.clientCertificate() == ClientCertificate.NONE) {
            return Optional.empty();
        }
        Optional<Peer> peer = connection.peer();
        if (peer.isEmpty()) {
            return tls.clientCertificate() == ClientCertificate.REQUIRED
                    ? Optional.of("PEER_DID_NOT_RETURN_A_CERTIFICATE")
                    : Optional.empty();
        }
        boolean domain = tls.trustDomains().isEmpty()
                || tls.trustDomains().stream()
                        .anyMatch(trusted -> peer.get().principal().startsWith(trusted + '/'));
        boolean name = tls.subjectAltNames().isEmpty()
                || tls.subjectAltNames().contains(peer.get().uri());
        return domain && name ? Optional.empty() : Optional.of("CERTIFICATE_VERIFY_FAILED");
    }

    /** {@return the identity that filters see: none on plaintext and where no certificate is asked for} */
    static Optional<String> principal(Optional<DownstreamTls> tls, Connection connection) {
        return tls.filter(settings -> settings.clientCertificate() != ClientCertificate.NONE)
                .flatMap(settings -> connection.peer())
                .map(Peer::principal);
    }
}
