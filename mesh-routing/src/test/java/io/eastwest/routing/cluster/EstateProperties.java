package io.eastwest.routing.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.fixture.RandomEstate;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of the shares of one service in random estates, and the shares themselves when nothing is broken. */
class EstateProperties {
    private static final int TRIES = 30;

    @Provide
    Arbitrary<RandomEstate> estates() {
        return Arbitraries.randomValue(RandomEstate::of);
    }

    @Provide
    Arbitrary<Random> chances() {
        return Arbitraries.longs().map(Random::new);
    }

    private static ProxyAnswer answer(SmallMesh mesh, int client, List<String> broken) {
        return mesh.router()
                .proxy("c1/shop/web-" + (client + 1))
                .outbound(
                        Connection.builder()
                                .destinationAddress("10.96.0.2")
                                .destinationPort(80)
                                .build(),
                        Optional.of(SmallMesh.request("GET", "api", "/")),
                        endpoint -> broken.contains(endpoint.address()),
                        TraceSink.NONE);
    }

    private static Map<String, Share> shares(ProxyAnswer answer) {
        Map<String, Share> shares = new TreeMap<>();
        for (TargetShare target : answer.endpoints()) {
            shares.put(host(target.endpoint().address()), target.share());
        }
        return shares;
    }

    private static String host(String address) {
        return address.substring(0, address.lastIndexOf(':'));
    }

    @Property(tries = TRIES, seed = "1", shrinking = ShrinkingMode.OFF)
    void sharesAreThoseOfTheSpecificationWhenNothingIsBroken(@ForAll("estates") RandomEstate estate) {
        SmallMesh mesh = SmallMesh.of(estate.manifests());

        for (int client = 0; client < RandomEstate.ZONES.size(); client++) {
            assertThat(shares(answer(mesh, client, List.of()))).isEqualTo(ExpectedShares.of(estate, client));
        }
    }

    @Property(tries = TRIES, seed = "7", shrinking = ShrinkingMode.OFF)
    void sharesAreThoseOfTheSpecificationWhateverIsBroken(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        int client = random.nextInt(3);
        List<String> broken = broken(estate, random);
        List<String> addresses = broken.stream().map(EstateProperties::host).toList();
        ProxyAnswer answer = answer(SmallMesh.of(estate.manifests()), client, broken);

        if (ExpectedShares.dependOnOrder(estate, client, addresses)) {
            assertThat(Share.sum(shares(answer).values())).isEqualTo(Share.ONE);
        } else {
            assertThat(shares(answer)).isEqualTo(ExpectedShares.of(estate, client, addresses));
        }
    }

    @Property(tries = TRIES, seed = "6", shrinking = ShrinkingMode.OFF)
    void decisionsEndAtTheHostsWithTheSharesOfTheSpecification(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        int client = random.nextInt(3);
        Decision decision = SmallMesh.of(estate.manifests())
                .router()
                .decide(Call.get("http://api.shop/").from("web-" + (client + 1), "shop", "c1"));
        Map<String, Share> shares = new TreeMap<>();
        decision.endpoints().forEach(target -> shares.put(host(target.address()), target.share()));

        assertThat(shares).isEqualTo(ExpectedShares.of(estate, client));
        assertThat(decision.isRefused()).isEqualTo(estate.candidates().isEmpty());
    }

    @Property(tries = TRIES, seed = "2", shrinking = ShrinkingMode.OFF)
    void whateverIsBrokenOutcomesSumToOneAndOnlyHostsOfTheSubsetAnswer(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        SmallMesh mesh = SmallMesh.of(estate.manifests());
        ProxyAnswer answer = answer(mesh, random.nextInt(3), broken(estate, random));

        assertThat(Share.sum(answer.outcomes().stream().map(Outcome::share).toList()))
                .isEqualTo(Share.ONE);
        assertThat(estate.candidates().stream().map(RandomEstate.Host::address).toList())
                .containsAll(shares(answer).keySet());
    }

    @Property(tries = TRIES, seed = "3", shrinking = ShrinkingMode.OFF)
    void withOutlierDetectionNothingThatIsBrokenGetsAShare(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        List<String> broken = broken(estate, random);
        ProxyAnswer answer = answer(SmallMesh.of(estate.manifests()), random.nextInt(3), broken);

        if (estate.failsOver()) {
            assertThat(answer.endpoints())
                    .noneMatch(target -> broken.contains(target.endpoint().address()));
        }
    }

    @Property(tries = TRIES, seed = "4", shrinking = ShrinkingMode.OFF)
    void nothingLeavesThePlaceOfTheClientWhileFiveOfSevenHostsAreHealthy(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        List<String> broken = broken(estate, random);
        int client = random.nextInt(3);
        ProxyAnswer answer = answer(SmallMesh.of(estate.manifests()), client, broken);
        List<RandomEstate.Host> near = estate.candidates().stream()
                .filter(host -> host.zone() == client)
                .toList();
        long healthy = near.stream()
                .filter(host -> !broken.contains(host.address() + ":80"))
                .count();

        if (estate.failsOver() && !near.isEmpty()) {
            boolean leaves = answer.endpoints().stream().anyMatch(target -> target.priority() > 0);
            boolean elsewhere = estate.candidates().size() > near.size();
            boolean anyHealthyElsewhere = estate.candidates().stream()
                    .anyMatch(host -> host.zone() != client && !broken.contains(host.address() + ":80"));

            assertThat(leaves).isEqualTo(elsewhere && anyHealthyElsewhere && healthy * 7 < near.size() * 5L);
        }
    }

    @Property(tries = TRIES, seed = "5", shrinking = ShrinkingMode.OFF)
    void theOrderOfManifestsMovesSharesOfNobody(
            @ForAll("estates") RandomEstate estate, @ForAll("chances") Random random) {
        List<String> shuffled = new ArrayList<>(List.of(estate.manifests()));
        Collections.shuffle(shuffled, random);
        int client = random.nextInt(3);

        assertThat(shares(answer(SmallMesh.of(shuffled.toArray(String[]::new)), client, List.of())))
                .isEqualTo(shares(answer(SmallMesh.of(estate.manifests()), client, List.of())));
    }

    private static List<String> broken(RandomEstate estate, Random random) {
        int odds = 1 + random.nextInt(4);
        return estate.hosts().stream()
                .filter(host -> random.nextInt(odds) == 0)
                .map(host -> host.address() + ":80")
                .toList();
    }
}
