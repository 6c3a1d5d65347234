package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.routing.proxy.Outcome;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionAssertTest {
    @Test
    void chainsWhatIsTrueOfADecision() {
        assertThat(Decisions.split())
                .forwards()
                .toService("tea", "shop")
                .toHost("tea.shop.svc.cluster.local")
                .toSubset("v1")
                .inCluster("east")
                .withShare(3, 4)
                .inCluster("west")
                .and()
                .withShareOf("shop/tea", 1, 1)
                .withShareOf("milk", 0, 1)
                .neverReachesCluster("north")
                .neverReaches("milk")
                .endsAs(Outcome.Kind.FORWARDED, 2, 2)
                .hasNoFindings();
    }

    @Test
    void tellsHowCallsEnd() {
        assertThat(Decisions.refused()).isRefused().refusedWith(503, "UH");
        assertThat(Decisions.of(Decisions.CLOSED)).isRefused().closedWith("UF");
        assertThat(Decisions.redirected("http://milk/")).isRedirectedTo("http://milk/");
        assertThat(Decisions.direct(418)).isAnsweredDirectly(418);
        assertThat(Decisions.half()).endsAs(Outcome.Kind.REFUSED, 1, 2).onlyInCluster("east");
        assertThat(Decisions.routed("canary")).takesRoute("canary");
    }

    @Test
    void doesNotTakeAServiceForAnotherWhoseNameStartsAlike() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Decisions.split()).toService("tea.shop", "svc"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Decisions.split()).toService("te", "shop"));
    }

    @Test
    void tellsThroughWhichGatewaysCallsGo() {
        assertThat(Decisions.half()).passesNoGateway();
        assertThat(Decisions.remote())
                .onlyInCluster("west")
                .passesGatewayOf("west")
                .passesGateway("istio-system/eastwest")
                .passesGateway("203.0.113.9")
                .neverReachesCluster("east");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Decisions.remote()).passesGatewayOf("east"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Decisions.split()).passesGateway(Decisions.GATEWAY));
    }

    @Test
    void knowsWhereCopiesGo() {
        assertThat(Decisions.copied(Decisions.endpoint("east/shop/audit-1", "10.0.0.7:80")))
                .neverReachesCluster("west")
                .neverReaches("milk");
    }

    @Nested
    class NamesOfWorkloads {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tea",
                    "shop/tea",
                    "east/shop/tea",
                    "tea-5d78c9869d-x2x4z",
                    "east/shop/tea-5d78c9869d-x2x4z",
                    "tea-5d78c9869d",
                    "10.0.0.1",
                    "10.0.0.1:8080"
                })
        void meanAPod(String name) {
            Assertions.assertThat(new WorkloadName(name).means("east/shop/tea-5d78c9869d-x2x4z", "10.0.0.1:8080"))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"te", "tea-", "milk/tea", "west/shop/tea", "a/east/shop/tea", "shop", "east", "10.0.0", ""})
        void meanNoOtherPod(String name) {
            Assertions.assertThat(new WorkloadName(name).means("east/shop/tea-5d78c9869d-x2x4z", "10.0.0.1:8080"))
                    .isFalse();
        }

        @Test
        void doNotMeanAWorkloadWhoseNameStartsAlike() {
            Assertions.assertThat(new WorkloadName("tea").means("east/shop/tea-admin-0"))
                    .isFalse();
        }
    }
}
