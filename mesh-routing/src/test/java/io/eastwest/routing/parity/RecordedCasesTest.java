package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordedCasesTest {
    private static final List<ParityCase> CASES = ParityCases.recorded();

    @Test
    void allCasesOfAllAreasAreRead() {
        assertThat(CASES).hasSize(343);
        assertThat(CASES.stream().map(ParityCase::area).distinct())
                .containsExactly(
                        "balancing",
                        "gateway-api",
                        "gateways",
                        "multicluster",
                        "routing-action",
                        "routing-match",
                        "security");
        assertThat(CASES.stream()
                        .mapToInt(parityCase -> parityCase.calls().size())
                        .sum())
                .isEqualTo(2218);
    }

    @Test
    void everyCallHasItsRecording() {
        assertThat(CASES)
                .allSatisfy(parityCase -> assertThat(parityCase.calls())
                        .extracting(ParityCall::id)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                parityCase.recorded().keySet()));
    }

    @Test
    void everyRecordedEndStandsForAReason() {
        assertThat(CASES.stream()
                        .flatMap(parityCase -> parityCase.recorded().values().stream())
                        .flatMap(recorded -> RecordedOutcome.of(recorded, 1).stream())
                        .filter(outcome -> outcome.reason().reason().isEmpty()))
                .isEmpty();
    }

    @Test
    void everyRecordedFieldIsCompared() {
        SortedSet<String> compared = new TreeSet<>();
        FullConfig.routes().forEach(route -> compared.addAll(under("config.route", route)));
        FullConfig.clusters().forEach(cluster -> compared.addAll(under("config.clusters[]", cluster)));
        compared.addAll(List.of(
                "config.clusters[].groups[].locality",
                "config.clusters[].groups[].priority",
                "config.clusters[].groups[].weight",
                "config.clusters[].groups[].endpoints[].address",
                "config.clusters[].groups[].endpoints[].weight",
                "config.clusters[].groups[].endpoints[].health",
                "config.clusters[].groups[].endpoints[].tls",
                "config.clusters[].groups[].endpoints[].owner"));
        SortedSet<String> recorded = new TreeSet<>();
        for (JsonNode call : recordings()) {
            JsonNode route = call.at("/config/route");
            if (!route.isMissingNode()) {
                recorded.addAll(under("config.route", RecordedRoute.normalized(route)));
            }
            call.at("/config/clusters").forEach(cluster -> recorded.addAll(under("config.clusters[]", cluster)));
        }
        NotCompared.ALL.forEach(field -> recorded.remove(field.field()));

        assertThat(compared).containsAll(recorded);
    }

    @Test
    void everyFieldOutsideOfTheConfigurationIsKnown() {
        Differences differences = new Differences();
        recordings().forEach(recorded -> RecordedKeys.requireKnown(recorded, differences));

        assertThat(differences.found()).isEmpty();
    }

    @Test
    void whatIsNotComparedOccurs() {
        SortedSet<String> all = new TreeSet<>();
        recordings().forEach(recorded -> all.addAll(RecordedKeys.of(recorded)));

        assertThat(NotCompared.ALL)
                .allSatisfy(field -> assertThat(field.reason()).isNotBlank())
                .extracting(NotCompared::field)
                .isSubsetOf(all);
    }

    private static List<JsonNode> recordings() {
        return CASES.stream()
                .flatMap(parityCase -> parityCase.recorded().values().stream())
                .toList();
    }

    private static SortedSet<String> under(String path, JsonNode tree) {
        SortedSet<String> paths = new TreeSet<>();
        RecordedKeys.of(tree).forEach(key -> paths.add(path + "." + key));
        return paths;
    }
}
