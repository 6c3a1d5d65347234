package io.eastwest.routing.locality;

import static io.eastwest.routing.locality.LocalityGroups.group;
import static io.eastwest.routing.locality.LocalityGroups.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.GroupMember;
import io.eastwest.routing.endpoints.Locality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of shares and failover: load-balancing.md 5.3 to 5.5. */
class LocalityProperties {
    private static final List<LocalityFailover> RULES =
            List.of(LocalityFailover.of("r0", "r2"), LocalityFailover.of("r1", "r0"));

    @Provide
    Arbitrary<List<EndpointGroup>> towns() {
        Arbitrary<Integer> part = Arbitraries.integers().between(0, 2);
        return Combinators.combine(part, part, part, Arbitraries.integers().between(1, 6))
                .as((region, zone, subzone, endpoints) -> group("r" + region + "/z" + zone + "/s" + subzone, endpoints))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Locality> clients() {
        Arbitrary<Integer> part = Arbitraries.integers().between(0, 3);
        return Combinators.combine(part, part, part)
                .as((region, zone, subzone) -> new Locality("r" + region, "z" + zone, "s" + subzone));
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.of("1", "2"))
                .ofMaxSize(3);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyPlaceGetsItsPercentageAndLessThanOneMoreForEachOfItsGroups(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 4) Integer> groupsOfPlaces,
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll Random random) {
        int places = groupsOfPlaces.size();
        Map<String, Integer> percentages = new TreeMap<>();
        List<EndpointGroup> groups = new ArrayList<>();
        int left = 100;
        for (int place = 0; place < places; place++) {
            int most = left - (places - place - 1);
            int percent = place == places - 1 ? left : 1 + random.nextInt(most);
            left -= percent;
            percentages.put("r" + place + "/*", percent);
            for (int zone = 0; zone < groupsOfPlaces.get(place); zone++) {
                groups.add(group("r" + place + "/z" + zone, 1 + random.nextInt(size)));
            }
        }

        List<EndpointGroup> shared = LocalityShares.apply(
                groups,
                Locality.parse("r0"),
                List.of(LocalityDistribution.builder().from("*").to(percentages).build()));

        percentages.forEach((place, percent) -> {
            List<EndpointGroup> there = shared.stream()
                    .filter(each -> each.locality().region().equals(place.substring(0, 2)))
                    .toList();
            long sum = there.stream()
                    .mapToLong(each -> each.weight().orElseThrow())
                    .sum();
            assertThat(sum).isBetween((long) percent, percent + (long) there.size() - 1);
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void prioritiesOfRegionsHaveNoGapAndNearerGroupsAreNeverBehind(
            @ForAll("towns") List<EndpointGroup> groups, @ForAll("clients") Locality client) {
        List<EndpointGroup> ordered = RegionFailover.apply(groups, client, RULES);

        assertNoGap(ordered);
        for (EndpointGroup one : ordered) {
            for (EndpointGroup other : ordered) {
                if (partsInCommon(client, one.locality()) > partsInCommon(client, other.locality())) {
                    assertThat(one.priority()).isLessThan(other.priority());
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfGroupsMovesNoPriority(
            @ForAll("towns") List<EndpointGroup> groups, @ForAll("clients") Locality client, @ForAll Random random) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, groups.size()).boxed().toList());
        Collections.shuffle(places, random);
        List<EndpointGroup> ordered = RegionFailover.apply(groups, client, RULES);
        List<EndpointGroup> shuffled =
                RegionFailover.apply(places.stream().map(groups::get).toList(), client, RULES);

        for (int i = 0; i < places.size(); i++) {
            assertThat(shuffled.get(i)).isEqualTo(ordered.get(places.get(i)));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void labelsLoseNoEndpointAndOrderByTheLabelsInCommonFromTheFirstOn(
            @ForAll("labels") Map<String, String> client,
            @ForAll @Size(min = 1, max = 6) List<@From("labels") Map<String, String>> endpoints) {
        List<GroupMember> members = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            members.add(member("e" + i, endpoints.get(i)));
        }
        List<EndpointGroup> split = LabelFailover.apply(
                List.of(group("r0", members.toArray(GroupMember[]::new)).build()), client, List.of("a", "b", "c"));

        assertThat(split.stream().flatMap(each -> each.members().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(members);
        if (!client.isEmpty()) {
            assertNoGap(split);
            for (EndpointGroup one : split) {
                assertThat(one.weight()).hasValue(one.members().size());
                for (EndpointGroup other : split) {
                    int mine = labelsInCommon(client, one.members().get(0));
                    int theirs = labelsInCommon(client, other.members().get(0));
                    assertThat(Integer.signum(one.priority() - other.priority()))
                            .isEqualTo(Integer.signum(theirs - mine));
                }
            }
        }
    }

    private static void assertNoGap(List<EndpointGroup> groups) {
        List<Integer> priorities =
                groups.stream().map(EndpointGroup::priority).distinct().sorted().toList();
        assertThat(priorities)
                .isEqualTo(IntStream.range(0, priorities.size()).boxed().toList());
    }

    private static int partsInCommon(Locality one, Locality other) {
        if (!one.region().equals(other.region())) {
            return 0;
        }
        if (!one.zone().equals(other.zone())) {
            return 1;
        }
        return one.subzone().equals(other.subzone()) ? 3 : 2;
    }

    private static int labelsInCommon(Map<String, String> client, GroupMember member) {
        int common = 0;
        for (String label : List.of("a", "b", "c")) {
            if (!client.getOrDefault(label, "").equals(member.labels().getOrDefault(label, ""))) {
                return common;
            }
            common++;
        }
        return common;
    }
}
