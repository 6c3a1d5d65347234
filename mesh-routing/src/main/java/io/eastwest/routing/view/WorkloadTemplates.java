package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.DaemonSet;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.kubernetes.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deployments, StatefulSets and DaemonSets of a cluster as pods to be made. */
final class WorkloadTemplates {
    /**
     * Pods of one object.
     *
     * @param owner the object
     * @param selector finds its pods
     * @param template what they look like
     * @param replicas how many
     * @param first number of the first
     */
    record Pods(MeshResource owner, LabelSelector selector, PodTemplate template, int replicas, int first) {}

    private WorkloadTemplates() {}

    /** {@return all of them by namespace, name, kind} */
    static List<Pods> of(MeshSnapshot snapshot, String cluster, int nodes) {
        List<Pods> all = new ArrayList<>();
        for (Deployment found : snapshot.resources(cluster, Deployment.class)) {
            all.add(new Pods(
                    found,
                    found.spec().selector(),
                    found.spec().template(),
                    found.spec().replicas().orElse(1),
                    1));
        }
        for (StatefulSet found : snapshot.resources(cluster, StatefulSet.class)) {
            all.add(new Pods(
                    found,
                    found.spec().selector(),
                    found.spec().template(),
                    found.spec().replicas().orElse(1),
                    0));
        }
        for (DaemonSet found : snapshot.resources(cluster, DaemonSet.class)) {
            all.add(new Pods(found, found.spec().selector(), found.spec().template(), Math.max(1, nodes), 1));
        }
        all.sort(Comparator.comparing((Pods pods) -> pods.owner().metadata().namespaceOrDefault())
                .thenComparing(pods -> pods.owner().metadata().name())
                .thenComparing(pods -> pods.owner().kind()));
        return all;
    }
}
