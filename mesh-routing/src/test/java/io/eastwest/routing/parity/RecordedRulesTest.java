package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.question.RuleReach;
import io.eastwest.routing.question.RuleStanding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of recorded meshes are reached by calls that are made for them. */
class RecordedRulesTest {
    @Test
    void everyRuleThatARecordedCallTookIsReachedByAMadeCallToo() {
        Set<String> missed = new LinkedHashSet<>();
        int reached = 0;
        for (ParityCase parityCase : ParityCases.recorded()) {
            MeshRouter router = MeshRouter.of(MeshOfCase.read(parityCase).snapshot());
            Map<List<Object>, RuleReach> known = new LinkedHashMap<>();
            for (ParityCall asked : parityCase.calls()) {
                if (asked.leg() != ProxyLeg.OUTBOUND
                        || asked.http().isEmpty()
                        || asked.host().isEmpty()) {
                    continue;
                }
                String[] pod = asked.proxy().split("/", -1);
                Caller caller = new Caller(pod[2], pod[1], pod[0]);
                if (router.resolve(asked.proxy(), asked.host().get()).isEmpty()) {
                    continue;
                }
                Call call = new Call(caller, asked.host().get(), asked.port(), asked.http());
                RuleReach reach = known.computeIfAbsent(
                        List.of(
                                caller,
                                call.host(),
                                call.port(),
                                asked.http().get().authority()),
                        key -> RuleReach.of(router, call));
                var taken = router.decide(call).firstLeg().route();
                for (RuleStanding standing : reach.rules()) {
                    boolean answered = standing.witness()
                            .map(witness -> router.decide(witness)
                                    .firstLeg()
                                    .route()
                                    .filter(standing.rule()::equals)
                                    .isPresent())
                            .orElse(false);
                    assertThat(answered).isEqualTo(standing.witness().isPresent());
                    reached += answered ? 1 : 0;
                    if (!answered && taken.filter(standing.rule()::equals).isPresent()) {
                        missed.add(parityCase.id() + "#" + asked.id());
                    }
                }
            }
        }

        assertThat(reached).isGreaterThan(1_000);
        assertThat(missed).isEmpty();
    }
}
