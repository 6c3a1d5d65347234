package io.eastwest.routing.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.fixture.RandomNetworks;
import io.eastwest.routing.fixture.RandomNetworks.Pod;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Shares of pods and gateways in random networks, worked out from load-balancing.md 4, 5.4 and 6.1 without the engine. */
class SplitHorizonProperties {
    @Provide
    Arbitrary<RandomNetworks> networks() {
        return Arbitraries.randomValue(RandomNetworks::of);
    }

    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void sharesOfPodsAndGatewaysAreThoseOfTheSpecification(@ForAll("networks") RandomNetworks networks) {
        ProxyAnswer answer = MeshRouter.of(networks.snapshot())
                .proxy("c1/shop/web-1")
                .outbound(
                        Connection.builder()
                                .destinationAddress("10.96.0.2")
                                .destinationPort(80)
                                .build(),
                        Optional.of(SmallMesh.request("GET", "api", "/")),
                        endpoint -> false,
                        TraceSink.NONE);
        Map<String, Share> shares = new TreeMap<>();
        answer.endpoints().forEach(each -> shares.put(host(each.endpoint().address()), each.share()));

        assertThat(shares).isEqualTo(expected(networks));
    }

    private static String host(String address) {
        return address.substring(0, address.lastIndexOf(':'));
    }

    private static Map<String, Share> expected(RandomNetworks networks) {
        Map<String, Map<String, Share>> groups = new TreeMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String zone : RandomNetworks.ZONES.stream().sorted().toList()) {
            Map<String, Share> weights = weights(networks, RandomNetworks.ZONES.indexOf(zone));
            weights.keySet().removeIf(address -> !seen.add(address));
            groups.put(zone, weights);
        }
        List<List<String>> levels = networks.failsOver()
                ? List.of(List.of("r1/z1"), List.of("r1/z2"), List.of("a1/z1"))
                : List.of(RandomNetworks.ZONES);
        for (List<String> level : levels) {
            Map<String, Share> weights = new TreeMap<>();
            level.forEach(zone -> weights.putAll(groups.getOrDefault(zone, Map.of())));
            if (!weights.isEmpty()) {
                Share total = Share.sum(weights.values());
                weights.replaceAll((address, weight) -> weight.dividedBy(total));
                return weights;
            }
        }
        return Map.of();
    }

    /** A pod of the other network gives its weight to the gateways of its cluster, or of the network, in equal parts. */
    private static Map<String, Share> weights(RandomNetworks networks, int zone) {
        Map<String, Share> weights = new TreeMap<>();
        List<String> ofNetwork = new ArrayList<>(networks.gatewaysOf(2));
        ofNetwork.addAll(networks.gatewaysOf(3));
        for (Pod pod : networks.pods()) {
            if (pod.zone() != zone) {
                continue;
            }
            List<String> own = networks.gatewaysOf(pod.cluster());
            List<String> gateways = pod.cluster() == 1 ? List.of() : own.isEmpty() ? ofNetwork : own;
            if (gateways.isEmpty()) {
                weights.put(pod.address(), Share.ONE);
            } else if (pod.sidecar()) {
                gateways.forEach(gateway -> weights.merge(gateway, Share.of(1, gateways.size()), Share::plus));
            }
        }
        return weights;
    }
}
