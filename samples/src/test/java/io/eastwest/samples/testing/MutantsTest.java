package io.eastwest.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.expect.MeshExpectations;
import io.eastwest.testing.mutation.MeshMutations;
import io.eastwest.testing.mutation.MutantFate;
import io.eastwest.testing.mutation.MutationReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static final Path MESH = Path.of("src/main/resources/mesh/canary");

    @Test
    void changesOfTheMeshAreSeen() {
        MeshRouter router = MeshRouter.of(MeshSnapshot.read(MESH).orThrow());
        MeshExpectations expectations =
                MeshExpectations.read(MESH.resolve("expect.yaml")).orThrow();

        MutationReport report = MeshMutations.of(router).atMost(12).run(expectations::failing);

        assertThat(report.requireAtLeast(30).with(MutantFate.KILLED)).isNotEmpty();
    }
}
