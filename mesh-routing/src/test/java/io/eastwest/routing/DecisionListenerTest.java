package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionListenerTest {
    private static final MeshRouter ROUTER = MeshRouter.of(SmallMesh.snapshot(
            SmallMesh.service("shop/a", 1, "http 80"), SmallMesh.pod("web/client", "10.1.0.1", "app: client")));
    private static final Call CALL = Call.get("http://a.shop/").from("client", "web", "c1");

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final MeshRouter heard = ROUTER.heardBy((decision, explanation) -> {
        decisions.add(decision);
        explanations.add(explanation.get());
    });

    @Test
    void hearsEveryCallWithItsSteps() {
        Decision decided = heard.decide(CALL);
        Decision outage = heard.decide(CALL, Conditions.clusterDown("c1"));
        Explanation explained = heard.explain(CALL);

        assertThat(decisions).containsExactly(decided, outage, explained.decision());
        assertThat(explanations)
                .containsExactly(explained, ROUTER.explain(CALL, Conditions.clusterDown("c1")), explained);
    }

    @Test
    void hearsCallsOfRoutersThatAreMadeOfTheRouter() {
        heard.strict().decide(CALL);
        heard.with(Conditions.clusterDown("c1")).explain(CALL);

        assertThat(decisions)
                .extracting(Decision::conditions)
                .containsExactly(Conditions.healthy(), Conditions.clusterDown("c1"));
    }

    @Test
    void hearsNothingOfOtherRouters() {
        ROUTER.decide(CALL);
        heard.heardBy(DecisionListener.NONE).decide(CALL);

        assertThat(decisions).isEmpty();
    }
}
