package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SendingAssertTest {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/meshes/kiosk")).orThrow());
    private static final Decision MATCHA =
            ROUTER.decide(Call.get("http://tea/matcha").from("web", "shop", "east"));

    private static void fails(Decision decision, Consumer<DecisionAssert> assertion, String text) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(decision)))
                .withMessageStartingWith(text);
    }

    @Test
    void whatHoldsPasses() {
        assertThat(MATCHA).timesOutAfter(Duration.ofSeconds(2)).isTriedAgain(2).isSentWithPath("/matcha");
    }

    @Test
    void whatDoesNotIsTold() {
        fails(MATCHA, each -> each.timesOutAfter(Duration.ZERO), """
                Expecting the call to be answered without a timeout
                but it is given up after PT2S
                """);
        fails(MATCHA, each -> each.isTriedAgain(3), """
                Expecting the call to be tried again 3 times
                but it is tried again 2 times
                """);
        fails(MATCHA, each -> each.isSentWithPath("/"), """
                Expecting the call to be sent with path "/"
                but it is sent with "/matcha"
                """);
        fails(MATCHA, each -> each.isCopiedTo("tea", "shop"), """
                Expecting the call to be copied to service tea.shop
                but there is no copy
                """);
    }
}
