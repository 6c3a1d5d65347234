package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityReportTest {
    private static final ProxyAnswer WRONG =
            Sample.answer().toBuilder().listener("other").build();

    @Nested
    class TheSummary {
        @Test
        void countsChecksPerAreaAndCases() {
            PendingList pending = new PendingList(List.of(new PendingEntry("tea/late", "not yet")));
            List<ParityCase> cases = List.of(sample("coffee/good"), sample("tea/bad"), sample("tea/late"));

            assertThat(ParityReport.of(cases, engine(id -> id.equals("coffee/good") ? Sample.answer() : WRONG), pending)
                            .summary())
                    .containsExactly(
                            "coffee: 1 passed, 0 failed, 0 pending",
                            "tea: 0 passed, 1 failed, 1 pending",
                            "total: 1 passed, 1 failed, 1 pending",
                            "cases: 1 passed, 1 failed, 1 pending");
        }
    }

    @Nested
    class AFailure {
        @Test
        void showsDifferencesAndTheTraceOfTheCall() {
            assertThat(report(WRONG).failures())
                    .singleElement()
                    .extracting(Verdict::text)
                    .isEqualTo("""
                            tea/bad#split
                                listener: expected "0.0.0.0_80" but was "other"
                                trace:
                                  - LISTENER virtualOutbound: port is 80 (stub)""");
        }

        @Test
        void isBoundedInLength() {
            Verdict verdict = new Verdict(
                    "tea",
                    "tea/bad",
                    "split",
                    Collections.nCopies(500, new Difference("x".repeat(50), "y".repeat(9999), "z".repeat(9999))),
                    Collections.nCopies(500, "step"));

            assertThat(verdict.text())
                    .hasSizeLessThan(20_000)
                    .contains("and 488 more differences")
                    .endsWith("and 460 more steps");
        }

        @Test
        void ofAnEngineThatThrowsShowsTheFirstLine() {
            ParityEngine throwing = engine(id -> {
                throw new IllegalStateException("first line\nsecond line");
            });

            assertThat(ParityReport.of(List.of(sample("tea/bad")), throwing, PendingList.NONE)
                            .failures())
                    .singleElement()
                    .satisfies(
                            verdict -> assertThat(verdict.differences().get(0).actual())
                                    .startsWith("java.lang.IllegalStateException: first line at ParityReportTest.java:")
                                    .doesNotContain("second"));
        }

        @Test
        void ofAMeshThatCannotBeReadFailsEveryCall() {
            ParityEngine unreadable = parityCase -> {
                throw new IllegalArgumentException("no mesh");
            };

            assertThat(ParityReport.of(List.of(sample("tea/bad")), unreadable, PendingList.NONE)
                            .failures())
                    .extracting(Verdict::id)
                    .containsExactly("tea/bad#split");
        }
    }

    @Nested
    class TheFiles {
        @Test
        void holdASortableTableAndTheText(@TempDir Path directory) {
            report(WRONG).write(directory);

            assertThat(contentOf(directory.resolve("parity-report.tsv").toFile()))
                    .isEqualTo("""
                            area\tcase\tcheck\tverdict\tfirst difference\tfields
                            tea\ttea/bad\tsplit\tFAILED\tlistener: expected "0.0.0.0_80" but was "other"\tlistener
                            """);
            assertThat(contentOf(directory.resolve("parity-report.txt").toFile()))
                    .startsWith("tea: 0 passed, 1 failed, 0 pending\n")
                    .contains("first differences:\n1 listener\n\nall differences:\n1 listener\n")
                    .contains("FAILED tea/bad#split\n");
        }
    }

    @Nested
    class ThePendingList {
        @Test
        void excusesWarningsOfAnAreaApart() {
            Verdict warnings = new Verdict("tea", "tea/bad", Verdict.WARNINGS, List.of(), List.of());

            assertThat(new PendingEntry("tea#warnings", "not yet").covers(warnings))
                    .isTrue();
            assertThat(new PendingEntry("tea/bad#warnings", "not yet").covers(warnings))
                    .isTrue();
            assertThat(new PendingEntry("tea", "not yet").covers(warnings)).isFalse();
            assertThat(new PendingEntry("tea/bad", "not yet").covers(warnings)).isFalse();
        }

        @Test
        void excusesAnAreaACaseOrACall() {
            assertThat(List.of("tea", "tea/bad", "tea/bad#split")).allSatisfy(id -> {
                PendingList pending = new PendingList(List.of(new PendingEntry(id, "not yet")));
                ParityReport report = ParityReport.of(List.of(sample("tea/bad")), engine(name -> WRONG), pending);

                assertThat(report.failures()).isEmpty();
                assertThat(pending.mistakes(report.verdicts())).isEmpty();
            });
        }

        @Test
        void mustLoseAnEntryThatPasses() {
            assertThat(new PendingList(List.of(new PendingEntry("tea/bad#split", "not yet")))
                            .mistakes(report(Sample.answer()).verdicts()))
                    .containsExactly("tea/bad#split is pending but passes; remove it");
        }

        @Test
        void mustNotNameNothing() {
            assertThat(new PendingList(List.of(new PendingEntry("tea/gone", "not yet")))
                            .mistakes(report(WRONG).verdicts()))
                    .containsExactly("tea/gone is pending but names nothing; remove it");
        }

        @Test
        void needsReasons() {
            assertThat(new PendingList(List.of(new PendingEntry("tea", " ")))
                            .mistakes(report(WRONG).verdicts()))
                    .containsExactly("tea is pending without a reason; say why");
        }
    }

    private static ParityReport report(ProxyAnswer answer) {
        return ParityReport.of(List.of(sample("tea/bad")), engine(id -> answer), PendingList.NONE);
    }

    private static ParityCase sample(String id) {
        Map<String, JsonNode> recorded = new LinkedHashMap<>();
        recorded.put("split", Sample.RECORDED);
        String area = id.substring(0, id.indexOf('/'));
        return new ParityCase(area, id, Path.of(id), List.of(Sample.CALL), recorded, List.of());
    }

    private static ParityEngine engine(Function<String, ProxyAnswer> answers) {
        return parityCase -> new CompiledMesh() {
            @Override
            public ProxyAnswer answer(ParityCall call, TraceSink trace) {
                if (trace.isRecording()) {
                    trace.step(TraceStep.builder()
                            .stage(TraceStep.Stage.LISTENER)
                            .taken(false)
                            .candidate("virtualOutbound")
                            .why("port is 80 (stub)")
                            .build());
                }
                return answers.apply(parityCase.id());
            }

            @Override
            public List<String> findings() {
                return List.of();
            }
        };
    }
}
