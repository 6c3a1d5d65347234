package io.eastwest.pki;

import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustEffect;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.verification.ChainVerification;
import io.eastwest.pki.verification.IstiodLoad;
import io.eastwest.pki.verification.Purpose;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Before a mesh is handed out: every bundle loads, and what each cluster issues verifies in every other one. */
final class TrustSelfCheck {
    private static final String NAMESPACE = "istio-system";

    private final MeshTrust trust;
    private final SigningKey probe;
    private final List<TrustFinding> findings = new ArrayList<>();

    private TrustSelfCheck(MeshTrust trust, SecureRandom random) {
        this.trust = trust;
        this.probe = KeyAlgorithm.EC_P256.generate(random);
    }

    static void require(MeshTrust trust, SecureRandom random) {
        TrustSelfCheck check = new TrustSelfCheck(trust, random);
        trust.bundles().forEach(check::loads);
        if (check.findings.isEmpty()) {
            trust.bundles().forEach(check::issues);
            check.findings.addAll(trust.check().findings());
            check.findings.removeIf(finding -> finding.effect() == TrustEffect.RISK);
        }
        check.probe.destroy();
        if (!check.findings.isEmpty()) {
            throw new PkiException(check.findings);
        }
    }

    private void loads(CaBundle bundle) {
        try (CacertsFiles files = bundle.files()) {
            IstiodLoad.check(files, bundle.cluster(), trust.issuer().now()).findings().stream()
                    .filter(finding -> finding.effect() != TrustEffect.RISK)
                    .forEach(findings::add);
        }
    }

    private void issues(CaBundle bundle) {
        SpiffeId id = SpiffeId.of(trust.trustDomain(), NAMESPACE, "istiod");
        verifies(bundle, trust.issuer().workload(bundle.signer(), WorkloadProfile.of(id), probe));
        verifies(bundle, trust.issuer().serving(bundle.signer(), List.of("istiod." + NAMESPACE + ".svc"), probe));
    }

    private void verifies(CaBundle bundle, WorkloadCertificate leaf) {
        for (Purpose purpose : Purpose.values()) {
            ChainVerification.peer(
                            leaf.chain(), bundle.roots().roots(), trust.issuer().now(), purpose)
                    .failure()
                    .ifPresent(failure -> findings.add(TrustFinding.of(
                            failure.code() == TrustCode.PATH_NAME_CONSTRAINT
                                    ? TrustCode.NAME_CONSTRAINT_TOO_NARROW
                                    : TrustCode.ISSUED_NOT_TRUSTED,
                            "cluster/" + bundle.cluster(),
                            "what it issues does not verify (" + failure.code() + ")",
                            failure.text())));
        }
    }
}
