package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordedAnswersTest {
    @Test
    void anAnswerThatSaysWhatWasRecordedPasses() {
        ParityReport report = ParityReport.of(ParityCases.recorded(), RecordedAnswersTest::repeat, PendingList.NONE);

        assertThat(report.failures()).extracting(Verdict::text).isEmpty();
        assertThat(report.summary()).last().isEqualTo("cases: 343 passed, 0 failed, 0 pending");
    }

    @Test
    void anAnswerThatSaysSomethingElseFails() {
        List<String> unnoticed = new ArrayList<>();
        for (ParityCase parityCase : ParityCases.recorded()) {
            for (ParityCall call : parityCase.calls()) {
                JsonNode recorded = recording(parityCase, call);
                ProxyAnswer right = AnswerReading.of(recorded, call.requests());
                Mutations.all()
                        .forEach((name, mutation) -> mutation.apply(right)
                                .filter(wrong -> AnswerComparison.compare(call, recorded, wrong)
                                        .isEmpty())
                                .ifPresent(wrong -> unnoticed.add(parityCase.id() + "#" + call.id() + ": " + name)));
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static JsonNode recording(ParityCase parityCase, ParityCall call) {
        return Objects.requireNonNull(parityCase.recorded().get(call.id()), call.id());
    }

    private static CompiledMesh repeat(ParityCase parityCase) {
        return new CompiledMesh() {
            @Override
            public ProxyAnswer answer(ParityCall call, TraceSink trace) {
                return AnswerReading.of(recording(parityCase, call), call.requests());
            }

            @Override
            public List<String> findings() {
                return parityCase.warnings().stream()
                        .map(warning ->
                                warning.replaceFirst(".*?([A-Z]\\w+) ([\\w-]+/[\\w-]+): .*", "WARNING $1/$2: x"))
                        .toList();
            }
        };
    }
}
