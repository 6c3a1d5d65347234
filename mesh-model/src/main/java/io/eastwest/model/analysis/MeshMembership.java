package io.eastwest.model.analysis;

import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.PodSpec;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which pods are in the mesh, and how. Pods that the mesh does not hold, or that do not say what they run, are judged by the
 * labels that decide about them when they are made. The label {@code security.istio.io/tlsMode: istio}, which the injector
 * sets and istiod relies on, shows a sidecar as well as a container does; upstream looks for the container. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/util/in_mesh.go}.
 */
final class MeshMembership {
    static final String INJECTION = "istio-injection";
    static final String ENABLED = "enabled";
    static final String REVISION = "istio.io/rev";
    static final String DATAPLANE_MODE = "istio.io/dataplane-mode";
    static final String AMBIENT = "ambient";
    static final String INJECT = "sidecar.istio.io/inject";
    static final String PROXY = "istio-proxy";
    private static final String TLS_MODE = "security.istio.io/tlsMode";
    private static final String REDIRECTION = "ambient.istio.io/redirection";

    private MeshMembership() {}

    /** {@return whether the pod has, or will get, a sidecar or is captured by ambient} */
    static boolean isInMesh(ControlPlaneScope scope, MeshPod pod) {
        return hasSidecar(
                        scope, pod.cluster(), pod.namespace(), pod.labels(), pod.annotations(), pod.spec(), isOpen(pod))
                || isAmbient(scope, pod);
    }

    /** {@return whether the pod does not show what it runs} */
    private static boolean isOpen(MeshPod pod) {
        return pod.made() || pod.spec().containers().isEmpty();
    }

    /** {@return whether pods of such a template have, or will get, a sidecar} */
    static boolean hasSidecar(
            ControlPlaneScope scope,
            String cluster,
            String namespace,
            Map<String, String> labels,
            Map<String, String> annotations,
            PodSpec spec,
            boolean made) {
        if (hasProxy(spec) || isMarked(labels)) {
            return true;
        }
        Optional<String> wish =
                Optional.ofNullable(labels.get(INJECT)).or(() -> Optional.ofNullable(annotations.get(INJECT)));
        if (wish.isPresent()) {
            return wish.get().equals("true");
        }
        Map<String, String> around = namespaceLabels(scope, cluster, namespace);
        // a pod that exists shows its proxy when a revision injects it; one that does not exist yet cannot
        return around.getOrDefault(INJECTION, "").equals(ENABLED)
                || made
                        && !around.containsKey(INJECTION)
                        && !around.getOrDefault(REVISION, "").isEmpty();
    }

    /** {@return whether ambient captures the pod} */
    static boolean isAmbient(ControlPlaneScope scope, MeshPod pod) {
        if (pod.annotations().getOrDefault(REDIRECTION, "").equals(ENABLED)) {
            return true;
        }
        String own = pod.labels().getOrDefault(DATAPLANE_MODE, "");
        return isOpen(pod)
                && (own.isEmpty()
                        ? isAmbient(namespaceLabels(scope, pod.cluster(), pod.namespace()))
                        : own.equals(AMBIENT));
    }

    /** {@return whether a namespace with these labels is captured by ambient and not injected} */
    static boolean isAmbient(Map<String, String> namespaceLabels) {
        return !namespaceLabels.getOrDefault(INJECTION, "").equals(ENABLED)
                && namespaceLabels.getOrDefault(REVISION, "").isEmpty()
                && namespaceLabels.getOrDefault(DATAPLANE_MODE, "").equals(AMBIENT);
    }

    /** {@return whether a pod has the label that the injector gives to the pods that it changes} */
    static boolean isMarked(Map<String, String> labels) {
        return labels.getOrDefault(TLS_MODE, "").equals("istio");
    }

    /** {@return whether a proxy is among the containers, whatever its image} */
    static boolean hasProxy(PodSpec spec) {
        return Stream.concat(spec.containers().stream(), spec.initContainers().stream())
                .anyMatch(container -> container.name().equals(PROXY));
    }

    static Map<String, String> namespaceLabels(ControlPlaneScope scope, String cluster, String namespace) {
        return scope.namespaceOf(cluster, namespace)
                .map(Found<Namespace>::labels)
                .orElse(Collections.emptyMap());
    }
}
