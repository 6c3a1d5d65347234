package io.eastwest.routing.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes {@code docs/parity.md}: what is held against recordings, how often, and what is refused. */
final class ParityPage {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<document>[a-z-]+\\.md)|traps? [0-9, ]+|\\([^)]*\\)|V(?<rule>\\d+)|(?<section>\\d+)(?:\\.\\d+)*");

    /** Section that lists the rules V1, V2, .... */
    private static final int RULES = 0;

    private ParityPage() {}

    /**
     * Text of the page.
     *
     * @param report every recorded case, walked
     * @param specifications by case id, what its {@code calls.yaml} names as the place of the behaviour
     */
    static String text(ParityReport report, Map<String, String> specifications) {
        Map<String, List<Verdict>> byCase = ParityReport.group(report.verdicts(), Verdict::caseId);
        StringBuilder page = new StringBuilder("""
                # How exact it is

                Made by the build from the recorded cases; `ParityPageTest` fails when it is out of date.

                The target is Istio 1.30.3 with Envoy 1.38.3 and Gateway API 1.6.1. A recorded case is a mesh, calls, and what the
                real istiod generated and the real Envoy did. A check is one call of a case: listener, filter chain, virtual host,
                route, outcome, flags, shares, headers and the configuration of the clusters used are all compared; what admission
                says about the manifests of a case is one more check.

                ## Exact

                """);
        page.append("| feature | cases | checks | pass |\n| --- | --: | --: | --: |\n");
        byFeature(specifications)
                .forEach((feature, cases) -> page.append("| ")
                        .append(feature.title())
                        .append(" | ")
                        .append(row(cases.stream()
                                .map(id -> byCase.getOrDefault(id, List.of()))
                                .toList()))
                        .append(" |\n"));
        page.append("| **all** | ")
                .append(row(List.copyOf(byCase.values())))
                .append(
                        " |\n\nA case that shows several features counts in each of their rows, and once in the last.\n\n")
                .append(RefusedFeature.section());
        return page.toString();
    }

    /** {@return the ids of the cases of each feature, features in the order of the table} */
    static Map<ParityFeature, NavigableSet<String>> byFeature(Map<String, String> specifications) {
        Map<ParityFeature, NavigableSet<String>> cases = new LinkedHashMap<>();
        for (ParityFeature feature : ParityFeature.values()) {
            cases.put(feature, new TreeSet<>());
        }
        specifications.forEach((id, text) -> {
            for (ParityFeature feature : features(text)) {
                cases.getOrDefault(feature, new TreeSet<>()).add(id);
            }
        });
        cases.values().removeIf(NavigableSet::isEmpty);
        return cases;
    }

    /** {@return the features that a reference such as {@code load-balancing.md 1.2, 1.4; trap 5} names} */
    static NavigableSet<ParityFeature> features(String references) {
        NavigableSet<ParityFeature> features = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(references);
        String document = "";
        while (matcher.find()) {
            if (matcher.group("document") != null) {
                document = matcher.group("document");
            } else if (matcher.group("rule") != null) {
                ParityFeature.of(document, RULES).ifPresent(features::add);
            } else if (matcher.group("section") != null) {
                ParityFeature.of(document, Integer.parseInt(matcher.group("section")))
                        .ifPresent(features::add);
            }
        }
        return features;
    }

    private static String row(List<List<Verdict>> cases) {
        long checks = cases.stream().mapToLong(List::size).sum();
        long passed =
                cases.stream().flatMap(List::stream).filter(Verdict::passed).count();
        return cases.size() + " | " + checks + " | " + passed;
    }
}
