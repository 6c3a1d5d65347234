package io.eastwest.samples.trust;

import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.bundle.AuthorityFiles;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.verification.ExpiryThresholds;
import io.eastwest.render.MeshTree;
import io.eastwest.samples.mesh.SeedMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How do clusters come to trust each other, and how long does it last? Makes one root and an intermediate for each
 * cluster, and writes them in the two forms that people apply: a directory of PEM files for each cluster, which
 * {@code kubectl create secret} takes, and the manifests of the mesh with the Secret {@code cacerts} of each cluster.
 */
public final class CommonTrustSample {
    /** The directory of PEM files of each cluster. */
    private static final Map<String, String> DIRECTORIES = directories();

    private CommonTrustSample() {}

    /**
     * Writes the trust and prints who trusts whom.
     *
     * @param args nothing, or the folder to write; without one a new folder for temporary files
     * @throws IOException if no folder for temporary files can be made
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("common-trust");
        System.out.print(answer(folder));
    }

    /**
     * Writes {@code west/} and {@code east/} with the PEM files of each cluster, {@code root/} with the authority above
     * both, which is kept offline, and {@code mesh/} with all manifests. Files with a key are for their owner only.
     *
     * @param folder where to
     * @return who trusts whom, when each certificate ends and how to apply the files; no key
     */
    public static String answer(Path folder) {
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("cluster-1")
                .cluster("cluster-2")
                .build();

        DIRECTORIES.forEach((cluster, directory) -> trust.bundle(cluster).writeTo(folder.resolve(directory)));
        AuthorityFiles.write(trust.authority().orElseThrow(), folder.resolve("root"));
        MeshSnapshotBuilder mesh = SeedMesh.snapshot().toBuilder();
        for (CaBundle bundle : trust.bundles()) {
            mesh.add(bundle.cluster(), bundle.toSecret(CaBundle.DEFAULT_NAMESPACE));
        }
        MeshTree.of(mesh.build()).writeTo(folder.resolve("mesh"));

        return "== How do clusters come to trust each other? ==\n\n"
                + trust.check() + "\n"
                + trust.expiry(ExpiryThresholds.defaults()) + "\n\n"
                + "Written to " + folder
                + ": root/ to be kept offline, mesh/ with all manifests, and for each cluster\n"
                + commands();
    }

    private static String commands() {
        StringBuilder text = new StringBuilder();
        DIRECTORIES.forEach((cluster, directory) -> text.append("  kubectl --context ")
                .append(cluster)
                .append(" -n ")
                .append(CaBundle.DEFAULT_NAMESPACE)
                .append(" create secret generic cacerts --from-file=")
                .append(directory)
                .append('\n'));
        return text.toString();
    }

    private static Map<String, String> directories() {
        Map<String, String> directories = new LinkedHashMap<>();
        directories.put("cluster-1", "west");
        directories.put("cluster-2", "east");
        return directories;
    }
}
