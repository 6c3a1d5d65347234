package io.eastwest.samples.seed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.render.proof.Proven;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.SampleQuestions;
import io.eastwest.samples.mesh.SampleMesh;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the snippets of the slides when they are rendered, and what do calls do then? */
class SeedSampleTest {
    private static final Path EXPECTED = Path.of("src/test/resources/seed/answer.txt");

    private static final Map<SeedQuestion, Proven> FILES = SeedQuestion.files();

    private static MeshSnapshot rendered(SeedQuestion question) {
        return requireNonNull(FILES.get(question)).tree().snapshot();
    }

    @Test
    void answerIsTheExpectedText() throws Exception {
        String answer = SeedSample.answer();
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            Files.writeString(EXPECTED, answer);
        }

        assertThat(answer).isEqualTo(Files.readString(EXPECTED));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRenderedDecidesLikeWhatWasWrittenByHand(SeedQuestion question) {
        MeshRouter byHand = MeshRouter.of(
                MeshSnapshot.read(SampleMesh.folder(question.sample())).orThrow());
        MeshRouter rendered = MeshRouter.of(rendered(question));

        for (Call call : question.calls()) {
            for (Conditions conditions : List.of(Conditions.healthy(), SeedQuestion.outage())) {
                Decision wanted = byHand.decide(call, conditions);
                Decision decision = rendered.decide(call, conditions);
                assertThat(SampleQuestions.shares(decision)).isEqualTo(SampleQuestions.shares(wanted));
                assertThat(decision.isRefused()).isEqualTo(wanted.isRefused());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void analyzerHasNothingToSay(SeedQuestion question) {
        assertThat(MeshAnalysis.check(rendered(question))).isEmpty();
    }

    @Test
    void slidesAreAllThere() {
        assertThat(SeedSlides.all(FILES))
                .extracting(Slide::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }
}
