package io.eastwest.routing.platform;

import io.eastwest.model.openshift.Route;
import io.eastwest.model.openshift.RouteTls;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whom the certificate of a Route is for: its subject and names. A renewed certificate is for the same. */
final class RouteCertificate {
    private static final String OF_THE_ROUTER = "that of the router";

    private RouteCertificate() {}

    static String identity(Route route) {
        Optional<RouteTls> tls = route.spec().tls();
        if (tls.flatMap(RouteTls::externalCertificate).isPresent()) {
            String name = tls.flatMap(RouteTls::externalCertificate)
                    .map(reference -> reference.path("name").asText())
                    .orElse("");
            return "that of Secret " + route.metadata().namespaceOrDefault() + "/" + name;
        }
        return tls.flatMap(RouteTls::certificate).map(RouteCertificate::read).orElse(OF_THE_ROUTER);
    }

    private static String read(String pem) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            TreeSet<String> names = new TreeSet<>();
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
            return certificate.getSubjectX500Principal() + " " + names;
        } catch (CertificateException unreadable) {
            return "one that cannot be read";
        }
    }
}
