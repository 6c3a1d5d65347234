package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the root of a mesh without an outage: trust both roots everywhere, then issue below the new one everywhere,
 * then trust the new one only.
 *
 * <p>Clusters that do not trust each other yet can be brought below one root in the same way.
 */
public final class RootRotation {
    private RootRotation() {}

    /**
     * Plans a rotation.
     *
     * @param current the cacerts of every cluster now
     * @param next the cacerts of the same clusters below the new root
     * @param settings what else to know about the mesh
     * @param at the time of the rotation; every bundle on the way must load then
     * @return the plan
     * @throws PkiException {@link TrustCode#ROTATION_INVALID}, or why a bundle on the way would not load
     */
    public static RotationPlan plan(
            List<CaBundle> current, List<CaBundle> next, RotationSettings settings, Instant at) {
        List<CaBundle> after = RotationRules.paired(current, next);
        TrustBundle old = RotationRules.allRoots(current);
        TrustBundle fresh = RotationRules.allRoots(after);
        if (old.equals(fresh)) {
            throw new PkiException(
                    TrustCode.ROTATION_INVALID,
                    "rotation",
                    "the roots stay the same",
                    "use IntermediateRotation to replace signers below one root");
        }
        TrustBundle both = old.union(fresh);
        List<CaBundle> trusting =
                current.stream().map(bundle -> bundle.withRoots(both)).toList();
        List<CaBundle> issuing =
                after.stream().map(bundle -> bundle.withRoots(both)).toList();
        List<CaBundle> done =
                after.stream().map(bundle -> bundle.withRoots(fresh)).toList();
        RotationRules.requireLoadable(List.of(trusting, issuing, done), at);
        RotationRules.requireReload(List.of(current, trusting, issuing, done), settings.multiRoot());

        List<RotationStep> steps = new ArrayList<>();
        steps.add(prepare(settings));
        steps.add(trustBoth(trusting, settings));
        steps.add(issueNew(issuing, settings));
        steps.add(trustNew(done, settings));
        return new RotationPlan(
                "Root rotation of " + current.size() + " clusters: " + RotationRules.names(old) + " -> "
                        + RotationRules.names(fresh),
                current,
                steps,
                true,
                settings,
                List.of());
    }

    private static RotationStep prepare(RotationSettings settings) {
        RotationStepBuilder step = RotationStep.builder()
                .number(0)
                .title("Prepare istiod and proxies for more than one root")
                .reversible(true)
                .wayBack("Remove the settings again; nothing depends on them before step 1.");
        if (settings.multiRoot()) {
            step.addActions("Set pilot.env ISTIO_MULTIROOT_MESH to \"true\", so that istiod takes new roots over.");
        }
        return step.addActions(
                        "Set meshConfig.defaultConfig.proxyMetadata.PROXY_CONFIG_XDS_AGENT to \"true\".",
                        "Restart the workloads and gateways, so that every proxy has the setting.")
                .addGates("Every proxy was started after the setting, in remote clusters and on virtual machines too.")
                .build();
    }

    private static RotationStep trustBoth(List<CaBundle> bundles, RotationSettings settings) {
        return RotationStep.builder()
                .number(1)
                .title("Trust both roots, still issue below the old one")
                .bundles(bundles)
                .addActions("Apply the Secret cacerts of this step.", reload(settings))
                .addGates("Every proxy of every cluster lists both roots: istioctl proxy-config secret. Gateways,"
                        + " ztunnels, virtual machines and remote clusters count.")
                .reversible(true)
                .wayBack("Apply the cacerts that were there before in every cluster.")
                .build();
    }

    private static RotationStep issueNew(List<CaBundle> bundles, RotationSettings settings) {
        return RotationStep.builder()
                .number(2)
                .title("Issue below the new root, still trust both")
                .bundles(bundles)
                .addActions(
                        "Apply the Secret cacerts of this step; its roots are the same bytes as in step 1, so istiod takes"
                                + " the new signer over while it runs.")
                .addGates(
                        "Every workload certificate is issued below the new root. This takes one certificate life ("
                                + settings.workloadTtl() + ") at most; restarting workloads makes it sooner.",
                        "istiod's own certificate and those of gateways are below the new root.")
                .reversible(true)
                .wayBack("Apply the cacerts of step 1 in every cluster, and wait until no certificate below the new"
                        + " root is left before going back further.")
                .build();
    }

    private static RotationStep trustNew(List<CaBundle> bundles, RotationSettings settings) {
        return RotationStep.builder()
                .number(3)
                .title("Trust the new root only")
                .bundles(bundles)
                .addActions("Apply the Secret cacerts of this step.", reload(settings))
                .addGates("The old root appears in no proxy and in no ConfigMap istio-ca-root-cert.")
                .reversible(false)
                .wayBack("None: certificates below the old root are no longer trusted. Going back is a new rotation"
                        + " towards the old root.")
                .build();
    }

    private static String reload(RotationSettings settings) {
        return settings.multiRoot()
                ? "istiod takes the roots over while it runs; allow two minutes until the files arrive in its pod."
                : "Restart istiod: without ISTIO_MULTIROOT_MESH it ignores changed roots until then.";
    }
}
