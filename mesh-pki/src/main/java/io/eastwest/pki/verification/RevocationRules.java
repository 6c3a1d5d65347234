package io.eastwest.pki.verification;

import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.pem.PemBlock;
import io.eastwest.pki.pem.PemText;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The revocation lists beside a signer: one that verifies for every subject of the chain.
 *
 * <p>Mirrors istio 1.30.3 security/pkg/pki/util/keycertbundle.go:Verify, the part about revocation lists.
 */
final class RevocationRules {
    private static final int CRL_SIGN = 6;

    private RevocationRules() {}

    static void check(
            CacertsFiles files,
            String place,
            List<X509Certificate> chain,
            Instant at,
            Layout layout,
            List<TrustFinding> findings) {
        String where = place + " " + CacertsFiles.CA_CRL;
        if (layout == Layout.CERT_MANAGER) {
            findings.add(TrustFinding.of(
                    TrustCode.CRL_NOT_READ,
                    where,
                    "istiod does not read it beside tls.crt",
                    "use the four .pem files"));
            return;
        }
        List<X509CRL> lists = new ArrayList<>();
        List<PemBlock> blocks =
                PemText.blocks(files.content(CacertsFiles.CA_CRL).orElseThrow());
        for (int i = 0; i < blocks.size(); i++) {
            try {
                lists.add(PemText.revocationList(blocks.get(i), where + "[" + i + "]"));
            } catch (PkiException e) {
                e.findings()
                        .forEach(finding -> findings.add(
                                new TrustFinding(TrustCode.CRL_UNPARSABLE, finding.place(), finding.text())));
            }
        }
        Map<String, List<X509Certificate>> bySubject = new LinkedHashMap<>();
        chain.forEach(certificate -> bySubject
                .computeIfAbsent(certificate.getSubjectX500Principal().getName(), name -> new ArrayList<>())
                .add(certificate));
        bySubject.forEach((subject, namesakes) -> {
            if (namesakes.stream().noneMatch(issuer -> lists.stream().anyMatch(list -> verifies(list, issuer)))) {
                findings.add(TrustFinding.of(
                        TrustCode.CRL_MISSING,
                        where,
                        "no revocation list verifies under " + TrustFinding.quote(subject),
                        "one list of each authority in " + layout.chainName()
                                + ", and keyUsage cRLSign on those authorities, are accepted"));
            }
        });
        for (X509CRL list : lists) {
            if (list.getNextUpdate() != null
                    && !list.getNextUpdate().toInstant().isAfter(at)) {
                findings.add(TrustFinding.of(
                        TrustCode.CRL_EXPIRED,
                        where,
                        "the list of "
                                + TrustFinding.quote(
                                        list.getIssuerX500Principal().getName()) + " ended at "
                                + list.getNextUpdate().toInstant(),
                        "issue the next one"));
            }
        }
    }

    private static boolean verifies(X509CRL list, X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if (usage != null && !usage[CRL_SIGN]
                || !list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
