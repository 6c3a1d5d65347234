package io.eastwest.routing.trust;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.view.MeshViews;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters lack the root of another, whatever the time: certificates are taken as valid. What a snapshot does not show is
 * taken as trusted. Immutable to its users and thread-safe; chains are checked when they are asked for the first time.
 */
public final class ClusterTrust {
    private final MeshSnapshot snapshot;
    private final MeshViews views;
    private final Map<String, IssuerMaterial> materials = new ConcurrentHashMap<>();
    private final Map<List<String>, Optional<String>> refusals = new ConcurrentHashMap<>();

    private volatile @Nullable Boolean uniform;

    private ClusterTrust(MeshSnapshot snapshot, MeshViews views) {
        this.snapshot = snapshot;
        this.views = views;
    }

    /**
     * Reads what a snapshot shows, as {@link ClusterAuthentication#of} does.
     *
     * @param snapshot everything that is configured
     * @param views what its control planes know
     * @return who lacks whose root
     */
    public static ClusterTrust of(MeshSnapshot snapshot, MeshViews views) {
        return new ClusterTrust(snapshot, views);
    }

    /**
     * Whether workloads of a cluster refuse the certificates of workloads of another.
     *
     * @param verifier the cluster whose workload checks a certificate
     * @param issuer the cluster whose workload shows it
     * @return why they are refused, with the missing anchor; empty: they are not, or the snapshot does not show it
     */
    public Optional<String> refusal(String verifier, String issuer) {
        String roots = views.view(verifier).cluster();
        String signer = views.view(issuer).cluster();
        return roots.equals(signer)
                ? Optional.empty()
                : refusals.computeIfAbsent(List.of(roots, signer), key -> verify(roots, signer));
    }

    /** {@return whether no cluster is seen to lack the root of another} */
    public boolean isUniform() {
        Boolean known = uniform;
        if (known == null) {
            known = isUniformOf(snapshot.clusters().stream()
                    .map(cluster -> views.view(cluster).cluster())
                    .distinct()
                    .toList());
            uniform = known;
        }
        return known;
    }

    /** Of control planes with the same roots two are asked: the second one judges the first. */
    private boolean isUniformOf(List<String> controlPlanes) {
        Map<List<X509Certificate>, Integer> asked = new LinkedHashMap<>();
        return controlPlanes.stream()
                .filter(verifier -> asked.merge(material(verifier).roots(), 1, Integer::sum) <= 2)
                .allMatch(verifier -> controlPlanes.stream()
                        .allMatch(issuer -> refusal(verifier, issuer).isEmpty()));
    }

    private Optional<String> verify(String roots, String signer) {
        IssuerMaterial presented = material(signer);
        Instant begun = presented.chain().stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return material(roots).verify(presented, begun).failures().stream().findFirst();
    }

    private IssuerMaterial material(String cluster) {
        return materials.computeIfAbsent(cluster, key -> IssuerMaterial.of(snapshot, views.view(key)));
    }
}
