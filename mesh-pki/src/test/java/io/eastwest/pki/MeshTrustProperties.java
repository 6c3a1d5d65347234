package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.CLOCK;
import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.LEAF_KEY;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.pem.PemText;
import io.eastwest.pki.verification.ChainVerification;
import io.eastwest.pki.verification.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MeshTrustProperties {
    private static final MeshTrust LIMITED = MeshTrust.builder()
            .clock(CLOCK)
            .random(RANDOM)
            .root(Fixtures.root("Root CA"))
            .cluster(Fixtures.cluster("east").toBuilder()
                    .nameLimits(NameLimits.toTrustDomains("cluster.local"))
                    .build())
            .build();
    private static final List<X509Certificate> CHAIN =
            Fixtures.leaf(LIMITED, "east").chain();
    private static final List<X509Certificate> ROOTS = LIMITED.roots().roots();

    /** What a user can ask for, in the parts that matter to verifiers. */
    record Wish(
            KeyAlgorithm rootKey,
            KeyAlgorithm clusterKey,
            String organization,
            String trustDomain,
            OptionalInt rootPath,
            int days,
            boolean limited,
            int clusters) {}

    @Property(tries = 25)
    void whatTheBuilderAcceptsVerifiesEverywhere(@ForAll("wishes") Wish wish) throws IOException {
        MeshTrust mesh = build(wish);
        Path directory = Files.createTempDirectory("pki");
        for (String cluster : mesh.clusters()) {
            WorkloadCertificate leaf = ISSUER.workload(
                    mesh.bundle(cluster).signer(),
                    WorkloadProfile.of(SpiffeId.of(wish.trustDomain(), "shop", "web")),
                    LEAF_KEY);
            assertThat(Pkix.reason(leaf.chain().subList(0, 2), mesh.roots().roots(), NOW))
                    .isEmpty();
            assertThat(ChainVerification.peer(leaf.chain(), mesh.roots().roots(), NOW, Purpose.CLIENT)
                            .isTrusted())
                    .isTrue();
            if (OpenSsl.isPresent()) {
                mesh.bundle(cluster).writeTo(directory);
                String answer = OpenSsl.in(directory)
                        .write(leaf)
                        .run("verify -attime " + NOW.getEpochSecond()
                                + " -x509_strict -CAfile root-cert.pem -untrusted cert-chain.pem -purpose sslserver"
                                + " wl.pem ca-cert.pem")
                        .text();
                assertThat(answer).contains("wl.pem: OK");
            }
        }
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Property(tries = 500)
    void noByteOfALeafOrSignerCanBeChanged(
            @ForAll @IntRange(min = 0, max = 1) int position,
            @ForAll @IntRange(min = 0, max = 100_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int difference)
            throws CertificateEncodingException {
        byte[] der = CHAIN.get(position).getEncoded();
        der[where % der.length] ^= (byte) difference;

        Optional<X509Certificate> changed = decode(der);

        if (changed.isPresent()) {
            List<X509Certificate> sent = new ArrayList<>(CHAIN.subList(0, 2));
            sent.set(position, changed.get());
            assertThat(Pkix.reason(sent, ROOTS, NOW)).isPresent();
            assertThat(ChainVerification.peer(sent, ROOTS, NOW, Purpose.SERVER).isTrusted())
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void noByteOfARootCanBeChangedAndStillAnchorTheMesh(
            @ForAll @IntRange(min = 0, max = 100_000) int where, @ForAll @IntRange(min = 1, max = 255) int difference)
            throws CertificateEncodingException {
        byte[] der = ROOTS.get(0).getEncoded();
        der[where % der.length] ^= (byte) difference;

        Optional<X509Certificate> changed = decode(der);

        changed.ifPresent(root -> assertThat(ROOTS).doesNotContain(root));
        changed.filter(root -> isBeforeSignature(where, der.length))
                .ifPresent(root -> assertThat(root)
                        .satisfies(forged -> assertThat(isSelfSigned(forged)).isFalse()));
    }

    @Provide
    Arbitrary<Wish> wishes() {
        Arbitrary<KeyAlgorithm> keys = Arbitraries.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384);
        Arbitrary<String> organizations =
                Arbitraries.of("Istio", "Ümläut & Söhne", "a=b, \"c\" + d; <e>", "#hash", "日本", "x".repeat(64));
        Arbitrary<String> trustDomains =
                Arbitraries.of("cluster.local", "a", "corp.example", "a-b.c9", "x".repeat(63) + ".y");
        Arbitrary<OptionalInt> paths = Arbitraries.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(9));
        return Combinators.combine(
                        keys,
                        keys,
                        organizations,
                        trustDomains,
                        paths,
                        Arbitraries.integers().between(1, 30_000),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 3))
                .as(Wish::new);
    }

    private static MeshTrust build(Wish wish) {
        var root = RootProfile.builder()
                .algorithm(wish.rootKey())
                .organization(wish.organization())
                .validity(Duration.ofDays(wish.days()))
                .pathLength(wish.rootPath());
        MeshTrustBuilder builder = MeshTrust.builder()
                .clock(CLOCK)
                .random(RANDOM)
                .trustDomain(wish.trustDomain())
                .root(root.build());
        for (int i = 0; i < wish.clusters(); i++) {
            builder.cluster(ClusterProfile.builder()
                    .name("cluster-" + i)
                    .algorithm(wish.clusterKey())
                    .organization(wish.organization())
                    .nameLimits(wish.limited() ? NameLimits.toTrustDomains(wish.trustDomain()) : NameLimits.none())
                    .build());
        }
        return builder.build();
    }

    private static Optional<X509Certificate> decode(byte[] der) {
        try {
            return Optional.of(PemText.certificate(der, "changed"));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }

    /** The signature of a root is not part of what makes it an anchor; P-256 signatures end within 72 bytes. */
    private static boolean isBeforeSignature(int where, int length) {
        return where % length < length - 72;
    }

    private static boolean isSelfSigned(X509Certificate root) {
        try {
            root.verify(root.getPublicKey());
            return true;
        } catch (java.security.GeneralSecurityException e) {
            return false;
        }
    }
}
