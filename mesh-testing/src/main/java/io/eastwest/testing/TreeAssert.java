package io.eastwest.testing;

import io.eastwest.model.writer.FileTree;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the files of a mesh: {@code topology.yaml} and, for each cluster, the manifests below {@code clusters/<name>};
 * made by {@link MeshAssertions}. The files are read as they would be from a folder. What is below a folder {@code secret} is
 * confidential. An assertion that does not hold throws an {@link AssertionError} with files and lines, and without anything
 * that is confidential.
 *
 * <pre>{@code
 * assertThat(tree).hasNoFindings().appliesCleanly().keepsSecretsApart();
 * assertThat(tree).forCluster("east").contains("Gateway", "istio-system", "cross-network-gateway");
 * }</pre>
 */
public final class TreeAssert extends AbstractAssert<TreeAssert, FileTree> {
    private final ReadTree tree;

    TreeAssert(FileTree actual) {
        super(actual, TreeAssert.class);
        this.tree = new ReadTree(actual);
    }

    /**
     * Asserts that reading finds nothing wrong, and that neither would an API server, Istio's webhooks or {@code istioctl
     * analyze}: no error and no warning. What is only worth knowing does not count.
     *
     * @return this
     */
    public TreeAssert hasNoFindings() {
        return verify("a tree without findings", TreeFindings.all(tree));
    }

    /**
     * Asserts that clusters would take every file, one after the other: each is a manifest that can be read, no cluster has an
     * object twice, no API server and no webhook refuses one, each namespace that the tree makes comes before what is in it, and
     * each {@code kustomization.yaml} lists the manifests beside it and no others. Files of a cluster come by their names, wherever
     * in its folder they stand.
     *
     * @return this
     */
    public TreeAssert appliesCleanly() {
        return verify("a tree that can be applied", ApplyChecks.all(tree));
    }

    /**
     * Asserts that no file outside of folders named {@code secret} holds what must not be read by others: data of a Secret, a
     * private key in PEM (also in base64), a JSON web token, a token of OpenShift.
     *
     * @return this
     */
    public TreeAssert keepsSecretsApart() {
        return verify("nothing confidential outside of folders \"secret\"", OpenSecrets.in(tree.files()));
    }

    /**
     * Asserts that the files are those of a folder, line by line, except for what is below folders named {@code secret}, on both
     * sides. With the system property {@code golden.update} the folder is written anew instead: files of the tree are written, and
     * files below {@code clusters} that the tree does not have are deleted. That is refused where the environment says
     * {@code CI=true}.
     *
     * @param folder the folder
     * @return this
     * @throws AssertionError if a line differs, a file is missing or too many, or files hold what is confidential
     * @throws IllegalStateException if the folder is to be written in CI
     */
    public TreeAssert matchesGolden(Path folder) {
        keepsSecretsApart();
        GoldenFolder golden = new GoldenFolder(folder);
        if (GoldenFolder.isUpdated()) {
            golden.write(tree.files());
        }
        List<String> found = golden.differences(tree.files());
        if (!found.isEmpty()) {
            throw failure("%s", new Complaint("the files of " + folder, found).text(GoldenFolder.HINT));
        }
        return this;
    }

    /**
     * Asserts that the tree has a cluster, and goes on to its resources.
     *
     * @param cluster name of the cluster
     * @return assertions on the cluster
     * @throws AssertionError if the files cannot be read, or the topology has no such cluster
     */
    public ClusterTreeAssert forCluster(String cluster) {
        read();
        List<String> clusters = tree.mesh().clusters();
        if (!clusters.contains(cluster)) {
            throw failure("%s", new Complaint("a cluster \"" + cluster + "\"", clusters).text(tree.toText()));
        }
        return new ClusterTreeAssert(tree, cluster);
    }

    /**
     * Goes on to what happens to a call in the mesh that the files describe, when nothing is broken.
     *
     * @param call the call
     * @return assertions on the decision, which show every step with the file and line of the tree
     * @throws AssertionError if the files cannot be read
     */
    public DecisionAssert decision(Call call) {
        return decision(call, Conditions.healthy());
    }

    /**
     * Goes on to what happens to a call in the mesh that the files describe.
     *
     * @param call the call
     * @param conditions what is broken
     * @return assertions on the decision, which show every step with the file and line of the tree
     * @throws AssertionError if the files cannot be read
     */
    public DecisionAssert decision(Call call, Conditions conditions) {
        read();
        return MeshAssertions.assertThat(MeshRouter.of(tree.mesh()).explain(call, conditions));
    }

    private void read() {
        verify("files that can be read as a mesh", tree.errors());
    }

    private TreeAssert verify(String expected, List<String> found) {
        if (!found.isEmpty()) {
            throw failure("%s", new Complaint(expected, found).text(tree.toText()));
        }
        return this;
    }
}
