package io.eastwest.routing.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureSurvey;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshCallers;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.question.SurveyedCall;
import io.eastwest.routing.question.TwoSites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of surveys and of the invariants that are asked with them. */
class InvariantLawsProperties {
    @Provide
    Arbitrary<TwoSites> sites() {
        return Arbitraries.randomValue(InvariantLawsProperties::sites);
    }

    private static TwoSites sites(Random random) {
        TwoSites sites = random.nextBoolean() ? TwoSites.oneNetwork() : TwoSites.twoNetworks();
        for (String service : List.of("orders", "stock")) {
            for (String cluster : List.of("c1", "c2")) {
                for (String zone : List.of("z1", "z2")) {
                    sites.pods(service, cluster, zone, random.nextInt(3));
                }
            }
        }
        return sites.policy(List.of(
                        "{}",
                        "{outlierDetection: {maxEjectionPercent: 100}}",
                        "{outlierDetection: {maxEjectionPercent: 50}}",
                        "{tls: {mode: DISABLE}}",
                        "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 80, 'r2/*': 20}}]}},"
                                + " outlierDetection: {maxEjectionPercent: 100}}")
                .get(random.nextInt(5)));
    }

    private static List<Call> calls(MeshRouter router) {
        List<Call> calls = new ArrayList<>();
        for (CallTarget target : MatrixAxes.of(router).targets()) {
            for (Caller caller : MeshCallers.of(router)) {
                calls.add(target.draft().from(caller));
            }
        }
        return calls;
    }

    @Property(tries = 25, seed = "1", shrinking = ShrinkingMode.OFF)
    void aSurveyDecidesAsTheRouterDoes(@ForAll("sites") TwoSites sites) {
        MeshRouter router = sites.router();
        List<MeshFailure> failures = MeshFailures.of(router, Kind.values());
        FailureSurvey survey = FailureSurvey.of(router, failures);
        for (Call call : calls(router)) {
            SurveyedCall surveyed = survey.call(call);
            List<Integer> touching = new ArrayList<>();
            for (int failure : surveyed.touching()) {
                touching.add(failure);
            }
            for (int i = 0; i < failures.size(); i++) {
                Optional<Call> made = surveyed.callUnder(i);
                Optional<Decision> own = made.isPresent()
                                && (touching.contains(i) || made.get().equals(call))
                        ? Optional.of(router.decide(made.get(), failures.get(i).conditions()))
                        : Optional.empty();
                Optional<Decision> shared = touching.contains(i) ? surveyed.under(i) : surveyed.healthy();
                if (own.isPresent()) {
                    assertThat(shared.orElseThrow().endpoints())
                            .describedAs("%s under %s", call, failures.get(i))
                            .isEqualTo(own.get().endpoints());
                    assertThat(shared.orElseThrow().outcomes())
                            .isEqualTo(own.get().outcomes());
                } else {
                    assertThat(made).isEmpty();
                }
            }
        }
    }

    @Property(tries = 25, seed = "2", shrinking = ShrinkingMode.OFF)
    void anInvariantHoldsWhereEachCallUnderEachFailureIsSo(@ForAll("sites") TwoSites sites) {
        MeshRouter router = sites.router();
        for (Invariant invariant : List.of(
                Invariant.calls().areAnswered(),
                Invariant.calls().fromCluster("c1").stayInCluster("c1"),
                Invariant.calls().areMutualTlsOnAllHops(),
                Invariant.calls().neverReachService("stock.shop"),
                Invariant.calls().crossEastWestGatewaysAtMost(Share.of(1, 4)))) {
            Invariant any = invariant.underSingleFailures(Kind.ZONE, Kind.CLUSTER, Kind.LINK, Kind.AUTHORITY);
            InvariantAnswer answer = any.check(router);

            assertThat(answer.isComplete()).isTrue();
            assertThat(answer.holds()).describedAs(answer.toText()).isEqualTo(asked(router, any));
            answer.counterexample()
                    .ifPresent(each -> assertThat(any.rule()
                                    .breach(
                                            each.call(),
                                            router.decide(each.call(), each.conditions()),
                                            new MeshPlaces(router)))
                            .contains(each.why()));
        }
    }

    /** The question asked call by call. */
    private static boolean asked(MeshRouter router, Invariant invariant) {
        MeshPlaces places = new MeshPlaces(router);
        List<Conditions> all = new ArrayList<>(List.of(Conditions.healthy()));
        invariant.failures(router).forEach(failure -> all.add(failure.conditions()));
        ScopedCalls scoped = new ScopedCalls(router, invariant.scope());
        for (Caller caller : scoped.callers()) {
            for (CallTarget target : scoped.targets(caller)) {
                for (Conditions conditions : all) {
                    Call call = target.draft().from(caller);
                    boolean called = !router.isDown(MeshPlaces.id(router.workload(caller)), conditions);
                    if (called
                            && invariant
                                    .rule()
                                    .breach(call, router.decide(call, conditions), places)
                                    .isPresent()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
