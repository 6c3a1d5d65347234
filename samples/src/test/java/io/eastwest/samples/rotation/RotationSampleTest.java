package io.eastwest.samples.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.rotation.RotationPlan;
import io.eastwest.pki.rotation.RotationSimulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How is the root of a mesh replaced without an outage, and what if nobody does it? */
class RotationSampleTest {
    @TempDir
    Path folder;

    private String answer = "";

    @BeforeEach
    void run() {
        answer = RotationSample.answer(folder);
    }

    @Test
    void noStateOnTheWayBreaksAPairOfClusters() {
        MeshTrust current = RotationSample.trust();
        RotationPlan plan = current.rotationTo(RotationSample.trust());
        RotationSimulation simulation = plan.simulate(current.issuer());

        assertThat(simulation.states()).hasSizeGreaterThan(plan.stages().size());
        assertThat(simulation.isSafe()).isTrue();
        assertThat(simulation.endsWhole()).isTrue();
        assertThat(plan.isLockstep()).isTrue();
        assertThat(simulation.unsafeWithoutWaiting()).isNotEmpty();
    }

    @Test
    void everyStepHasTheManifestsOfEachCluster() throws IOException {
        List<Path> secrets = withKey();

        assertThat(secrets)
                .hasSize(6)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        assertThat(folder.resolve("plan.txt")).exists();
        assertThat(folder.resolve("plan.mmd")).exists();
    }

    @Test
    void callsEndInTheHandshakeWhenNobodyRotates() {
        assertThat(answer)
                .contains("\nOutage: GET ", "when certificate authority of cluster-1 has expired")
                .contains("TLS_HANDSHAKE_FAILED")
                .doesNotContain("\n  forwarded ");
    }

    @Test
    void answerHoldsNoKey() {
        assertThat(answer)
                .startsWith(
                        "== How is the root of a mesh replaced without an outage, and what if nobody does it? ==\n\n")
                .contains(
                        "0 states with a broken pair",
                        "\nWhat would break it, if clusters did not wait for each other:\n")
                .doesNotContain("PRIVATE KEY");
    }

    private List<Path> withKey() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(RotationSampleTest::holdsAKey)
                    .toList();
        }
    }

    private static boolean holdsAKey(Path file) {
        try {
            return Files.readString(file).contains("ca-key.pem");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
