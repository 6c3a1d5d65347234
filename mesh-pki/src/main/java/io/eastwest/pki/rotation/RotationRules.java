package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustEffect;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.verification.IstiodLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must be true of the bundles on the way. */
final class RotationRules {
    private RotationRules() {}

    /** The next bundles in the order of the current ones; the clusters must be the same. */
    static List<CaBundle> paired(List<CaBundle> current, List<CaBundle> next) {
        Map<String, CaBundle> byCluster = new LinkedHashMap<>();
        next.forEach(bundle -> byCluster.put(bundle.cluster(), bundle));
        List<String> clusters = current.stream().map(CaBundle::cluster).toList();
        if (current.isEmpty()
                || clusters.stream().distinct().count() != clusters.size()
                || byCluster.size() != next.size()
                || !byCluster.keySet().containsAll(clusters)
                || next.size() != clusters.size()) {
            throw new PkiException(
                    TrustCode.ROTATION_INVALID,
                    "rotation",
                    "it starts with " + clusters + " and ends with "
                            + next.stream().map(CaBundle::cluster).toList(),
                    "the same clusters before and after, each once");
        }
        return clusters.stream().map(byCluster::get).toList();
    }

    static TrustBundle allRoots(List<CaBundle> bundles) {
        return bundles.stream().map(CaBundle::roots).reduce(TrustBundle::union).orElseThrow();
    }

    static String names(TrustBundle roots) {
        return roots.roots().stream()
                .map(root -> root.getSubjectX500Principal().getName() + " (serial "
                        + root.getSerialNumber().toString(16) + ")")
                .collect(Collectors.joining(" and "));
    }

    static void requireLoadable(List<List<CaBundle>> stages, Instant at) {
        List<TrustFinding> findings = new ArrayList<>();
        for (List<CaBundle> stage : stages) {
            for (CaBundle bundle : stage) {
                try (CacertsFiles files = bundle.files()) {
                    IstiodLoad.check(files, bundle.cluster(), at).findings().stream()
                            .filter(finding -> finding.effect() != TrustEffect.RISK)
                            .forEach(findings::add);
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new PkiException(findings.stream().distinct().toList());
        }
    }

    /** No change on the way may be one that a running istiod refuses. */
    static void requireReload(List<List<CaBundle>> stages, boolean multiRoot) {
        for (int stage = 1; stage < stages.size(); stage++) {
            for (int i = 0; i < stages.get(stage).size(); i++) {
                CaBundle before = stages.get(stage - 1).get(i);
                CaBundle after = stages.get(stage).get(i);
                if (ReloadRules.decide(before.roots(), after.roots(), multiRoot) == ReloadDecision.REFUSED) {
                    throw new PkiException(
                            TrustCode.ROTATION_INVALID,
                            "cluster/" + after.cluster(),
                            "istiod would not take over the roots of stage " + stage,
                            "roots that contain the earlier ones, or are contained in them");
                }
            }
        }
    }
}
