package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import java.util.List;
import java.util.Map;

/** A plan as plain text. */
final class PlanText {
    private PlanText() {}

    static String write(RotationPlan plan) {
        StringBuilder text = new StringBuilder(plan.title()).append("\n\n");
        text.append("Clusters: ").append(String.join(", ", plan.clusters())).append('\n');
        for (Map.Entry<String, String> remote : plan.settings().remoteClusters().entrySet()) {
            text.append("Remote cluster: ")
                    .append(remote.getKey())
                    .append(", served by ")
                    .append(remote.getValue())
                    .append(" (no cacerts of its own; its proxies count in every check)\n");
        }
        text.append(
                plan.isLockstep()
                        ? "No cluster starts a step before every cluster has passed the checks of the one before.\n"
                        : "Clusters do not wait for each other.\n");
        plan.risks().forEach(risk -> text.append(risk).append('\n'));
        plan.steps().forEach(step -> step(text, step));
        return text.toString();
    }

    private static void step(StringBuilder text, RotationStep step) {
        text.append("\nStep ")
                .append(step.number())
                .append(": ")
                .append(step.title())
                .append('\n');
        lines(text, "  do    ", step.actions());
        for (CaBundle bundle : step.bundles()) {
            text.append("        ")
                    .append(bundle.cluster())
                    .append(": signer ")
                    .append(bundle.signer()
                            .certificate()
                            .getIssuerX500Principal()
                            .getName())
                    .append(" > ")
                    .append(bundle.signer()
                            .certificate()
                            .getSubjectX500Principal()
                            .getName())
                    .append("; trusts ")
                    .append(RotationRules.names(bundle.roots()))
                    .append('\n');
        }
        lines(text, "  check ", step.gates());
        text.append("  back  ").append(step.wayBack()).append('\n');
    }

    private static void lines(StringBuilder text, String head, List<String> lines) {
        lines.forEach(line -> text.append(head).append(line).append('\n'));
    }
}
