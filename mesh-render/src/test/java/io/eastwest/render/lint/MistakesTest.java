package io.eastwest.render.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.render.evidence.InstallEvidence;
import io.eastwest.render.forecast.HelmRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The recorded mistakes and installations: each mistake is found, with what came of it, and nothing else. */
class MistakesTest {
    private static final Path EXPECTED = Path.of("src/test/resources/evidence/mistakes.txt");
    private static final Set<String> RIGHT = new TreeSet<>(List.of("primary", "injection-paths"));

    @Test
    void areFoundWithWhatCameOfThem() throws Exception {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        List<String> lines = lines("mistakes");

        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI")).isNotEqualTo("true");
            Files.writeString(EXPECTED, String.join("\n", lines) + "\n");
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    }

    @Test
    void areFoundInEveryClusterButTheRightOnes() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        InstallEvidence evidence = InstallEvidence.read("mistakes");
        Set<String> wrong = new TreeSet<>();
        evidence.clusters().forEach(cluster -> wrong.add(cluster.name()));
        wrong.removeAll(RIGHT);
        Set<String> found = new TreeSet<>();
        InstallLinter.check(inputs(evidence)).forEach(finding -> found.add(finding.cluster()));

        assertThat(found).isEqualTo(wrong).hasSize(28);
    }

    @Test
    void areNotFoundInRightInstallations() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        assertThat(InstallEvidence.names())
                .filteredOn(name -> !name.equals("mistakes"))
                .allSatisfy(name -> assertThat(lines(name)).isEmpty());
    }

    private static List<String> lines(String name) {
        return InstallLinter.check(inputs(InstallEvidence.read(name))).stream()
                .map(LintFinding::line)
                .toList();
    }

    private static List<LintInput> inputs(InstallEvidence evidence) {
        List<LintInput> inputs = new ArrayList<>();
        for (InstallEvidence.Cluster cluster : evidence.clusters()) {
            List<Manifest> manifests = new ArrayList<>();
            List<Issue> issues = new ArrayList<>();
            for (ReadResult<List<Manifest>> result : cluster.manifests(ManifestReader.pruning())) {
                issues.addAll(result.issues());
                result.value().ifPresent(manifests::addAll);
            }
            List<HelmRelease> releases = new ArrayList<>(cluster.helm());
            releases.addAll(cluster.releases());
            inputs.add(LintInput.builder()
                    .cluster(cluster.name())
                    .platform(cluster.platform())
                    .manifests(manifests)
                    .issues(issues)
                    .releases(releases)
                    .build());
        }
        return inputs;
    }
}
