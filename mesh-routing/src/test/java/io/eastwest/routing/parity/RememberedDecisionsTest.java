package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AlikeCalls;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over all recorded meshes: what a router remembers never changes a decision. */
class RememberedDecisionsTest {
    private static final int PARTS = 10;

    private int turn;

    @Test
    void aDecisionFromMemoryIsThatOfAskingEveryProxy() {
        int remembered = 0;
        int all = 0;
        for (ParityCase parityCase : ParityCases.recorded()) {
            MeshRouter router = MeshRouter.of(MeshOfCase.read(parityCase).snapshot());
            List<Call> calls = parityCase.calls().stream()
                    .flatMap(RememberedDecisionsTest::call)
                    .flatMap(call -> some(AlikeCalls.of(call), turn++))
                    .filter(call -> isAnswered(router, call))
                    .toList();
            for (Conditions conditions : conditions(calls)) {
                List<Decision> first = decide(router, calls, conditions);
                List<Decision> second = decide(router, calls, conditions);
                for (int i = 0; i < calls.size(); i++) {
                    Decision asked = router.explain(calls.get(i), conditions).decision();
                    assertThat(first.get(i)).as(parityCase.id()).isEqualTo(asked);
                    assertThat(second.get(i)).as(parityCase.id()).isEqualTo(asked);
                    all++;
                    remembered += first.get(i).outcomes() == second.get(i).outcomes() ? 1 : 0;
                }
            }
        }

        assertThat(remembered).isGreaterThan(all / 3);
    }

    private static List<Decision> decide(MeshRouter router, List<Call> calls, Conditions conditions) {
        MeshRouter bound = router.with(conditions);
        return calls.stream().map(bound::decide).toList();
    }

    private static Stream<Call> call(ParityCall call) {
        String[] pod = call.proxy().split("/", -1);
        boolean outside = call.leg() == ProxyLeg.GATEWAY;
        boolean inside = call.leg() == ProxyLeg.OUTBOUND;
        return outside || inside
                ? Stream.of(new Call(
                        new Caller(pod[2], pod[1], pod[0], outside),
                        call.host().or(call::address).orElse("outside"),
                        call.port(),
                        call.http()))
                : Stream.empty();
    }

    /** {@return the call itself and a part of those like it, another part in each turn} */
    private static Stream<Call> some(List<Call> calls, int turn) {
        return IntStream.range(0, calls.size())
                .filter(i -> i == 0 || (i + turn) % PARTS == 0)
                .mapToObj(calls::get);
    }

    /** Some recorded calls go to hosts that DNS does not know, or to workloads that are asked only from their own cluster. */
    private static boolean isAnswered(MeshRouter router, Call call) {
        try {
            return router.explain(call) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static List<Conditions> conditions(List<Call> calls) {
        List<Conditions> all = new ArrayList<>();
        all.add(Conditions.healthy());
        calls.stream()
                .limit(1)
                .forEach(call -> all.add(Conditions.clusterDown(call.caller().cluster())));
        return all;
    }
}
