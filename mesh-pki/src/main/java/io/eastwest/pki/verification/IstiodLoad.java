package io.eastwest.pki.verification;

import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.key.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds the files of a cacerts directory against what istiod checks when it starts, and against what it does not check
 * and its peers do.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/bootstrap/istio_ca.go:detectSigningCABundleAndCRL,
 * security/pkg/pki/ca/ca.go:NewPluggedCertIstioCAOptions and security/pkg/pki/util/keycertbundle.go:Verify.
 */
public final class IstiodLoad {
    private static final int MAX_SIZE = 1 << 20;
    private static final Duration DEFAULT_TTL = Duration.ofHours(24);

    private final CacertsFiles files;
    private final String place;
    private final Instant at;
    private final Layout layout;
    private final List<TrustFinding> findings = new ArrayList<>();

    private IstiodLoad(CacertsFiles files, String place, Instant at) {
        this.files = files;
        this.place = place;
        this.at = at;
        this.layout = Layout.of(files);
    }

    /**
     * Checks files.
     *
     * @param files the files, whole or not; not changed
     * @param cluster name of the cluster in messages
     * @param at istiod's clock
     * @return what is wrong
     */
    public static LoadReport check(CacertsFiles files, String cluster, Instant at) {
        IstiodLoad load = new IstiodLoad(files, "cacerts/" + cluster, at);
        load.run();
        return new LoadReport(load.findings);
    }

    private void run() {
        if (!isComplete()) {
            return;
        }
        PemPool roots = PemPool.of(layout.roots(files), place + " " + layout.rootName());
        PemPool chain = PemPool.of(layout.chain(files), place + " " + layout.chainName());
        Optional<X509Certificate> signer = signer();
        signer.ifPresent(certificate -> verify(certificate, chain, roots));
        signer.ifPresent(this::matchKey);
        if (files.has(CacertsFiles.CA_CRL)) {
            RevocationRules.check(files, place, chain.certificates(), at, layout, findings);
        }
        signer.filter(certificate -> certificate.getBasicConstraints() < 0)
                .ifPresent(certificate -> add(
                        TrustCode.SIGNER_NOT_AUTHORITY,
                        layout.signerName(),
                        "the certificate is not authorized to sign other certificates",
                        "CA:true is accepted"));
        chainLife(chain);
        findings.addAll(chain.skipped());
        findings.addAll(roots.skipped());
        signer.ifPresent(certificate -> peers(certificate, chain, roots));
        signer.ifPresent(certificate ->
                findings.addAll(Hazards.check(certificate, chain.certificates(), place + " " + layout.chainName())));
        if (files.has(CacertsFiles.ISTIO_GENERATED)) {
            add(
                    TrustCode.ISTIO_GENERATED,
                    CacertsFiles.ISTIO_GENERATED,
                    "the key marks a Secret that istiod made for itself",
                    "remove it from a Secret of your own");
        }
        if (files.size() > MAX_SIZE) {
            add(TrustCode.BUNDLE_TOO_LARGE, "", "the files have " + files.size() + " bytes", "1 MiB is the limit");
        }
    }

    private boolean isComplete() {
        List<String> missing =
                layout.required().stream().filter(name -> !files.has(name)).toList();
        if (missing.size() == layout.required().size()) {
            add(
                    TrustCode.CACERTS_ABSENT,
                    "",
                    "none of " + layout.required() + " is there, so istiod makes a root of its own",
                    "cacerts with the mesh's root is accepted by the other clusters");
            return false;
        }
        if (!missing.isEmpty()) {
            add(
                    TrustCode.CACERTS_INCOMPLETE,
                    "",
                    "incomplete signing CA bundle, " + missing + " is not there",
                    "all of " + layout.required() + ", or none");
            return false;
        }
        return true;
    }

    private Optional<X509Certificate> signer() {
        PemPool pool = PemPool.of(layout.signer(files), place + " " + layout.signerName());
        Optional<X509Certificate> first = pool.first();
        if (first.isEmpty()) {
            add(
                    TrustCode.SIGNER_UNPARSABLE,
                    layout.signerName(),
                    "the first block is no certificate",
                    "the signer's certificate in PEM is accepted");
        }
        return first;
    }

    private void verify(X509Certificate signer, PemPool chain, PemPool roots) {
        ChainVerification.onLoad(signer, chain.certificates(), roots.certificates(), at)
                .failure()
                .ifPresent(failure -> findings.add(new TrustFinding(
                        failure.code(), place + " " + layout.signerName() + " " + failure.place(), failure.text())));
    }

    private void matchKey(X509Certificate signer) {
        byte[] pem = layout.key(files);
        try {
            if (!SigningKey.parse(pem, place + " " + layout.keyName()).matches(signer)) {
                add(
                        TrustCode.KEY_MISMATCH,
                        layout.keyName(),
                        "the key does not match the certificate in " + layout.signerName(),
                        "the key that belongs to it is accepted");
            }
        } catch (PkiException e) {
            findings.addAll(e.findings());
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
    }

    /** Mirrors istio 1.30.3 security/pkg/pki/ca/ca.go:minTTL. */
    private void chainLife(PemPool chain) {
        if (chain.first().isEmpty()) {
            return;
        }
        Instant end = chain.first().get().getNotAfter().toInstant();
        if (!end.isAfter(at)) {
            add(
                    TrustCode.CHAIN_EXPIRED,
                    layout.chainName() + "[0]",
                    "the cert chain has expired at " + end,
                    "renew it");
        } else if (end.isBefore(at.plus(DEFAULT_TTL))) {
            add(
                    TrustCode.EXPIRES_SOON,
                    layout.chainName() + "[0]",
                    "it ends at " + end
                            + ", within the life of a workload certificate, which istiod shortens until it is"
                            + " restarted",
                    "renew it earlier");
        }
    }

    /** What loads may still fail: a workload below the signer is verified with what its cluster sends. */
    private void peers(X509Certificate signer, PemPool chain, PemPool roots) {
        if (!chain.first().equals(Optional.of(signer))) {
            add(
                    TrustCode.CHAIN_WITHOUT_SIGNER,
                    layout.chainName() + "[0]",
                    "the first certificate is not that of " + layout.signerName(),
                    "the signer first, then those above it, is accepted");
        }
        if (findings.stream().noneMatch(IstiodLoad::isAboutPath)) {
            ChainVerification.issuedBy(signer, chain.certificates(), roots.certificates(), at)
                    .failure()
                    .ifPresent(failure -> add(
                            TrustCode.ISSUED_NOT_TRUSTED,
                            layout.signerName(),
                            "a workload below it would not verify (" + failure.code() + ": " + failure.text() + ")",
                            "see the reason"));
        }
    }

    private static boolean isAboutPath(TrustFinding finding) {
        return finding.code().name().startsWith("PATH_") || finding.code() == TrustCode.SIGNER_NOT_AUTHORITY;
    }

    private void add(TrustCode code, String file, String wrong, String accepted) {
        findings.add(TrustFinding.of(code, file.isEmpty() ? place : place + " " + file, wrong, accepted));
    }
}
