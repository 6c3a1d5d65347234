package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.TargetShare;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The proof finds the smallest number of failures that a search over all states finds. */
class FailoverProofProperties {
    private static final List<String> POLICIES = List.of(
            "{}",
            "{outlierDetection: {}}",
            "{outlierDetection: {maxEjectionPercent: 34}}",
            "{outlierDetection: {maxEjectionPercent: 60}}",
            "{outlierDetection: {maxEjectionPercent: 100}}",
            "{outlierDetection: {maxEjectionPercent: 100, minHealthPercent: 60}}",
            "{loadBalancer: {localityLbSetting: {enabled: false}}, outlierDetection: {maxEjectionPercent: 50}}",
            "{loadBalancer: {simple: RANDOM}, outlierDetection: {maxEjectionPercent: 100}}",
            "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/z1/*': 50, 'r1/z2/*': 20, 'r2/*': 30}}]}},"
                    + " outlierDetection: {maxEjectionPercent: 100}}",
            "{loadBalancer: {localityLbSetting: {failoverPriority: [topology.istio.io/cluster]}},"
                    + " outlierDetection: {maxEjectionPercent: 100}}");

    /** A mesh by chance. */
    private record Mesh(MeshRouter router, String text) {
        static Mesh of(Random random) {
            boolean networks = random.nextBoolean();
            TwoSites sites = networks ? TwoSites.twoNetworks() : TwoSites.oneNetwork();
            StringBuilder text = new StringBuilder(networks ? "two networks" : "one network");
            for (String place : List.of("c1 z1", "c1 z2", "c2 z1", "c2 z2")) {
                int count = random.nextInt(4);
                sites.pods("orders", place.substring(0, 2), place.substring(3), count);
                text.append(", ").append(place).append(' ').append(count);
            }
            String policy = POLICIES.get(random.nextInt(POLICIES.size()));
            return new Mesh(sites.policy(policy).router(), text + ", " + policy);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Provide
    Arbitrary<Mesh> meshes() {
        return Arbitraries.randomValue(Mesh::of);
    }

    private static Share outside(Decision decision, List<FailoverHost> hosts) {
        Share sum = Share.ZERO;
        for (TargetShare target : decision.firstLeg().endpoints()) {
            boolean outside = hosts.stream()
                    .anyMatch(host -> host.isOutside() && host.endpoint().equals(target.endpoint()));
            sum = outside ? sum.plus(target.share()) : sum;
        }
        return sum;
    }

    /** {@return the smallest number of failed hosts inside that raises the share outside, by trying all sets} */
    private static OptionalInt searched(MeshRouter router, Call call, FailoverBoundary boundary) {
        Decision healthy = router.decide(call);
        List<FailoverHost> hosts = FailoverHost.of(
                healthy.firstLeg().clusters().get(0).cluster().orElseThrow(),
                router.workload(call.caller()),
                new MeshPods(router),
                boundary);
        List<FailoverHost> inside = hosts.stream().filter(FailoverHost::inside).toList();
        Share before = outside(healthy, hosts);
        OptionalInt fewest = OptionalInt.empty();
        for (int set = 1; set < 1 << inside.size(); set++) {
            if (fewest.isEmpty() || Integer.bitCount(set) < fewest.getAsInt()) {
                Conditions conditions = Conditions.healthy();
                for (int i = 0; i < inside.size(); i++) {
                    conditions =
                            (set >> i & 1) == 1 ? conditions.and(inside.get(i).down()) : conditions;
                }
                if (outside(router.decide(call, conditions), hosts).compareTo(before) > 0) {
                    fewest = OptionalInt.of(Integer.bitCount(set));
                }
            }
        }
        return fewest;
    }

    @Property(tries = 60, seed = "7", shrinking = ShrinkingMode.OFF)
    void theNumberIsThatOfASearchOverAllStates(@ForAll("meshes") Mesh mesh) {
        Call call = TwoSites.orders("c1");
        for (FailoverProof proof : FailoverProof.of(mesh.router(), call)) {
            assertThat(proof.minimal()).isTrue();
            if (proof.verdict() != FailoverVerdict.OUTSIDE_ALREADY) {
                assertThat(proof.failures())
                        .describedAs("%s %s", proof.boundary(), proof.obstacles())
                        .isEqualTo(searched(mesh.router(), call, proof.boundary()));
            }
        }
    }

    @Property(tries = 60, seed = "8", shrinking = ShrinkingMode.OFF)
    void aWitnessShowsWhatTheProofSays(@ForAll("meshes") Mesh mesh) {
        Call call = TwoSites.orders("c1");
        for (FailoverProof proof : FailoverProof.of(mesh.router(), call)) {
            assertThat(proof.witness().isPresent()).isEqualTo(proof.failures().isPresent());
            proof.witness().ifPresent(witness -> {
                assertThat(witness.all()).hasSize(proof.failures().getAsInt());
                CallResult result = Reachability.of(
                                mesh.router(),
                                MatrixAxes.builder()
                                        .addTarget(new CallTarget("orders", Call.get("http://orders.shop:8080/")))
                                        .addCaller(call.caller())
                                        .base(witness)
                                        .build())
                        .rows()
                        .get(0)
                        .result();
                assertThat(proof.witnessed()).contains(result);
            });
            assertThat(proof.obstacles().isEmpty())
                    .describedAs("%s", proof)
                    .isEqualTo(proof.verdict() == FailoverVerdict.FIRES
                            || proof.verdict() == FailoverVerdict.OUTSIDE_ALREADY);
        }
    }
}
