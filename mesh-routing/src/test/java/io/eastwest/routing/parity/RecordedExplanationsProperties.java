package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.ExplanationSchema;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of explanations of calls through the recorded meshes. */
class RecordedExplanationsProperties {
    private static final int TRIES = 120;

    /** A mesh and a call that its caller can make. */
    private record Question(ParityCase mesh, Call call) {
        Explanation explain() {
            return MeshRouter.of(MeshOfCase.read(mesh).snapshot()).explain(call);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        List<Question> all = ParityCases.recorded().stream()
                .flatMap(each -> each.calls().stream()
                        .filter(call -> call.leg() == ProxyLeg.OUTBOUND
                                && call.host().isPresent()
                                && call.tls().isEmpty())
                        .map(call -> new Question(each, call(call))))
                .toList();
        return Arbitraries.of(all);
    }

    private static Call call(ParityCall call) {
        String[] pod = call.proxy().split("/", -1);
        return new Call(new Caller(pod[2], pod[1], pod[0]), call.host().orElseThrow(), call.port(), call.http());
    }

    @Property(tries = TRIES, seed = "21", shrinking = ShrinkingMode.OFF)
    void readingWhatWasWrittenGivesTheSameAndTheSchemaHolds(@ForAll("questions") Question question) {
        Explanation explanation = question.explain();
        String json = explanation.toJson();

        assertThat(Explanation.fromJson(json)).isEqualTo(explanation);
        assertThat(ExplanationSchema.violations(json)).isEmpty();
    }
}
