package io.eastwest.render.install;

import java.util.List;

/** A plan for people: what to do in which order, and how to see that it worked. */
final class PlanText {
    private PlanText() {}

    static String of(
            String name, List<InstallFinding> findings, List<InstallStep> steps, List<VerificationStep> verification) {
        StringBuilder text =
                new StringBuilder("# Installation of ").append(name).append("\n\n");
        text.append("Run from this folder. The context of kubectl for a cluster is the name of the cluster.\n");
        if (!findings.isEmpty()) {
            text.append("\n## Before you start\n\n");
            findings.forEach(finding -> text.append("- ").append(finding.line()).append('\n'));
        }
        text.append("\n## Steps\n\n");
        for (int i = 0; i < steps.size(); i++) {
            InstallStep step = steps.get(i);
            text.append(i + 1).append(". ").append(step.cluster()).append(": ").append(word(step.action()));
            text.append(' ').append(step.title()).append('\n');
            step.commands()
                    .forEach(command -> text.append("   `").append(command).append("`\n"));
        }
        text.append("\n## Does it work?\n\n");
        for (VerificationStep step : verification) {
            text.append("- ")
                    .append(step.cluster())
                    .append(", ")
                    .append(step.check())
                    .append(": `");
            text.append(step.command())
                    .append("` shows ")
                    .append(step.expectation())
                    .append('\n');
        }
        return text.toString();
    }

    private static String word(StepAction action) {
        return switch (action) {
            case PROVIDE -> "provide";
            case APPLY -> "apply";
            case WAIT -> "wait for";
        };
    }
}
