package io.eastwest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class FiveQuestionsTest {
    @Test
    void allAreAnsweredInOrder() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = FiveQuestions.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

        assertThat(code).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(out.toString(UTF_8).lines().filter(line -> line.startsWith("== ")))
                .containsExactly(
                        "== How does traffic stay in its cluster, and which services are the exception? ==",
                        "== How do callers of each cluster get a subset of their own? ==",
                        "== What happens when the backend of the own region fails? ==",
                        "== How do 80 % stay in the own region while 20 % go to the other? ==",
                        "== How does an HTTPRoute split the calls to a Service in halves? ==");
    }
}
