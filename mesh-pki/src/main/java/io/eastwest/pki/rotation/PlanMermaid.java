package io.eastwest.pki.rotation;

/** A plan as a flow chart: steps are boxes, checks are rhombs, the way back is dotted. */
final class PlanMermaid {
    private PlanMermaid() {}

    static String write(RotationPlan plan) {
        StringBuilder chart = new StringBuilder("flowchart TD\n");
        chart.append("  start([").append(quote(plan.title())).append("])\n");
        String before = "start";
        for (RotationStep step : plan.steps()) {
            String box = "step" + step.number();
            String gate = "check" + step.number();
            chart.append("  subgraph ")
                    .append(box)
                    .append('[')
                    .append(quote("Step " + step.number() + ": " + step.title()))
                    .append("]\n");
            for (int i = 0; i < plan.clusters().size(); i++) {
                chart.append("    ")
                        .append(box)
                        .append('c')
                        .append(i)
                        .append('[')
                        .append(quote(plan.clusters().get(i)))
                        .append("]\n");
            }
            chart.append("  end\n");
            chart.append("  ")
                    .append(gate)
                    .append('{')
                    .append(quote(String.join(" ", step.gates())))
                    .append("}\n");
            chart.append("  ").append(before).append(" --> ").append(box).append('\n');
            chart.append("  ").append(box).append(" --> ").append(gate).append('\n');
            if (step.reversible()) {
                chart.append("  ")
                        .append(box)
                        .append(" -. back .-> ")
                        .append(before)
                        .append('\n');
            }
            before = gate;
        }
        return chart.append("  ")
                .append(before)
                .append(" --> done([\"done\"])\n")
                .toString();
    }

    private static String quote(String text) {
        return '"' + text.replace("#", "#35;").replace("\"", "#quot;").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
