package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Pod;
import java.util.List;

/**
 * Annotations of Istio on Namespaces, Services, Pods and Deployments: does Istio know them, and do they belong there? Their
 * values are not looked at. Deployments are those of the control plane's own cluster; their pod templates are not looked at,
 * as upstream. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/annotations/annotations.go}.
 */
final class AnnotationPlaces {
    private AnnotationPlaces() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        checkAll(scope.reported(Namespace.class), findings);
        checkAll(scope.reported(KubernetesService.class), findings);
        checkAll(scope.reported(Pod.class), findings);
        checkAll(
                scope.configuration(Deployment.class).stream()
                        .filter(found -> !ControlPlaneScope.isIgnored(found))
                        .toList(),
                findings);
    }

    private static <T extends MeshResource> void checkAll(List<Found<T>> all, Findings findings) {
        for (Found<T> found : all) {
            for (String name : found.annotations().keySet()) {
                if (IstioAnnotations.isOfIstio(name) && !IstioAnnotations.IGNORED.contains(name)) {
                    check(found, name, findings);
                }
            }
        }
    }

    private static void check(Found<?> found, String name, Findings findings) {
        DocumentPath path = AnalysisPaths.annotation(name);
        List<String> kinds = IstioAnnotations.kinds(name);
        if (kinds.isEmpty()) {
            findings.warning(
                    IssueCode.ANNOTATION_UNKNOWN,
                    found,
                    path,
                    "Istio has no annotation " + IssueText.quote(name),
                    "correct the name or remove it");
            return;
        }
        boolean replaced = name.equals(MeshMembership.INJECT) && found.labels().containsKey(name);
        if (IstioAnnotations.DEPRECATED.contains(name) && !replaced) {
            findings.info(
                    IssueCode.ANNOTATION_DEPRECATED,
                    found,
                    path,
                    "annotation " + IssueText.quote(name) + " is deprecated",
                    name.equals(MeshMembership.INJECT) ? "use the label of the same name" : "");
        }
        if (!kinds.contains("Any") && !kinds.contains(found.resource().kind())) {
            findings.warning(
                    IssueCode.ANNOTATION_MISPLACED,
                    found,
                    path,
                    "annotation " + IssueText.quote(name) + " has no effect here, only on " + String.join(", ", kinds),
                    found.resource() instanceof Deployment && kinds.contains("Pod")
                            ? "move it to the pod template"
                            : "move or remove it");
        }
    }
}
