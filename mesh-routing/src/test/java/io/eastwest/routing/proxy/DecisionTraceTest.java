package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTraceTest {
    private static final class Steps implements TraceSink {
        private final List<TraceStep> all = new ArrayList<>();

        @Override
        public boolean isRecording() {
            return true;
        }

        @Override
        public void step(TraceStep step) {
            all.add(step);
        }
    }

    private final TestProxy proxy = TestProxy.serving(
                    TestProxy.route("orders", "/orders", TestProxy.to("b")),
                    ProxyRoute.builder()
                            .name("jason")
                            .match(RouteMatch.builder()
                                    .path(new PathMatch.Prefix("/"))
                                    .addHeader(new HeaderMatch("x-user", new ValueMatch.Exact("jason"), false, false))
                                    .build())
                            .action(TestProxy.to("b"))
                            .build(),
                    TestProxy.route("rest", "/", TestProxy.to("a")),
                    TestProxy.route("hidden", "/", TestProxy.to("b")))
            .endpoints("a", "10.0.0.1:80")
            .endpoints("b", "10.0.0.2:80");

    private ProxyAnswer answer(TraceSink sink) {
        return EnvoyProxy.answer(
                proxy,
                ProxyLeg.OUTBOUND,
                TestProxy.dial("10.96.0.1", 8080).build(),
                Optional.of(TestProxy.get("/x").build()),
                EndpointConditions.HEALTHY,
                sink);
    }

    @Test
    void everyStageSaysWhatItTookAndWhyNotTheOthers() {
        Steps steps = new Steps();

        answer(steps);

        assertThat(steps.all)
                .extracting(TraceStep::stage, TraceStep::taken, TraceStep::candidate, TraceStep::reason)
                .containsExactly(
                        tuple(TraceStep.Stage.LISTENER, true, "0.0.0.0_8080", "no listener on 10.96.0.1; port 8080"),
                        tuple(TraceStep.Stage.FILTER_CHAIN, true, "", "plaintext, protocols [http/1.1]"),
                        tuple(TraceStep.Stage.VIRTUAL_HOST, true, "shop:8080", "authority shop is in [shop]"),
                        tuple(
                                TraceStep.Stage.ROUTE,
                                false,
                                "orders",
                                "path: expected prefix \"/orders\" but was \"/x\""),
                        tuple(
                                TraceStep.Stage.ROUTE,
                                false,
                                "jason",
                                "header x-user: expected exact \"jason\" but was absent"),
                        tuple(TraceStep.Stage.ROUTE, true, "rest", "all conditions hold"),
                        tuple(TraceStep.Stage.CLUSTER, true, "a", "share 1"),
                        tuple(TraceStep.Stage.BALANCING, true, "LEAST_REQUEST", "endpoints by health and weight"),
                        tuple(
                                TraceStep.Stage.BALANCING,
                                true,
                                "priority 0",
                                "1 of 1 hosts healthy, health 100 %, load 100 %"),
                        tuple(TraceStep.Stage.ENDPOINT, true, "10.0.0.1:80", "share 1, priority 0"));
    }

    @Test
    void theAnswerIsTheSameWhetherSomebodyListensOrNot() {
        assertThat(answer(new Steps())).isEqualTo(answer(TraceSink.NONE));
    }
}
