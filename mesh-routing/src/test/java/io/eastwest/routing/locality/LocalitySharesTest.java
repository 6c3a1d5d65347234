package io.eastwest.routing.locality;

import static io.eastwest.routing.locality.LocalityGroups.R1_Z1_S1;
import static io.eastwest.routing.locality.LocalityGroups.group;
import static io.eastwest.routing.locality.LocalityGroups.unweighted;
import static io.eastwest.routing.locality.LocalityGroups.weights;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.Locality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LocalitySharesTest {
    @Test
    void groupsOfOneLocalityEachGetARoundedShareAndOthersAreEmptied() {
        List<EndpointGroup> groups = List.of(
                unweighted("r1/z1/s1"),
                unweighted("r1/z1/s1"),
                unweighted("r1/z1/s2"),
                unweighted("r1/z1/s3"),
                unweighted("r1/z2"),
                unweighted("r2"),
                unweighted("r3"));

        List<EndpointGroup> shared = LocalityShares.apply(
                groups, R1_Z1_S1, List.of(rule("r1/z1/s1", "r1/z1/s1", 80, "r1/z1/s2", 15, "r1/z1/s3", 5)));

        assertThat(weights(shared).subList(0, 4))
                .containsExactly(OptionalLong.of(40), OptionalLong.of(40), OptionalLong.of(15), OptionalLong.of(5));
        assertThat(shared.subList(4, 7)).allMatch(group -> group.members().isEmpty());
    }

    @Test
    void aPatternSplitsItsShareByTheWeightOfTheGroups() {
        List<EndpointGroup> groups = List.of(group("r1/z1", 2), group("r1/z2", 1), group("r2/z1", 1));

        assertThat(weights(LocalityShares.apply(groups, R1_Z1_S1, List.of(rule("*", "r1/*", 70, "r2/*", 30)))))
                .containsExactly(OptionalLong.of(47), OptionalLong.of(24), OptionalLong.of(30));
    }

    @Test
    void theFirstEntryThatHoldsTheClientCounts() {
        List<EndpointGroup> groups = List.of(group("r1/z1"), group("r2/z1"));
        List<LocalityDistribution> rules = List.of(rule("r1/*", "r1/*", 60, "r2/*", 40), rule("r1/z1/*", "r2/*", 100));

        assertThat(weights(LocalityShares.apply(groups, R1_Z1_S1, rules)))
                .containsExactly(OptionalLong.of(60), OptionalLong.of(40));
    }

    @Test
    void nothingChangesForAClientThatNoEntryHolds() {
        List<EndpointGroup> groups = List.of(group("r1/z1", 2), group("r2/z1"));

        assertThat(LocalityShares.apply(groups, Locality.parse("r9/z1"), List.of(rule("r1/*", "r1/*", 100))))
                .isEqualTo(groups);
    }

    @Test
    void aStarHoldsAClientWithoutLocality() {
        List<EndpointGroup> groups = List.of(group("r1/z1"), group("r2/z1"));

        assertThat(weights(LocalityShares.apply(groups, Locality.parse(""), List.of(rule("*", "r1/*", 1, "r2/*", 99)))))
                .containsExactly(OptionalLong.of(1), OptionalLong.of(99));
    }

    private static LocalityDistribution rule(String from, Object... shares) {
        Map<String, Integer> to = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i += 2) {
            to.put((String) shares[i], (Integer) shares[i + 1]);
        }
        return LocalityDistribution.of(from, to);
    }
}
