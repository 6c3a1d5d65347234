package io.eastwest.pki.verification;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.pem.PemBlock;
import io.eastwest.pki.pem.PemText;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of a text as istiod takes them: what cannot be read is skipped, and told here.
 *
 * <p>Mirrors go crypto/x509:CertPool.AppendCertsFromPEM.
 */
final class PemPool {
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<TrustFinding> skipped = new ArrayList<>();
    private boolean firstIsGood;

    private PemPool() {}

    static PemPool of(byte[] pem, String place) {
        PemPool pool = new PemPool();
        List<PemBlock> blocks = PemText.blocks(pem);
        boolean decodedBefore = false;
        for (int i = 0; i < blocks.size(); i++) {
            PemBlock block = blocks.get(i);
            boolean good = pool.add(block, place + "[" + i + "]");
            if (!block.isDamaged() && !decodedBefore) {
                pool.firstIsGood = good;
                decodedBefore = true;
            }
        }
        return pool;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The certificate of the first block that is PEM at all; empty if that block holds something else. */
    Optional<X509Certificate> first() {
        return firstIsGood ? Optional.of(certificates.get(0)) : Optional.empty();
    }

    List<TrustFinding> skipped() {
        return skipped;
    }

    private boolean add(PemBlock block, String place) {
        if (!block.isDamaged() && (!block.type().equals(PemText.CERTIFICATE) || block.hasHeaders())) {
            skip(place, "istiod skips the block " + TrustFinding.quote(block.type()));
            return false;
        }
        try {
            certificates.add(PemText.certificate(block, place));
            return true;
        } catch (PkiException e) {
            skip(place, "istiod skips the block, " + e.findings().get(0).text());
            return false;
        }
    }

    private void skip(String place, String wrong) {
        skipped.add(TrustFinding.of(TrustCode.PEM_BLOCK_SKIPPED, place, wrong, "remove or mend it"));
    }
}
