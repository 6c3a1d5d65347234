package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Namespaces and pods: what of Istio do they get? Upstream forgets which namespace it read whether injection is on by
 * default for; here each is looked at alone. A pod that does not say what it runs is not judged. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/injection/injection.go}.
 */
final class Injection {
    private static final String SYSTEM = "istio-system";

    private final Findings findings;
    private final InjectorConfig injectors;
    private final Set<String> injected = new LinkedHashSet<>();

    private Injection(ControlPlaneScope scope, Findings findings) {
        this.findings = findings;
        this.injectors = InjectorConfig.of(scope);
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        Injection injection = new Injection(scope, findings);
        scope.reported(Namespace.class).stream()
                .filter(namespace -> !namespace.name().equals(SYSTEM))
                .forEach(injection::checkNamespace);
        scope.reported(Pod.class).forEach(injection::checkPod);
    }

    private void checkNamespace(Found<Namespace> namespace) {
        Map<String, String> labels = namespace.labels();
        List<String> competing = competing(labels);
        if (competing.size() > 1) {
            findings.warning(
                    IssueCode.INJECTION_LABELS_CONFLICT,
                    namespace,
                    AnalysisPaths.LABELS,
                    "has the labels " + Texts.list(competing) + ", of which each decides alone",
                    "keep one of them");
        }
        String injection = labels.getOrDefault(MeshMembership.INJECTION, "");
        if (labels.getOrDefault(MeshMembership.DATAPLANE_MODE, "").equals(MeshMembership.AMBIENT)) {
            return;
        }
        if (injection.isEmpty() && !labels.containsKey(MeshMembership.REVISION)) {
            reportUnlabelled(namespace);
        } else if (injection.equals(MeshMembership.ENABLED)) {
            injected.add(namespace.cluster() + "/" + namespace.name());
        }
    }

    private static List<String> competing(Map<String, String> labels) {
        List<String> competing = new ArrayList<>();
        String injection = labels.get(MeshMembership.INJECTION);
        if (injection != null) {
            competing.add(MeshMembership.INJECTION + "=" + injection);
        }
        if (injection == null || injection.equals(MeshMembership.ENABLED)) {
            for (String name : List.of(MeshMembership.REVISION, MeshMembership.DATAPLANE_MODE)) {
                if (labels.containsKey(name)) {
                    competing.add(name + "=" + labels.getOrDefault(name, ""));
                }
            }
        }
        return competing;
    }

    private void reportUnlabelled(Found<Namespace> namespace) {
        if (injectors.injectsByDefault("")) {
            findings.info(
                    IssueCode.NAMESPACE_INJECTED_BY_DEFAULT,
                    namespace,
                    AnalysisPaths.NAME,
                    "gets sidecars because the injector takes all namespaces without a label",
                    "say istio-injection: enabled, or disabled to keep sidecars out");
        } else {
            findings.info(
                    IssueCode.NAMESPACE_NOT_INJECTED,
                    namespace,
                    AnalysisPaths.NAME,
                    "gets no sidecars",
                    "add label istio-injection: enabled, or disabled to say that this is intended");
        }
    }

    private void checkPod(Found<Pod> pod) {
        if (!injected.contains(pod.cluster() + "/" + pod.namespace())) {
            return;
        }
        String wish = pod.labels()
                .getOrDefault(MeshMembership.INJECT, pod.annotations().getOrDefault(MeshMembership.INJECT, ""));
        if (!wish.toLowerCase(Locale.ROOT).equals("false")
                && !pod.resource().spec().hostNetwork().orElse(false)
                && !pod.resource().spec().containers().isEmpty()
                && !MeshMembership.isMarked(pod.labels())
                && !MeshMembership.hasProxy(pod.resource().spec())) {
            findings.warning(
                    IssueCode.PROXY_MISSING,
                    pod,
                    AnalysisPaths.NAME,
                    "has no sidecar although its namespace is injected",
                    "restart it, or say sidecar.istio.io/inject: \"false\"");
        }
    }
}
