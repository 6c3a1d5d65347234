package io.eastwest.samples.applying;

import io.eastwest.render.MeshTree;
import io.eastwest.samples.manifests.ManifestsSample;
import io.eastwest.samples.text.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * How are the manifests of each cluster applied with a Kubernetes client? By server-side apply of each file in the order of the
 * tree, so that fields of others stay theirs.
 */
public final class ApplyingSample {
    /** Who owns the fields that are applied. */
    static final String FIELD_MANAGER = "eastwest";

    private ApplyingSample() {}

    /**
     * Prints what is applied to each cluster, and with {@code --apply} does so by the contexts of the kubeconfig that are named
     * like the clusters.
     *
     * @param args nothing, or {@code --apply}
     */
    public static void main(String[] args) {
        MeshTree tree = ManifestsSample.tree();
        System.out.print(answer(tree));
        if (args.length == 1 && args[0].equals("--apply")) {
            for (String cluster : tree.snapshot().clusters()) {
                try (KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.autoConfigure(cluster))
                        .build()) {
                    System.out.println(cluster + ": " + apply(client, tree, cluster));
                }
            }
        }
    }

    /**
     * Tells what is applied.
     *
     * @param tree the manifests
     * @return the files of each cluster in the order of application
     */
    public static String answer(MeshTree tree) {
        Answer answer = Answer.to("How are the manifests of each cluster applied with a Kubernetes client?");
        for (String cluster : tree.snapshot().clusters()) {
            answer.text(
                    "To " + cluster + ":", String.join("\n", tree.files(cluster).keySet()));
        }
        return answer.toText();
    }

    /**
     * Applies the manifests of a cluster, one after the other. The first that the cluster refuses ends it; those before stay
     * applied, and to apply again is to go on.
     *
     * @param client a client of the cluster
     * @param tree the manifests
     * @param cluster name of the cluster in the tree
     * @return what was applied, kind and name
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if the cluster refuses a manifest
     */
    public static List<String> apply(KubernetesClient client, MeshTree tree, String cluster) {
        List<String> applied = new ArrayList<>();
        for (String text : tree.files(cluster).values()) {
            HasMetadata answer = client.resource(text)
                    .fieldManager(FIELD_MANAGER)
                    .forceConflicts()
                    .serverSideApply();
            applied.add(answer.getKind() + "/" + answer.getMetadata().getName());
        }
        return applied;
    }
}
