package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.WorkloadSelector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sidecars: do they select pods, one only per pod, and pods that have a sidecar? Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/sidecar/selector.go}.
 */
final class SidecarSelectors {
    private final ControlPlaneScope scope;
    private final Findings findings;
    private final Set<Found<Sidecar>> ineffective = new LinkedHashSet<>();

    private SidecarSelectors(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        SidecarSelectors selectors = new SidecarSelectors(scope, findings);
        List<Found<Sidecar>> selecting = new ArrayList<>();
        Map<String, List<Found<Sidecar>>> byNamespace = new TreeMap<>();
        for (Found<Sidecar> sidecar : scope.configuration(Sidecar.class)) {
            if (sidecar.resource().spec().selectsNamespace()) {
                byNamespace
                        .computeIfAbsent(sidecar.namespace(), any -> new ArrayList<>())
                        .add(sidecar);
            } else {
                selecting.add(sidecar);
            }
        }
        if (scope.pods().isKnown()) {
            selectors.checkSelecting(selecting);
        }
        byNamespace.forEach(selectors::checkNamespace);
    }

    private void checkSelecting(List<Found<Sidecar>> sidecars) {
        SelectorOverlaps<Sidecar> overlaps = SelectorOverlaps.of(scope, sidecars, SidecarSelectors::selector);
        overlaps.selected().forEach((sidecar, pods) -> {
            if (pods.isEmpty()) {
                findings.error(
                        IssueCode.SELECTOR_WITHOUT_PODS,
                        sidecar,
                        AnalysisPaths.SPEC.field("workloadSelector"),
                        "no pod of namespace " + IssueText.quote(sidecar.namespace()) + " has the labels "
                                + Texts.selector(selector(sidecar.resource())),
                        "correct the labels");
            }
            if (pods.stream().anyMatch(this::isAmbient)) {
                reportIneffective(sidecar, "selects pods that ambient captures");
            }
            List<MeshPod> shared = overlaps.shared(sidecar, this::isAmbient);
            if (!shared.isEmpty()) {
                findings.error(
                        IssueCode.SIDECAR_SELECTORS_OVERLAP,
                        sidecar,
                        AnalysisPaths.SPEC.field("workloadSelector"),
                        "selects "
                                + Texts.list(shared.stream().map(MeshPod::label).toList())
                                + ", which Sidecar " + Texts.list(overlaps.others(sidecar, shared))
                                + " selects, too; only one of them counts",
                        "make the selectors differ");
            }
        });
    }

    private void checkNamespace(String namespace, List<Found<Sidecar>> sidecars) {
        if (MeshMembership.isAmbient(MeshMembership.namespaceLabels(scope, scope.cluster(), namespace))) {
            sidecars.forEach(sidecar -> reportIneffective(sidecar, "is in a namespace that ambient captures"));
        } else if (sidecars.size() > 1) {
            List<String> names = sidecars.stream().map(Found::name).sorted().toList();
            for (Found<Sidecar> sidecar : sidecars) {
                List<String> others = new ArrayList<>(names);
                others.remove(sidecar.name());
                findings.error(
                        IssueCode.SIDECARS_WITHOUT_SELECTOR,
                        sidecar,
                        AnalysisPaths.SPEC,
                        "has no workloadSelector, as Sidecar " + Texts.list(others)
                                + " of the same namespace; only one of them counts",
                        "give them selectors or keep one");
            }
        }
    }

    private void reportIneffective(Found<Sidecar> sidecar, String reason) {
        if (ineffective.add(sidecar)) {
            findings.warning(
                    IssueCode.SIDECAR_WITHOUT_EFFECT,
                    sidecar,
                    AnalysisPaths.SPEC.field("workloadSelector"),
                    reason + ", where there are no sidecars that it could configure",
                    "remove it");
        }
    }

    private boolean isAmbient(MeshPod pod) {
        return MeshMembership.isAmbient(scope, pod);
    }

    private static Map<String, String> selector(Sidecar sidecar) {
        return sidecar.spec().workloadSelector().map(WorkloadSelector::labels).orElse(Collections.emptyMap());
    }
}
