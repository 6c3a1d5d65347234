package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the intermediates of clusters below roots that stay. Clusters do not wait for each other: peers take the
 * intermediate from what is sent with a leaf.
 */
public final class IntermediateRotation {
    private IntermediateRotation() {}

    /**
     * Plans a rotation.
     *
     * @param current the cacerts of every cluster now
     * @param next the cacerts of the same clusters with new signers; those that keep their signer stay as they are
     * @param settings what else to know about the mesh
     * @param at the time of the rotation; every bundle must load then
     * @return the plan; its risks name signers with less life left than a workload certificate and the margin
     * @throws PkiException {@link TrustCode#ROTATION_INVALID}, or why a bundle would not load
     */
    public static RotationPlan plan(
            List<CaBundle> current, List<CaBundle> next, RotationSettings settings, Instant at) {
        List<CaBundle> after = RotationRules.paired(current, next);
        List<CaBundle> replaced = new ArrayList<>();
        List<String> changing = new ArrayList<>();
        for (int i = 0; i < current.size(); i++) {
            CaBundle before = current.get(i);
            TrustBundle roots = before.roots();
            if (!roots.equals(after.get(i).roots())) {
                throw new PkiException(
                        TrustCode.ROTATION_INVALID,
                        "cluster/" + before.cluster(),
                        "the roots change",
                        "use RootRotation to replace roots");
            }
            replaced.add(after.get(i).withRoots(roots));
            if (!before.signer().certificate().equals(after.get(i).signer().certificate())) {
                changing.add(before.cluster());
            }
        }
        if (changing.isEmpty()) {
            throw new PkiException(
                    TrustCode.ROTATION_INVALID, "rotation", "every signer stays the same", "at least one new signer");
        }
        RotationRules.requireLoadable(List.of(replaced), at);
        RotationRules.requireReload(List.of(current, replaced), settings.multiRoot());
        return new RotationPlan(
                "Intermediate rotation of " + String.join(", ", changing),
                current,
                List.of(step(replaced, settings)),
                false,
                settings,
                risks(current, settings, at));
    }

    /**
     * The last moment to replace a signer: workload certificates end with their signer, so later ones become shorter.
     *
     * @param bundle the cacerts of a cluster
     * @param settings life of a workload certificate and margin
     * @return end of the signer, less both
     */
    public static Instant latestStart(CaBundle bundle, RotationSettings settings) {
        return bundle.signer()
                .certificate()
                .getNotAfter()
                .toInstant()
                .minus(settings.workloadTtl())
                .minus(settings.margin());
    }

    private static RotationStep step(List<CaBundle> bundles, RotationSettings settings) {
        return RotationStep.builder()
                .number(1)
                .title("Replace the signer of each cluster, in any order and at any time")
                .bundles(bundles)
                .addActions(
                        "Apply the Secret cacerts of this step; the roots are the same bytes, so istiod takes the new"
                                + " signer over while it runs.")
                .addGates(
                        "Before the old key is destroyed: every workload certificate of the cluster is issued by the new"
                                + " signer. This takes one certificate life (" + settings.workloadTtl() + ") at most.")
                .reversible(true)
                .wayBack("Apply the cacerts that were there before in the cluster.")
                .build();
    }

    private static List<TrustFinding> risks(List<CaBundle> current, RotationSettings settings, Instant at) {
        return current.stream()
                .filter(bundle -> latestStart(bundle, settings).isBefore(at))
                .map(bundle -> TrustFinding.of(
                        TrustCode.EXPIRES_SOON,
                        "cluster/" + bundle.cluster(),
                        "its signer ends at "
                                + bundle.signer().certificate().getNotAfter().toInstant()
                                + " and shortens the life of workload certificates",
                        "it should have been replaced by " + latestStart(bundle, settings)))
                .toList();
    }
}
