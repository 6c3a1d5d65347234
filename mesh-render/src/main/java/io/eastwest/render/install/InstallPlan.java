package io.eastwest.render.install;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.FileTreeSource;
import io.eastwest.render.MeshTree;
import io.eastwest.render.forecast.HelmRelease;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that must be applied to make clusters one mesh, in order, with what to wait for and how to check it. The same
 * specification gives the same plan. Its text shows no key and no token. Immutable.
 *
 * <pre>{@code
 * InstallPlan plan = InstallPlan.of(InstallSpec.of(topology));
 * plan.writeTo(Path.of("mesh"));
 * System.out.println(plan.text());
 * }</pre>
 */
public final class InstallPlan implements FileTreeSource {
    private final MeshTree tree;
    private final SortedMap<String, String> others;
    private final SortedMap<String, List<HelmRelease>> releases;
    private final List<InstallFinding> findings;
    private final List<InstallStep> steps;
    private final List<VerificationStep> verification;

    private InstallPlan(Installation mesh) {
        Artefacts artefacts = new Artefacts(mesh);
        this.tree = MeshTree.of(artefacts.snapshot(mesh));
        this.findings = unmodifiable(PlanFindings.of(mesh));
        this.steps = unmodifiable(PlanSteps.of(mesh, artefacts));
        this.verification = unmodifiable(VerificationSteps.of(mesh));
        SortedMap<String, String> files = new TreeMap<>(SecretTemplate.all(mesh));
        SortedMap<String, List<HelmRelease>> byCluster = new TreeMap<>();
        for (InstalledCluster cluster : mesh.clusters()) {
            List<ToolFile> tools = artefacts.tools(cluster);
            tools.forEach(tool -> files.put(tool.path(), tool.text()));
            byCluster.put(
                    cluster.name(),
                    tools.stream().flatMap(tool -> tool.release().stream()).toList());
        }
        this.releases = Collections.unmodifiableSortedMap(byCluster);
        files.put("INSTALL.md", text());
        this.others = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Plans an installation.
     *
     * @param spec the clusters and the given material
     * @return the plan; what it leaves to do is among its {@link #findings()}
     * @throws InvalidResourceException if the clusters cannot be installed like that; lists all reasons
     */
    public static InstallPlan of(InstallSpec spec) {
        return new InstallPlan(InstallationResolver.resolve(requireNonNull(spec, "spec")));
    }

    /** {@return the resources of each cluster, those that are confidential among them} */
    public MeshTree tree() {
        return tree;
    }

    /**
     * The Helm releases of a cluster.
     *
     * @param cluster name of the cluster
     * @return the releases in the order of installation; none where another tool installs
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public List<HelmRelease> releases(String cluster) {
        tree.snapshot().manifests(cluster);
        return releases.getOrDefault(cluster, List.of());
    }

    /** {@return what is left to do or good to know, by cluster} */
    public List<InstallFinding> findings() {
        return findings;
    }

    /** {@return what to do, in order} */
    public List<InstallStep> steps() {
        return steps;
    }

    /** {@return how to see that it worked} */
    public List<VerificationStep> verification() {
        return verification;
    }

    /** {@return all texts that everybody may read, by path: those of the tree, templates, and {@code INSTALL.md}} */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>(tree.publicFiles());
        files.putAll(others);
        return Collections.unmodifiableSortedMap(files);
    }

    /** {@return the texts that are confidential, by path} */
    public SortedMap<String, String> secretFiles() {
        return tree.secretFiles();
    }

    /** {@return all texts, those that are confidential among them} */
    @Override
    public FileTree toFiles() {
        SortedMap<String, String> files = new TreeMap<>(tree.files());
        files.putAll(others);
        return FileTree.of(files);
    }

    /**
     * Writes all files; those that are confidential for their owner only. {@link
     * io.eastwest.model.MeshSnapshot#read(Path)} reads the same mesh from the folder.
     *
     * @param folder where to write
     * @throws IllegalStateException if {@code clusters} below it holds manifests that are none of this plan
     * @throws UncheckedIOException if a file cannot be written
     */
    public void writeTo(Path folder) {
        tree.writeTo(folder);
        FileTree.of(others).writeTo(folder);
    }

    /** {@return findings, steps and checks for people, in Markdown} */
    public String text() {
        return PlanText.of(tree.snapshot().topology().metadata().name(), findings, steps, verification);
    }

    /** {@return the mesh and the number of steps; no content} */
    @Override
    public String toString() {
        return "InstallPlan[" + tree.snapshot().topology().metadata().name() + ", " + steps.size() + " steps]";
    }

    private static <T> List<T> unmodifiable(List<T> items) {
        return Collections.unmodifiableList(new ArrayList<>(items));
    }
}
