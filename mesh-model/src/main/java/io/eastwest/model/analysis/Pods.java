package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.DaemonSet;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.DeploymentSpec;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.kubernetes.StatefulSet;
import io.eastwest.model.kubernetes.StatefulSetSpec;
import io.eastwest.model.kubernetes.TemplateMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pods of all clusters that a control plane reads, found by label. A Deployment, StatefulSet or DaemonSet of which the
 * mesh holds no pod stands for its pods unless it has zero replicas.
 */
final class Pods {
    private final List<MeshPod> all = new ArrayList<>();
    private final Map<Map.Entry<String, String>, List<MeshPod>> byLabel = new LinkedHashMap<>();
    private boolean known;

    private Pods() {}

    static Pods of(ControlPlaneScope scope) {
        Pods pods = new Pods();
        AddedLabels added = AddedLabels.of(scope);
        for (Found<Pod> found : scope.discovered(Pod.class)) {
            pods.add(new MeshPod(
                    found,
                    found.namespace(),
                    found.labels(),
                    found.annotations(),
                    found.resource().spec(),
                    false,
                    added.of(found)));
        }
        List<MeshPod> made = new ArrayList<>();
        pods.make(scope, Deployment.class, found -> template(found.spec()), added, made);
        pods.make(scope, StatefulSet.class, found -> template(found.spec()), added, made);
        pods.make(
                scope,
                DaemonSet.class,
                found -> new Template(found.spec().selector(), found.spec().template(), 1),
                added,
                made);
        made.forEach(pods::add);
        return pods;
    }

    /** {@return whether the mesh holds any pod or anything that makes one, so that a missing one is missing} */
    boolean isKnown() {
        return known;
    }

    /** {@return all pods: those of the mesh, then those that are made} */
    List<MeshPod> all() {
        return all;
    }

    /** {@return the pods with these labels, in any cluster and namespace; without labels all} */
    List<MeshPod> selected(Map<String, String> selector) {
        List<MeshPod> fewest = all;
        for (Map.Entry<String, String> label : selector.entrySet()) {
            List<MeshPod> with = byLabel.getOrDefault(label(label.getKey(), label.getValue()), List.of());
            fewest = with.size() < fewest.size() ? with : fewest;
        }
        return fewest.stream().filter(pod -> pod.hasLabels(selector)).toList();
    }

    /** {@return the pods with these labels in a namespace of any cluster} */
    List<MeshPod> selected(String namespace, Map<String, String> selector) {
        return selected(selector).stream()
                .filter(pod -> pod.namespace().equals(namespace))
                .toList();
    }

    private void add(MeshPod pod) {
        known = true;
        all.add(pod);
        pod.labels()
                .forEach((name, value) -> byLabel.computeIfAbsent(label(name, value), any -> new ArrayList<>())
                        .add(pod));
    }

    private <T extends MeshResource> void make(
            ControlPlaneScope scope,
            Class<T> type,
            Function<T, Template> templates,
            AddedLabels added,
            List<MeshPod> made) {
        for (Found<T> found : scope.discovered(type)) {
            known = true;
            Template template = templates.apply(found.resource());
            Optional<TemplateMeta> meta = template.pod().metadata();
            if (template.replicas() > 0 && !exist(found, template.selector())) {
                made.add(new MeshPod(
                        found,
                        found.namespace(),
                        meta.map(TemplateMeta::labels).orElse(Collections.emptyMap()),
                        meta.map(TemplateMeta::annotations).orElse(Collections.emptyMap()),
                        template.pod().spec().orElse(PodSpec.empty()),
                        true,
                        added.anywhere(found.cluster())));
            }
        }
    }

    private boolean exist(Found<?> owner, LabelSelector selector) {
        return selected(owner.namespace(), selector.matchLabels()).stream()
                .anyMatch(pod -> pod.cluster().equals(owner.cluster()) && selector.matches(pod.labels()));
    }

    private static Template template(DeploymentSpec spec) {
        return new Template(spec.selector(), spec.template(), spec.replicas().orElse(1));
    }

    private static Template template(StatefulSetSpec spec) {
        return new Template(spec.selector(), spec.template(), spec.replicas().orElse(1));
    }

    private static Map.Entry<String, String> label(String name, String value) {
        return Map.entry(name, value);
    }

    private record Template(LabelSelector selector, PodTemplate pod, int replicas) {}
}
