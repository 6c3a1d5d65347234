package io.eastwest.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.coverage.MeshCoverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The classes inside are run by a second engine: some of them fail on purpose. */
class CoverageOfClassTest {
    private static final String BAKERY = "src/test/resources/meshes/bakery";
    private static final String REPORTS = "target/coverage-of-class";

    @MeshTest(value = BAKERY, coverage = 29, coverageReports = REPORTS)
    static class ReachingEnough {
        @Nested
        class Inside {
            @Test
            void counts(MeshRouter router) {
                router.decide(Call.get("http://bread/rolls").from("web", "shop", "east"));
            }
        }

        @Test
        @MeshTest(BAKERY)
        void doesNotCountWithAMeshOfItsOwn(MeshRouter router, MeshCoverage coverage) {
            int before = coverage.report().calls();
            router.decide(Call.get("http://oven/").from("web", "shop", "east"));
            assertThat(coverage.report().calls()).isEqualTo(before);
        }
    }

    @MeshTest(value = BAKERY, coverage = 50)
    static class ReachingTooLittle {
        @Test
        void reachesLittle(MeshRouter router) {
            router.decide(Call.get("http://bread/rolls").from("web", "shop", "east"));
        }
    }

    @MeshTest(BAKERY)
    static class MeasuringNothing {
        @Test
        void cannotRun(MeshCoverage coverage) {}
    }

    @MeshTest(value = BAKERY, coverage = 101)
    static class AskingForTooMuch {
        @Test
        void cannotRun() {}
    }

    @Test
    void aClassThatReachesEnoughPassesAndWritesReports() {
        assertThat(messages(ReachingEnough.class)).isEmpty();

        String name = ReachingEnough.class.getName();
        assertThat(Path.of(REPORTS, name + ".txt")).content().startsWith("bakery: 1 call reaches 7 of 24");
        assertThat(Path.of(REPORTS, name + ".info")).content().contains("SF:" + BAKERY + "/clusters/east/rules.yaml\n");
        assertThat(Path.of(REPORTS, name + ".json")).isNotEmptyFile();
        assertThat(Path.of(REPORTS, name + ".html")).isNotEmptyFile();
    }

    @Test
    void aClassThatReachesTooLittleFails() {
        assertThat(messages(ReachingTooLittle.class))
                .singleElement()
                .asString()
                .startsWith(
                        "Expecting calls to reach at least 50% of the rules of the mesh but\nbakery: 1 call reaches 7 of 24")
                .contains("clusters/east/rules.yaml:53:5 VirtualService/shop/ledger spec.tcp[0], such as {tcp: ");
    }

    @Test
    void mistakesAreTold() {
        assertThat(messages(MeasuringNothing.class))
                .singleElement()
                .asString()
                .endsWith("coverage is not measured; add @MeshTest(coverage = ...) to the class");
        assertThat(messages(AskingForTooMuch.class))
                .containsExactly("@MeshTest(coverage) is a percentage, 0 to 100, but was 101");
    }

    private static List<String> messages(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents()
                .failed()
                .list()
                .stream()
                .map(Event::getPayload)
                .map(payload -> (TestExecutionResult) payload.orElseThrow())
                .map(result -> result.getThrowable().orElseThrow())
                .map(Throwable::getMessage)
                .toList();
    }
}
