package io.eastwest.render.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.ManifestReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FindingPlacesTest {
    private static final String RULE = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: away, namespace: my-backend}
            spec:
              host: mybackend-app
              subsets: [{name: away, labels: {topology.istio.io/cluster: nowhere}}]
            """;
    private static final String CACERTS = """
            apiVersion: v1
            kind: Secret
            metadata: {name: cacerts, namespace: istio-system}
            data: {}
            """;
    private static final String ISTIO = """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: default}
            spec:
              version: v1.30.3
              namespace: istio-system
              profile: external
            """;

    private static List<InvariantFinding> findings(MeshInvariant invariant, String file, String yaml) {
        MeshSnapshot mesh = MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow().toBuilder()
                .addManifests(
                        "cluster-1",
                        ManifestReader.pruning().read(file, yaml).value().orElseThrow())
                .build();
        return MeshInvariants.check(mesh, Instant.EPOCH).stream()
                .filter(finding -> finding.invariant() == invariant)
                .toList();
    }

    @Nested
    class OfRulesBetweenClusters {
        @Test
        void areThoseOfTheObject() {
            assertThat(findings(MeshInvariant.CLUSTER_LABELS_KNOWN, "rules/away.yaml", RULE))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.locations())
                            .extracting(SourceLocation::toString)
                            .containsExactly("rules/away.yaml:1:1"));
        }

        @Test
        void areThoseOfTheCaForTrust() {
            assertThat(findings(MeshInvariant.COMMON_TRUST, "secret/ca.yaml", CACERTS))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.locations())
                            .extracting(SourceLocation::toString)
                            .containsExactly("secret/ca.yaml:1:1"));
        }

        @Test
        void areNoneWhereNothingIsWritten() {
            assertThat(findings(MeshInvariant.COMMON_TRUST, "rules/away.yaml", RULE))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.locations()).isEmpty());
        }
    }

    @Test
    void ofMistakesAreThoseOfTheValue() {
        List<LintFinding> findings = InstallLinter.check(List.of(LintInput.read("c1", "istio.yaml", ISTIO)));

        assertThat(findings)
                .filteredOn(finding -> finding.code() == LintCode.PROFILE_UNKNOWN)
                .singleElement()
                .satisfies(finding -> assertThat(finding.location().map(SourceLocation::toString))
                        .hasValueSatisfying(place -> assertThat(place).startsWith("istio.yaml:7:")));
    }
}
