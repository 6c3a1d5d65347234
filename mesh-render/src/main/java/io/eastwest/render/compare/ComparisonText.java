package io.eastwest.render.compare;

import io.eastwest.routing.question.MeshFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** A comparison as a table: what each model consists of, what each failure does, and why other models are not there. */
final class ComparisonText {
    private static final List<MeshFailure.Kind> KINDS = List.of(
            MeshFailure.Kind.CLUSTER,
            MeshFailure.Kind.GATEWAYS,
            MeshFailure.Kind.LINK,
            MeshFailure.Kind.CONTROL_PLANE,
            MeshFailure.Kind.GIVEN);
    private static final String LEGEND = """
            lost, part: pairs that lose all or a part of their calls; moved: pairs that their own region answers no longer
            frozen: clusters without injection, changes and new certificates
            fixed: clusters without changes of the configuration; stale: without changes of some endpoints
            """;
    private static final int FIRST = 30;
    private static final int COLUMN = 22;

    private final ModelComparison comparison;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(ModelComparison comparison) {
        this.comparison = comparison;
    }

    static String of(String mesh, ModelComparison comparison) {
        ComparisonText made = new ComparisonText(comparison);
        made.text.append("Install models of mesh ").append(mesh).append("\n\n");
        if (!comparison.assessments().isEmpty()) {
            made.counts();
            made.failures();
        }
        made.obstacles();
        made.notes();
        return made.text.toString();
    }

    private void counts() {
        line("", assessment -> List.of(assessment.model().title()));
        count("control planes", ModelCounts::controlPlanes);
        count("clusters served from others", ModelCounts::servedClusters);
        count("east-west gateways", ModelCounts::eastWestGateways);
        count("ways to control planes", ModelCounts::controlPlaneGateways);
        count("remote secrets", ModelCounts::remoteSecrets);
        count("roots", ModelCounts::roots);
        count("intermediate certificates", ModelCounts::intermediates);
        count("services that are exposed", ModelCounts::exposedServices);
        count("namespaces", ModelCounts::namespaces);
        count("files", ModelCounts::files);
        text.append('\n');
    }

    private void count(String title, ToIntFunction<ModelCounts> count) {
        line(title, assessment -> List.of(Integer.toString(count.applyAsInt(assessment.counts()))));
    }

    private void failures() {
        line("pairs of caller and service", assessment -> List.of(Integer.toString(assessment.pairs())));
        List<String> names = comparison.assessments().stream()
                .flatMap(assessment -> assessment.failures().stream())
                .map(FailureImpact::failure)
                .sorted(Comparator.comparing(failure -> KINDS.indexOf(failure.kind())))
                .map(MeshFailure::name)
                .distinct()
                .toList();
        for (String name : names) {
            line(
                    name,
                    assessment -> assessment.failures().stream()
                            .filter(impact -> impact.failure().name().equals(name))
                            .findFirst()
                            .map(ComparisonText::cell)
                            .orElse(List.of("-")));
        }
        line(
                "single points of failure",
                assessment -> points(assessment.singlePointsOfFailure().stream()
                        .map(impact -> impact.failure().name())
                        .toList()));
        line("one cluster freezes others", assessment -> List.of(assessment.hasControlPlaneSpof() ? "yes" : "no"));
        text.append('\n').append(LEGEND);
    }

    private static List<String> points(List<String> names) {
        return names.isEmpty() ? List.of("none") : names;
    }

    private static List<String> cell(FailureImpact impact) {
        List<String> lines = new ArrayList<>();
        add(lines, "lost", impact.lost().size());
        add(lines, "part", impact.partlyLost().size());
        add(lines, "moved", impact.withoutLocality().size());
        if (!impact.frozen().isEmpty()) {
            lines.add("frozen " + String.join(", ", impact.frozen()));
        }
        addClusters(lines, "fixed", impact, cluster -> cluster.up() && !cluster.configuration());
        addClusters(lines, "stale", impact, cluster -> !cluster.staleEndpoints().isEmpty());
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static void addClusters(
            List<String> lines, String what, FailureImpact impact, Predicate<ClusterSurvival> wanted) {
        List<String> clusters = impact.clusters().stream()
                .filter(cluster -> !cluster.isFrozen() && wanted.test(cluster))
                .map(ClusterSurvival::cluster)
                .toList();
        if (!clusters.isEmpty()) {
            lines.add(what + " " + String.join(", ", clusters));
        }
    }

    private static void add(List<String> lines, String what, int count) {
        if (count > 0) {
            lines.add(what + " " + count);
        }
    }

    /** Writes a row; a cell of several lines makes it as high. */
    private void line(String title, Function<ModelAssessment, List<String>> cell) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(wrapped(title, FIRST));
        for (ModelAssessment assessment : comparison.assessments()) {
            List<String> lines = new ArrayList<>();
            cell.apply(assessment).forEach(each -> lines.addAll(wrapped(each, COLUMN)));
            cells.add(lines);
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < height; i++) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String part = i < cells.get(column).size() ? cells.get(column).get(i) : "";
                row.append(part).append(" ".repeat((column == 0 ? FIRST : COLUMN) - part.length()));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }

    /** Breaks a text at blanks so that two blanks are left behind it; a word that is longer is cut. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (longer.length() > width - 2 && !line.isEmpty()) {
                lines.add(line);
                longer = "  " + word;
            }
            line = longer.length() > width - 2 ? longer.substring(0, width - 3) + "…" : longer;
        }
        lines.add(line);
        return Collections.unmodifiableList(lines);
    }

    private void obstacles() {
        if (!comparison.obstacles().isEmpty()) {
            text.append("\nNot admitted\n");
            comparison.obstacles().forEach((model, reason) -> paragraph("  " + model + ": " + reason));
        }
    }

    private void notes() {
        comparison.assessments().forEach(assessment -> {
            if (!assessment.notes().isEmpty()) {
                text.append("\nNot the same with ").append(assessment.model()).append('\n');
                assessment.notes().forEach(note -> paragraph("  " + note));
            }
        });
    }

    private void paragraph(String line) {
        String rest = line;
        while (rest.length() > 118) {
            int blank = rest.lastIndexOf(' ', 118);
            int end = blank > 4 ? blank : 118;
            text.append(rest, 0, end).append('\n');
            rest = "    " + rest.substring(end).strip();
        }
        text.append(rest).append('\n');
    }
}
