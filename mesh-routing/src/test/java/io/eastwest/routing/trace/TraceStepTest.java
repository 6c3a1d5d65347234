package io.eastwest.routing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TraceStepTest {
    private static final Optional<ResourceKey> RULE =
            Optional.of(ResourceKey.of("networking.istio.io", "VirtualService", "shop", "tea"));
    private static final Mismatch PATH = new Mismatch("path", "prefix \"/a\"", "\"/b\"");
    private static final Mismatch LATE = new Mismatch("a rule before it takes every connection", "", "");

    private static TraceStepBuilder step(boolean taken) {
        return TraceStep.builder().stage(TraceStep.Stage.ROUTE).taken(taken).candidate("tea");
    }

    @Nested
    class TheReason {
        @Test
        void isWhyWhereNothingFailed() {
            assertThat(step(true).why("first of all").build().reason()).isEqualTo("first of all");
            assertThat(step(true).build().reason()).isEmpty();
        }

        @Test
        void isWhatFailedWhereNothingElseIsSaid() {
            assertThat(step(false).addMismatch(PATH).addMismatch(LATE).build().reason())
                    .isEqualTo("path: expected prefix \"/a\" but was \"/b\"; a rule before it takes every connection");
        }

        @Test
        void isBothWhereBothAreThere() {
            assertThat(step(false)
                            .why("needs")
                            .addMismatch(PATH)
                            .addMismatch(LATE)
                            .build()
                            .reason())
                    .isEqualTo("needs path: expected prefix \"/a\" but was \"/b\" and"
                            + " a rule before it takes every connection");
        }

        @Test
        void saysEachOnce() {
            assertThat(step(false).addMismatch(PATH).addMismatch(PATH).build().reason())
                    .isEqualTo("path: expected prefix \"/a\" but was \"/b\"");
        }
    }

    @Nested
    class ASink {
        private final List<TraceStep> steps = new ArrayList<>();
        private final TraceSink sink = new TraceSink() {
            @Override
            public boolean isRecording() {
                return true;
            }

            @Override
            public void step(TraceStep step) {
                steps.add(step);
            }
        };

        @Test
        void hearsWhatWasTakenAndWhy() {
            sink.taken(TraceStep.Stage.ROUTE, "tea", "first of all", RULE, "spec.http[0]");

            assertThat(steps)
                    .containsExactly(step(true)
                            .why("first of all")
                            .resource(RULE)
                            .path("spec.http[0]")
                            .build());
        }

        @Test
        void hearsWhatWasLeftAndThePredicateThatFailed() {
            sink.left(TraceStep.Stage.ROUTE, "tea", PATH, RULE, "spec.http[0]");

            assertThat(steps)
                    .containsExactly(step(false)
                            .addMismatch(PATH)
                            .resource(RULE)
                            .path("spec.http[0]")
                            .build());
        }

        @Test
        void thatWantsNothingSaysSo() {
            assertThat(TraceSink.NONE.isRecording()).isFalse();
        }
    }

    @Test
    void aStepIsTheStartOfOthers() {
        TraceStep step = step(true).why("first of all").build();

        assertThat(step.toBuilder().location("a.yaml:1:1").build())
                .isEqualTo(step(true).why("first of all").location("a.yaml:1:1").build());
        assertThat(step.proxy()).isEmpty();
        assertThat(step.location()).isEmpty();
        assertThat(step.path()).isEmpty();
    }
}
