package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeshAssertionsTest {
    private final MeshRouter router = TeaMesh.router();

    @Nested
    class RulesOfTheCallersProxy {
        @Test
        void redirect() {
            assertThat(router.decide(TeaMesh.get("/moved"))).takesRoute("moved").isRedirectedTo("http://tea.shop/milk");
        }

        @Test
        void answerDirectly() {
            assertThat(router.explain(TeaMesh.get("/teapot")))
                    .takesRoute("teapot")
                    .isAnsweredDirectly(418);
        }

        @Test
        void injectFaults() {
            assertThat(router.decide(TeaMesh.get("/broken")))
                    .takesRoute("broken")
                    .isAnsweredDirectly(500);
        }
    }

    @Nested
    class Endpoints {
        @Test
        void shareTheCalls() {
            assertThat(router.decide(TeaMesh.get("/")))
                    .forwards()
                    .takesRoute("all")
                    .toService("tea", "shop")
                    .toSubset("")
                    .inCluster("east")
                    .withShare(1, 2)
                    .inCluster("west")
                    .withShare(1, 2)
                    .withShareOf("west/shop/tea", 1, 2)
                    .passesNoGateway();
        }

        @Test
        void thatAreDownRefuseWhatRetriesDoNotSave() {
            // 1/2 of the first tries fail, and each of two retries comes back when six draws in a row do.
            assertThat(router.decide(TeaMesh.get("/"), Conditions.clusterDown("east")))
                    .onlyInCluster("west")
                    .withShareOf("tea", 8191, 8192)
                    .endsAs(Outcome.Kind.REFUSED, 1, 8192)
                    .neverReachesCluster("east");
        }
    }

    @Test
    void explanationsShowWhereTheRuleIsWritten() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(router.explain(TeaMesh.get("/teapot"))).isRefused())
                .withMessageContaining("Expecting the call to be refused each time")
                .withMessageContaining("+ ROUTE teapot")
                .withMessageContaining("<VirtualService/shop/tea spec.http[1]")
                .withMessageContaining("rules.yaml:");
    }
}
