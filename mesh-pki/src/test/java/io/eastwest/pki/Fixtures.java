package io.eastwest.pki;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.authority.CertificateIssuer;
import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Small meshes with fast keys, made once. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final CertificateIssuer ISSUER = CertificateIssuer.of(CLOCK, RANDOM);

    /** A leaf key that many tests share. */
    public static final SigningKey LEAF_KEY = KeyAlgorithm.EC_P256.generate(RANDOM);

    /** Clusters east and west below one root, P-256 throughout. */
    public static final MeshTrust MESH = mesh("Root CA", "east", "west");

    /** The same clusters below another root. */
    public static final MeshTrust OTHER_MESH = mesh("Other Root CA", "east", "west");

    private Fixtures() {}

    public static MeshTrust mesh(String root, String... clusters) {
        MeshTrustBuilder builder =
                MeshTrust.builder().clock(CLOCK).random(RANDOM).root(root(root));
        for (String cluster : clusters) {
            builder.cluster(cluster(cluster));
        }
        return builder.build();
    }

    public static RootProfile root(String commonName) {
        return RootProfile.builder()
                .commonName(commonName)
                .algorithm(KeyAlgorithm.EC_P256)
                .build();
    }

    public static ClusterProfile cluster(String name) {
        return ClusterProfile.builder()
                .name(name)
                .algorithm(KeyAlgorithm.EC_P256)
                .build();
    }

    public static WorkloadProfile workload() {
        return WorkloadProfile.builder()
                .id(SpiffeId.of("cluster.local", "shop", "web"))
                .algorithm(KeyAlgorithm.EC_P256)
                .ttl(Duration.ofHours(24))
                .build();
    }

    public static WorkloadCertificate leaf(CertificateAuthority signer) {
        return ISSUER.workload(signer, workload(), LEAF_KEY);
    }

    public static WorkloadCertificate leaf(MeshTrust mesh, String cluster) {
        return leaf(mesh.bundle(cluster).signer());
    }
}
