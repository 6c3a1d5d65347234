package io.eastwest.samples.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How do manifests come from code, and are they right before anybody applies them? */
class ManifestsSampleTest {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    @TempDir
    Path folder;

    private String answer = "";

    @BeforeEach
    void run() {
        answer = ManifestsSample.answer(folder);
    }

    @Test
    void whatWasWrittenFailsOver() {
        MeshRouter router = MeshRouter.of(MeshSnapshot.read(folder).orThrow());
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

        assertThat(router.decide(ORDERS).shareOfCluster("cluster-1")).isEqualTo(Share.ONE);
        assertThat(router.decide(ORDERS, outage).shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
    }

    @Test
    void whatWasWrittenIsWhatTheCodeBuilt() {
        var read = MeshSnapshot.read(folder);

        assertThat(read.issues()).isEmpty();
        assertThat(MeshAnalysis.check(read.orThrow())).isEmpty();
        assertThat(MeshTree.of(read.orThrow())).isEqualTo(ManifestsSample.tree());
    }

    @Test
    void answerTellsFilesAndDecisions() {
        assertThat(answer)
                .startsWith(
                        "== How do manifests come from code, and are they right before anybody applies them? ==\n\n")
                .contains("-virtualservice-my-backend.mybackend-app.yaml\n")
                .contains("\nkind: DestinationRule\n", "maxEjectionPercent: 100")
                .contains("\nToday: GET ", "\nOutage: GET ");
    }
}
