package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Assignments and settings as Istio can send them; unhealthy endpoints are EDS ones, so the state can be idle. */
final class BalancingArbitraries extends DomainContextBase {
    @Provide
    Arbitrary<Assignment> assignments() {
        Arbitrary<AssignedEndpoint> endpoints = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(HostHealth.HEALTHY)),
                                Tuple.of(3, Arbitraries.just(HostHealth.UNHEALTHY)),
                                Tuple.of(1, Arbitraries.just(HostHealth.DRAINING))))
                .as((number, weight, health) -> new AssignedEndpoint("10.0.0." + number + ":80", weight, health));
        Arbitrary<AssignedGroup> groups = Combinators.combine(
                        Arbitraries.of("r1/z1", "r1/z2", "r2/z1", ""),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 100),
                        endpoints.list().ofMaxSize(8))
                .as((locality, priority, weight, list) ->
                        Assignments.group(locality, priority, OptionalLong.of(weight), list));
        return groups.list().ofMinSize(1).ofMaxSize(6).map(Assignment::new);
    }

    @Provide
    Arbitrary<HostSelection> selections() {
        return Arbitraries.of(
                LeastRequestPick.withoutSlowStart(),
                RoundRobinPick.withoutSlowStart(),
                new RandomPick(),
                new RingHashPick(64),
                new MaglevPick(2),
                new MaglevPick(5),
                new MaglevPick(61));
    }

    @Provide
    Arbitrary<BalancingSettings> settings() {
        return Combinators.combine(selections(), Arbitraries.integers().between(0, 100), Arbitraries.of(true, false))
                .as(BalancingSettings::new);
    }

    /** {@return the assignment without an address} */
    static Assignment without(Assignment assignment, String address) {
        List<AssignedGroup> groups = new ArrayList<>();
        for (AssignedGroup group : assignment.groups()) {
            groups.add(new AssignedGroup(
                    group.placement(),
                    group.weight(),
                    group.endpoints().stream()
                            .filter(endpoint -> !endpoint.address().equals(address))
                            .toList()));
        }
        return new Assignment(groups);
    }

    /** {@return the assignment with the first of each address and of each placement} */
    static Assignment unique(Assignment assignment) {
        Set<String> addresses = new LinkedHashSet<>();
        Set<Placement> placements = new LinkedHashSet<>();
        List<AssignedGroup> groups = new ArrayList<>();
        for (AssignedGroup group : assignment.groups()) {
            if (placements.add(group.placement())) {
                groups.add(new AssignedGroup(
                        group.placement(),
                        group.weight(),
                        group.endpoints().stream()
                                .filter(endpoint -> addresses.add(endpoint.address()))
                                .toList()));
            }
        }
        return new Assignment(groups);
    }

    /** {@return the assignment with its groups, and the endpoints of each, in another order} */
    static Assignment shuffled(Assignment assignment, Random random) {
        List<AssignedGroup> groups = new ArrayList<>();
        for (AssignedGroup group : assignment.groups()) {
            List<AssignedEndpoint> endpoints = new ArrayList<>(group.endpoints());
            Collections.shuffle(endpoints, random);
            groups.add(new AssignedGroup(group.placement(), group.weight(), endpoints));
        }
        Collections.shuffle(groups, random);
        return new Assignment(groups);
    }
}
