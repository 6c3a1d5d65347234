package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.TraceSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OutcomeShareProperties {
    private static final List<String> CLUSTERS = List.of("full", "half", "dead", "empty", "none");

    private record Down(String part) implements EndpointConditions {
        @Override
        public boolean isUnhealthy(LbEndpoint endpoint) {
            return endpoint.address().contains(part);
        }
    }

    @Property
    void sharesOfAllOutcomesSumToOneAndThoseOfEndpointsToWhatIsForwarded(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100) Integer> weights,
            @ForAll @LongRange(max = 1_000_000) long delay,
            @ForAll @LongRange(max = 1_000_000) long abort) {
        ForwardAction action = ForwardAction.builder()
                .clusters(clusters(weights))
                .weighted(weights.size() > 1)
                .build();
        FaultInjection fault = FaultInjection.builder()
                .delay(Duration.ofSeconds(1))
                .delayMillionths(delay)
                .abortStatus(503)
                .abortMillionths(abort)
                .build();
        ProxyRoute route =
                TestProxy.route("r", "/", action).toBuilder().fault(fault).build();

        ProxyAnswer answer = EnvoyProxy.answer(
                proxy(route),
                ProxyLeg.OUTBOUND,
                TestProxy.dial("10.96.0.1", 8080).build(),
                Optional.of(TestProxy.get("/").build()),
                new Down("down"),
                TraceSink.NONE);

        Share all = Share.sum(answer.outcomes().stream().map(Outcome::share).toList());
        Share forwarded = Share.sum(answer.outcomes().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.FORWARDED)
                .map(Outcome::share)
                .toList());
        Share endpoints =
                Share.sum(answer.endpoints().stream().map(TargetShare::share).toList());
        assertThat(all).isEqualTo(Share.ONE);
        assertThat(endpoints).isEqualTo(forwarded);
    }

    private static TestProxy proxy(ProxyRoute route) {
        return TestProxy.serving(route)
                .endpoints("full", "10.0.0.1:80", "10.0.0.2:80")
                .endpoints("half", "10.0.1.1:80", "down-1:80")
                .endpoints("dead", "down-2:80")
                .endpoints("empty");
    }

    private static List<WeightedCluster> clusters(List<Integer> weights) {
        List<WeightedCluster> clusters = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            clusters.add(WeightedCluster.of(CLUSTERS.get(i), weights.get(i)));
        }
        return clusters;
    }
}
