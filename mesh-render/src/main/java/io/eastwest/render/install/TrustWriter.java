package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.pki.bundle.CaBundle;
import java.util.List;
import java.util.Optional;

/** The Secret {@code cacerts} where an istiod starts. */
final class TrustWriter {
    private TrustWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        return authority(mesh, cluster)
                .filter(bundle -> runsControlPlane(cluster))
                .<MeshResource>map(bundle -> bundle.toSecret(RemoteSecretWriter.namespace(mesh, cluster)))
                .map(List::of)
                .orElse(List.of());
    }

    static boolean runsControlPlane(InstalledCluster cluster) {
        return cluster.isPrimary() || cluster.isHost();
    }

    static Optional<CaBundle> authority(Installation mesh, InstalledCluster cluster) {
        return mesh.spec().authorities().stream()
                .filter(bundle -> bundle.cluster().equals(cluster.name()))
                .findFirst();
    }
}
