package io.eastwest.pki.rotation;

import static java.util.Objects.requireNonNull;

import io.eastwest.pki.authority.CertificateIssuer;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.verification.ChainVerification;
import io.eastwest.pki.verification.Purpose;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which proxies of two clusters authenticate each other, by the stages that they hold. Every question is answered by
 * path validation of an issued certificate, once.
 */
final class ProxyTrust {
    private final int clusters;
    private final int stages;

    /** Leaf of (cluster, stage) verifies against roots of (cluster, stage), for both purposes. */
    private final boolean[][] verifies;

    ProxyTrust(RotationPlan plan, CertificateIssuer issuer) {
        List<List<CaBundle>> all = plan.stages();
        this.clusters = plan.clusters().size();
        this.stages = all.size();
        this.verifies = new boolean[clusters * stages][clusters * stages];
        SigningKey key = issuer.key(KeyAlgorithm.EC_P256);
        WorkloadProfile profile = WorkloadProfile.of(
                SpiffeId.of(plan.settings().trustDomain(), plan.settings().namespace(), "istiod"));
        Map<X509Certificate, List<X509Certificate>> sentBySigner = new LinkedHashMap<>();
        Map<List<List<X509Certificate>>, Boolean> known = new LinkedHashMap<>();
        for (List<CaBundle> stage : all) {
            for (CaBundle bundle : stage) {
                sentBySigner.computeIfAbsent(
                        bundle.signer().certificate(),
                        signer -> issuer.workload(bundle.signer(), profile, key).chain());
            }
        }
        key.destroy();
        for (int leaf = 0; leaf < verifies.length; leaf++) {
            List<X509Certificate> sent =
                    sentBySigner.get(bundle(all, leaf).signer().certificate());
            for (int roots = 0; roots < verifies.length; roots++) {
                List<X509Certificate> held = bundle(all, roots).roots().roots();
                verifies[leaf][roots] = known.computeIfAbsent(
                        List.of(requireNonNull(sent, "sent"), held), pair -> isTrusted(pair, issuer.now()));
            }
        }
    }

    private CaBundle bundle(List<List<CaBundle>> all, int index) {
        return all.get(index % stages).get(index / stages);
    }

    private static boolean isTrusted(List<List<X509Certificate>> sentAndHeld, Instant at) {
        return Arrays.stream(Purpose.values())
                .allMatch(purpose -> ChainVerification.peer(sentAndHeld.get(0), sentAndHeld.get(1), at, purpose)
                        .isTrusted());
    }

    /** All pairs at once; the bit of (x, y) is {@code x * clusters + y}. */
    BitSet pairs(int[] positions) {
        BitSet pairs = new BitSet(clusters * clusters);
        for (int x = 0; x < clusters; x++) {
            for (int y = 0; y < clusters; y++) {
                pairs.set(x * clusters + y, authenticates(x, positions[x], y, positions[y]));
            }
        }
        return pairs;
    }

    boolean authenticates(int x, int p, int y, int q) {
        return isTrusted(x, p, y, q) && isTrusted(y, q, x, p);
    }

    /** Every leaf that is alive in x is verified with every set of roots that is held in y. */
    private boolean isTrusted(int x, int p, int y, int q) {
        for (int leafStage = p / 2; leafStage <= (p + 1) / 2; leafStage++) {
            for (int rootStage = q / 2; rootStage <= (q + 1) / 2; rootStage++) {
                if (!verifies[x * stages + leafStage][y * stages + rootStage]) {
                    return false;
                }
            }
        }
        return true;
    }
}
