package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Explanations are bounded, and say what they leave out. */
class StepRecorderTest {
    private static final int RULES = 1_000;
    private static final int LIMIT = 250;

    private static Explanation explain(String path) {
        String http = IntStream.range(0, RULES)
                .mapToObj(i -> "{match: [{uri: {exact: /" + i + "}}], route: [{destination: {host: a}}]}")
                .collect(Collectors.joining(", "));
        return MeshRouter.of(SmallMesh.snapshot(
                        SmallMesh.service("shop/a", 1, "http 80"),
                        SmallMesh.pod("web/client", "10.1.0.1", "app: client"),
                        SmallMesh.rules("shop/many", "{hosts: [a.shop.svc.cluster.local], http: [" + http + "]}")))
                .explain(Call.get("http://a.shop" + path).from("client", "web", "c1"));
    }

    private static List<TraceStep> routes(Explanation explanation) {
        return explanation.steps().stream()
                .filter(step ->
                        step.stage() == TraceStep.Stage.ROUTE && step.proxy().equals("c1/web/client"))
                .toList();
    }

    @Test
    void theFirstCandidatesAreListedAndTheOthersCounted() {
        Explanation explanation = explain("/900");

        assertThat(routes(explanation)).hasSize(LIMIT + 1);
        assertThat(routes(explanation).get(LIMIT).taken()).isTrue();
        assertThat(routes(explanation).get(LIMIT).path()).isEqualTo("spec.http[900].match[0]");
        assertThat(explanation.omitted())
                .containsExactly(new OmittedSteps("c1/web/client", TraceStep.Stage.ROUTE, 900 - LIMIT));
        assertThat(explanation.toText()).endsWith("  ... 650 more of ROUTE at c1/web/client\n");
    }

    @Test
    void nothingIsLeftOutWhereEverythingFits() {
        assertThat(explain("/200").omitted()).isEmpty();
        assertThat(routes(explain("/200"))).hasSize(201);
    }

    @Test
    void everyStepHasItsProxyAndWhatIsWrittenItsLine() {
        assertThat(explain("/3").steps())
                .allSatisfy(step -> assertThat(step.proxy()).isIn("c1/web/client", "c1/shop/a-1"))
                .filteredOn(step -> step.resource().isPresent())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.location()).matches("manifests-\\d\\.yaml:\\d+:\\d+"));
    }
}
