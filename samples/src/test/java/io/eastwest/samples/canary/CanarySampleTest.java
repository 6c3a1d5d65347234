package io.eastwest.samples.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import io.eastwest.samples.mesh.SampleMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How does a new version in one cluster get a tenth of the calls of all clusters? */
class CanarySampleTest {
    private static final String NEW = "cluster-2/my-backend/mybackend-app-v2-1";
    private static final MeshRouter ROUTER =
            MeshRouter.of(MeshSnapshot.read(SampleMesh.folder("canary")).orThrow());

    @ParameterizedTest
    @ValueSource(strings = {"cluster-1", "cluster-2"})
    void newVersionGetsATenthOfTheCallsOfEachCluster(String cluster) {
        Decision decision = ROUTER.decide(orders().from("frontend", "my-frontend", cluster));

        assertThat(SampleQuestions.shares(decision)).hasSize(5).containsEntry(NEW, Share.of(1, 10));
        assertThat(decision.isForwarded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-1", "cluster-2"})
    void testersGetTheNewVersionOnly(String cluster) {
        Decision decision = ROUTER.decide(testers(cluster));

        assertThat(SampleQuestions.shares(decision)).containsOnlyKeys(NEW).containsValue(Share.ONE);
    }

    @Test
    void callsOfTheOtherClusterPassTheGateway() {
        Decision decision = ROUTER.decide(testers("cluster-1"));

        assertThat(decision.endpoints())
                .singleElement()
                .satisfies(target -> assertThat(target.hops().stream().map(hop -> hop.proxy() + " at " + hop.address()))
                        .as("proxies on the way")
                        .contains("cluster-2/istio-system/istio-eastwestgateway-1 at 203.0.113.102:15443"));
    }

    @Test
    void tenthFailsWhenTheNewVersionIsGone() {
        Conditions outage = Conditions.podDown(NEW);
        Decision decision = ROUTER.decide(orders().from("frontend", "my-frontend", "cluster-1"), outage);

        assertThat(SampleQuestions.shares(decision).values().stream().reduce(Share.ZERO, Share::plus))
                .isEqualTo(Share.of(9, 10));
        assertThat(ROUTER.decide(testers("cluster-1"), outage).isRefused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-1", "cluster-2"})
    void anIntentSaysTheSameAndTakesTheNextStep(String cluster) {
        MeshRouter tenth = MeshRouter.of(CanarySample.step(10));
        MeshRouter half = MeshRouter.of(CanarySample.step(50));
        Call order = orders().from("frontend", "my-frontend", cluster);

        assertThat(SampleQuestions.shares(tenth.decide(order))).containsEntry(NEW, Share.of(1, 10));
        assertThat(SampleQuestions.shares(half.decide(order))).containsEntry(NEW, Share.of(1, 2));
        assertThat(SampleQuestions.shares(half.decide(testers(cluster)))).containsOnlyKeys(NEW);
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(CanarySample.answer())
                .startsWith("== How does a new version in one cluster get a tenth of the calls of all clusters? ==\n\n"
                        + "Today: GET ")
                .contains("\nOutage: GET ");
    }

    private static Call testers(String cluster) {
        return orders().header("x-version", "v2").from("frontend", "my-frontend", cluster);
    }

    private static CallDraft orders() {
        return Call.get("http://mybackend-app.my-backend:8080/orders");
    }
}
