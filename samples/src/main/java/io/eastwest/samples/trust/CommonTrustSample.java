package io.eastwest.samples.trust;

import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.verification.ExpiryThresholds;
import io.eastwest.render.MeshTree;
import io.eastwest.samples.mesh.SeedMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How do clusters come to trust each other, and how long does it last? Makes one root and an intermediate for each
 * cluster, and writes the mesh with the Secret {@code cacerts} of each cluster.
 */
public final class CommonTrustSample {
    private CommonTrustSample() {}

    /**
     * Writes the mesh and prints who trusts whom.
     *
     * @param args nothing, or the folder to write; without one a new folder for temporary files
     * @throws IOException if no folder for temporary files can be made
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("common-trust");
        System.out.print(answer(folder));
    }

    /**
     * Writes the mesh; the keys are in files that only their owner reads.
     *
     * @param folder where to
     * @return who trusts whom and when each certificate ends; no key
     */
    public static String answer(Path folder) {
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("cluster-1")
                .cluster("cluster-2")
                .build();

        MeshSnapshotBuilder mesh = SeedMesh.snapshot().toBuilder();
        for (CaBundle bundle : trust.bundles()) {
            mesh.add(bundle.cluster(), bundle.toSecret(CaBundle.DEFAULT_NAMESPACE));
        }
        MeshTree.of(mesh.build()).writeTo(folder);

        return "== How do clusters come to trust each other? ==\n\n"
                + trust.check() + "\n"
                + trust.expiry(ExpiryThresholds.defaults()) + "\n\n"
                + "written to " + folder + "\n";
    }
}
