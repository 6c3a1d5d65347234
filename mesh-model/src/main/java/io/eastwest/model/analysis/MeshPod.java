package io.eastwest.model.analysis;

import io.eastwest.model.kubernetes.PodSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod, or all pods that a Deployment, StatefulSet or DaemonSet makes where the mesh holds none of them. Equal to another
 * of the same source.
 *
 * @param source the pod or what makes it
 * @param namespace its namespace
 * @param labels its labels
 * @param annotations its annotations
 * @param spec what runs
 * @param made whether it stands for pods that the mesh does not hold
 * @param added labels that istiod adds, one map per node on which it may run
 */
record MeshPod(
        Found<?> source,
        String namespace,
        Map<String, String> labels,
        Map<String, String> annotations,
        PodSpec spec,
        boolean made,
        List<Map<String, String>> added) {
    String cluster() {
        return source.cluster();
    }

    /** {@return kind, namespace and name of the pod, or of what makes it} */
    String label() {
        return source.key().toString();
    }

    boolean hasLabels(Map<String, String> selector) {
        return selector.entrySet().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    /** {@return whether it can have these labels where istiod has added its own} */
    boolean canHaveLabels(Map<String, String> selector) {
        return added.stream()
                .anyMatch(more -> selector.entrySet().stream()
                        .allMatch(label -> label.getValue()
                                .equals((more.containsKey(label.getKey()) ? more : labels).get(label.getKey()))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeshPod that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
