package io.eastwest.pki.rotation;

import io.eastwest.pki.authority.CertificateIssuer;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.finding.TrustFinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps from the present certificates of a mesh to the next ones. Made by {@link RootRotation} or {@link
 * IntermediateRotation}. Immutable; its texts hold no key, its manifests do.
 */
public final class RotationPlan {
    private final String title;
    private final List<CaBundle> current;
    private final List<RotationStep> steps;
    private final boolean lockstep;
    private final RotationSettings settings;
    private final List<TrustFinding> risks;

    RotationPlan(
            String title,
            List<CaBundle> current,
            List<RotationStep> steps,
            boolean lockstep,
            RotationSettings settings,
            List<TrustFinding> risks) {
        this.title = title;
        this.current = List.copyOf(current);
        this.steps = List.copyOf(steps);
        this.lockstep = lockstep;
        this.settings = settings;
        this.risks = List.copyOf(risks);
    }

    /** {@return what is rotated} */
    public String title() {
        return title;
    }

    /** {@return the steps in their order} */
    public List<RotationStep> steps() {
        return steps;
    }

    /** {@return names of the clusters that have an authority} */
    public List<String> clusters() {
        return current.stream().map(CaBundle::cluster).toList();
    }

    /** {@return whether no cluster may start a step before every cluster has completed the one before} */
    public boolean isLockstep() {
        return lockstep;
    }

    /** {@return what the plan was made with} */
    public RotationSettings settings() {
        return settings;
    }

    /** {@return what is not an obstacle and should be known, such as little time left} */
    public List<TrustFinding> risks() {
        return risks;
    }

    /** {@return the cacerts of every cluster before the first step, then after each step that touches them} */
    public List<List<CaBundle>> stages() {
        List<List<CaBundle>> stages = new ArrayList<>(List.of(current));
        steps.stream()
                .map(RotationStep::bundles)
                .filter(bundles -> !bundles.isEmpty())
                .forEach(stages::add);
        return List.copyOf(stages);
    }

    /**
     * Walks through every state that the clusters can be in, with a real workload certificate of every signer, and
     * verifies each against every set of roots that a proxy can hold at that moment.
     *
     * @param issuer issues the certificates
     * @return which pairs authenticate in which state
     */
    public RotationSimulation simulate(CertificateIssuer issuer) {
        return RotationSimulation.of(this, issuer);
    }

    /** {@return the plan for people, as plain text} */
    public String toText() {
        return PlanText.write(this);
    }

    /** {@return the plan as a Mermaid flow chart} */
    public String toMermaid() {
        return PlanMermaid.write(this);
    }

    /**
     * Writes {@code plan.txt}, {@code plan.mmd}, and for each step and cluster the manifests to apply, those with a key
     * with mode 0600.
     *
     * @param directory where to
     */
    public void writeTo(Path directory) {
        PlanFiles.write(this, directory);
    }

    /** {@return the title and the number of steps} */
    @Override
    public String toString() {
        return "RotationPlan[" + title + ", " + steps.size() + " steps]";
    }
}
