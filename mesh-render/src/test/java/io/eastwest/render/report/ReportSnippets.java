package io.eastwest.render.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.render.diagram.DiagramSvg;
import io.eastwest.render.diagram.MeshDiagrams;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The examples of docs/report.md. */
class ReportSnippets {
    private final Path folder = Path.of("src/test/resources/mesh/failover");
    private final Instant now = Instant.EPOCH;

    @Test
    void onePage() {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(folder);
        MeshRouter router = MeshRouter.of(read.orThrow());
        String html = MeshReport.of(router, now).withIssues(read.issues()).toHtml();

        MatrixAxes axes = MatrixAxes.of(router).toBuilder()
                .failures(MeshFailures.of(router, MeshFailure.Kind.CLUSTER, MeshFailure.Kind.NODE))
                .build();
        String chosen = MeshReport.of(router, now).withAxes(axes).toHtml();

        assertThat(html).contains("link network1-network2").doesNotContain("node cluster-1/");
        assertThat(chosen).contains("node cluster-1/").doesNotContain("link network1-network2");
    }

    @Test
    void diagrams() {
        MeshRouter router = MeshRouter.of(MeshSnapshot.read(folder).orThrow());
        Diagram topology = MeshDiagrams.topology(router);
        String mermaid = topology.toMermaid();
        String dot = topology.toDot();
        String svg = DiagramSvg.of(topology);

        assertThat(mermaid).startsWith("flowchart");
        assertThat(dot).startsWith("digraph");
        assertThat(svg).contains("<svg xmlns=");
    }

    @Test
    void failures() {
        MeshRouter router = MeshRouter.of(MeshSnapshot.read(folder).orThrow());
        Call call =
                Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");
        Diagram moved = MeshDiagrams.failure(router, call, outage);
        Diagram all = MeshDiagrams.failure(router, MatrixAxes.of(router), MeshFailure.given("outage", outage));

        assertThat(moved.edges()).hasSize(2);
        assertThat(all.edges()).hasSizeGreaterThan(2);
    }
}
