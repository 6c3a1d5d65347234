package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshOfCaseTest {
    private static final Map<ParityCase, MeshOfCase> MESHES = new LinkedHashMap<>();

    static {
        ParityCases.recorded().forEach(parityCase -> MESHES.put(parityCase, MeshOfCase.read(parityCase)));
    }

    @Test
    void noManifestIsRefusedButThoseThatWereRefused() {
        List<String> errors = new ArrayList<>();
        MESHES.forEach((parityCase, mesh) -> mesh.findings().stream()
                .filter(finding -> finding.startsWith("ERROR"))
                .filter(finding -> !WarningComparison.refused(parityCase.warnings(), finding))
                .forEach(finding -> errors.add(parityCase.id() + ": " + finding)));

        assertThat(errors).isEmpty();
    }

    @Test
    void fieldsThatAnApiServerDropsAreReported() {
        Differences differences = new Differences();
        MESHES.forEach((parityCase, mesh) -> parityCase.warnings().stream()
                .filter(warning -> warning.contains(": unknown field "))
                .flatMap(warning -> WarningComparison.compare(List.of(warning), mesh.findings()).stream())
                .forEach(difference -> differences.add(parityCase.id(), difference.expected(), difference.actual())));

        assertThat(differences.found()).isEmpty();
    }

    @Test
    void everyPodThatIsAskedHasAnAddress() {
        assertThat(MESHES)
                .allSatisfy((parityCase, mesh) -> assertThat(parityCase.calls())
                        .allSatisfy(call -> assertThat(mesh.addressOf(call)).isNotBlank()));
    }
}
