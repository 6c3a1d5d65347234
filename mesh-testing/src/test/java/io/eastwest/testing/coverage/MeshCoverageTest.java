package io.eastwest.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeshCoverageTest {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/meshes/bakery")).orThrow());

    private final MeshCoverage coverage = MeshCoverage.of(ROUTER);

    private static Call get(String url) {
        return Call.get(url).from("web", "shop", "east");
    }

    private List<String> reached() {
        return names(coverage.report().reached());
    }

    private static List<String> names(List<CoverageItem> items) {
        return items.stream()
                .map(item -> item.resource().kind() + " " + item.resource().name() + " " + item.path())
                .toList();
    }

    @Nested
    class OneCall {
        @Test
        void reachesItsMatchItsSubsetAndThePoliciesThatAdmitIt() {
            coverage.add(ROUTER.explain(get("http://bread/rolls/x")));

            assertThat(reached())
                    .containsExactly(
                            "VirtualService bread spec.http[0]",
                            "VirtualService bread spec.http[0].match[0]",
                            "DestinationRule bread spec.trafficPolicy.portLevelSettings[0]",
                            "DestinationRule bread spec.subsets[1]",
                            "DestinationRule bread spec.subsets[1].trafficPolicy",
                            "PeerAuthentication default spec.mtls",
                            "AuthorizationPolicy bread spec.rules[0]");
        }

        @Test
        void reachesEveryDestinationThatGetsAShare() {
            coverage.add(ROUTER.decide(get("http://bread/")));

            assertThat(reached())
                    .contains(
                            "VirtualService bread spec.http[2]",
                            "VirtualService bread spec.http[2].route[0]",
                            "VirtualService bread spec.http[2].route[1]")
                    .doesNotContain("VirtualService bread spec.http[2].route[2]");
        }

        @Test
        void ofTcpReachesTheRuleAndTheModeOfThePort() {
            coverage.add(ROUTER.decide(Call.tcp("ledger", 5432).from("web", "shop", "east")));

            assertThat(reached())
                    .containsExactly(
                            "VirtualService ledger spec.tcp[0]",
                            "PeerAuthentication ledger spec.portLevelMtls[\"5432\"]");
        }

        @Test
        void reachesTheMatchOfAnHttpRouteAndThePolicyThatAllowsNothing() {
            coverage.add(ROUTER.decide(get("http://oven/bake/x")));

            assertThat(reached())
                    .containsExactly(
                            "HTTPRoute oven spec.rules[0]",
                            "HTTPRoute oven spec.rules[0].matches[0]",
                            "HTTPRoute oven spec.rules[0].backendRefs[0]",
                            "PeerAuthentication default spec.mtls",
                            "AuthorizationPolicy oven-nothing spec");
        }

        @Test
        void ofAnotherControlPlaneReachesNoneOfItsRules() {
            coverage.add(ROUTER.decide(
                    Call.get("http://bread/").from("web", "shop", "west"), Conditions.clusterDown("east")));

            assertThat(reached()).isEmpty();
        }

        @Test
        void countsOnceHoweverOftenItIsAsked() {
            coverage.add(ROUTER.decide(get("http://bread/")));
            coverage.add(ROUTER.explain(get("http://bread/")));
            coverage.add(ROUTER.decide(get("http://bread/other")));

            assertThat(coverage.report().calls()).isEqualTo(2);
            assertThat(coverage.report().reached())
                    .filteredOn(item -> item.path().equals("spec.http[2]"))
                    .singleElement()
                    .satisfies(item -> assertThat(item.calls()).isEqualTo(2));
        }
    }

    @Nested
    class TheRouter {
        @Test
        void countsWhatItIsAskedInAnyWay() {
            MeshRouter router = coverage.router();
            router.decide(get("http://bread/a"));
            router.explain(get("http://bread/b"));
            router.decide(get("http://bread/c"), Conditions.clusterDown("west"));
            router.with(Conditions.clusterDown("west")).decide(get("http://bread/d"));
            router.strict().decide(get("http://oven/e"));

            assertThat(coverage.report().calls()).isEqualTo(5);
        }

        @Test
        void answersAsTheOneThatCountsNothing() {
            Call call = get("http://bread/a");

            assertThat(coverage.router().decide(call)).isEqualTo(ROUTER.decide(call));
            assertThat(coverage.router().explain(call)).isEqualTo(ROUTER.explain(call));
        }
    }

    @Nested
    class WhatIsNotReached {
        @Test
        void isToldApartFromWhatCannotBe() {
            assertThat(coverage.report().unreachable())
                    .extracting(item -> item.path() + ": " + item.because())
                    .containsExactly(
                            "spec.http[1]: shadowed by VirtualService/shop/bread spec.http[0].match[0]",
                            "spec.http[2].route[2]: its weight is 0",
                            "spec.trafficPolicy.portLevelSettings[1]: no service that the rule is for has port 81",
                            "spec.subsets[2]: no destination with a share names subset v3",
                            "spec.rules[0].backendRefs[1]: its weight is 0");
        }

        @Test
        void comesWithACallThatReachesIt() {
            List<CoverageItem> missed = coverage.report().missed().stream()
                    .filter(item -> item.kind() == RuleKind.ROUTE || item.kind() == RuleKind.MATCH)
                    .toList();

            assertThat(missed).hasSize(9).allSatisfy(item -> {
                MeshCoverage other = MeshCoverage.of(ROUTER);
                other.add(ROUTER.decide(item.witness().orElseThrow()));
                assertThat(names(other.report().reached()))
                        .contains(names(List.of(item)).get(0));
            });
        }

        @Test
        void isToldWithFileAndLine() {
            assertThat(coverage.report().missed().get(2))
                    .hasToString("clusters/east/rules.yaml:14:7"
                            + " VirtualService/shop/bread spec.http[0].match[1], such as"
                            + " {url: 'http://bread.shop.svc.cluster.local:80/buns', headers: {x-morning: 'yes'},"
                            + " from: east/shop/bread-v1-0}");
        }
    }

    @Nested
    class AThreshold {
        @Test
        void failsWithWhatIsMissed() {
            coverage.add(ROUTER.decide(get("http://bread/rolls/x")));

            assertThatThrownBy(() -> coverage.report().requireAtLeast(30))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("""
                            Expecting calls to reach at least 30% of the rules of the mesh but
                            bakery: 1 call reaches 7 of 24 (5 unreachable) of the rules, 29.1%
                              routes                1 of 5 (1 unreachable)
                            """)
                    .hasMessageContaining(
                            "clusters/east/security.yaml:44:5 AuthorizationPolicy/shop/bread spec.rules[1]");
        }

        @Test
        void holdsWhenEnoughIsReached() {
            coverage.add(ROUTER.decide(get("http://bread/rolls/x")));
            CoverageReport report = coverage.report();

            assertThat(report.requireAtLeast(29)).isSameAs(report);
            assertThat(report.share()).isEqualTo(Share.of(7, 24));
            assertThat(report.share(RuleKind.ROUTE)).isEqualTo(Share.of(1, 5));
        }

        @Test
        void isAPercentage() {
            assertThatThrownBy(() -> coverage.report().requireAtLeast(101))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a percentage is 0 to 100 but was 101");
        }
    }
}
