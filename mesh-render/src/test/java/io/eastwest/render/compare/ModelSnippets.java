package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.key.KeyAlgorithm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Snippets of {@code docs/models.md}, word for word. See {@link ModelsPageTest}. */
class ModelSnippets {
    private static final String FOLDER = "src/test/resources/mesh/models";

    static String table() {
        MeshSnapshot mesh = MeshSnapshot.read(Path.of(FOLDER)).orThrow();
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("west")
                .cluster("east")
                .cluster("ops")
                .build();
        ModelComparison comparison = ModelComparison.of(mesh, trust.bundles());
        return comparison.toText();
    }

    @Test
    void singlePoints() {
        MeshSnapshot mesh = MeshSnapshot.read(Path.of(FOLDER)).orThrow();
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("west")
                .cluster("east")
                .build();
        ModelAssessment remote = ModelComparison.of(mesh, trust.bundles())
                .assessment(InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS)
                .orElseThrow();

        for (FailureImpact impact : remote.singlePointsOfFailure()) {
            System.out.println(impact.failure() + " takes all calls of " + impact.lost());
        }
        boolean frozen = remote.hasControlPlaneSpof(); // one cluster takes the control plane of another with it

        assertThat(frozen).isTrue();
        assertThat(remote.singlePointsOfFailure()).hasSize(2);
    }
}
