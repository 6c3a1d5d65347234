package io.eastwest.samples.seed;

import io.eastwest.render.proof.Proven;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.text.Answer;
import java.util.Map;

/**
 * What becomes of the snippets of the slides when they are rendered, and what do calls do then? Prints each snippet in its right form,
 * and answers the five questions with the files that are rendered.
 */
public final class SeedSample {
    private SeedSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return all snippets in their right form, then the five answers} */
    public static String answer() {
        StringBuilder text =
                new StringBuilder("== What becomes of the snippets of the slides when they are rendered? ==\n\n");
        Map<SeedQuestion, Proven> files = SeedQuestion.files();
        SeedSlides.all(files).forEach(slide -> text.append(slide.toText()));
        files.forEach((question, proven) -> text.append(answer(question, proven)));
        return text.toString();
    }

    private static String answer(SeedQuestion question, Proven files) {
        MeshRouter router = MeshRouter.of(files.tree().snapshot());
        Answer answer = Answer.to(question.question());
        if (!files.calls().isEmpty()) {
            answer.text("Proven, healthy and with each single failure:", promises(files));
        }
        for (Call call : question.calls()) {
            answer.text("Today:", router.decide(call).toText());
            answer.text("Outage:", router.decide(call, SeedQuestion.outage()).toText());
        }
        return answer.toText();
    }

    private static String promises(Proven files) {
        return files.calls().stream()
                .map(call -> "  " + call.promise().text())
                .distinct()
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
