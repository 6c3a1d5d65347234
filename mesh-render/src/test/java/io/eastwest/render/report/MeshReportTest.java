package io.eastwest.render.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class MeshReportTest {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow());
    private static final String HTML = MeshReport.of(ROUTER, Instant.EPOCH).toHtml();
    private static final Document PAGE = Jsoup.parse(HTML);

    private static List<String> row(String section, String name) {
        return PAGE.select("#section-" + section + " tbody tr").stream()
                .filter(row -> row.child(0).text().equals(name))
                .findFirst()
                .orElseThrow()
                .children()
                .eachText();
    }

    @Test
    void clustersSayNetworkControlPlaneAndGateways() {
        assertThat(row("Clusters", "cluster-1"))
                .containsExactly(
                        "cluster-1",
                        "network1",
                        "cluster-1",
                        "cluster-1, cluster-2",
                        "203.0.113.101",
                        "region1/zone1, region1/zone2",
                        "4",
                        "cluster.local",
                        "15");
    }

    @Test
    void servicesSayWhereTheyRunAndWhereTheyAreWritten() {
        assertThat(row("Services", "mybackend-app.my-backend.svc.cluster.local"))
                .containsExactly(
                        "mybackend-app.my-backend.svc.cluster.local",
                        "my-backend",
                        "8080 HTTP",
                        "cluster-1 region1/zone1: 1 of 1 ready cluster-1 region1/zone2: 1 of 1 ready "
                                + "cluster-2 region2/zone1: 1 of 1 ready cluster-2 region2/zone2: 1 of 1 ready",
                        "cluster-1, cluster-2",
                        "clusters/cluster-1/base/backend.yaml:1:1 " + "clusters/cluster-2/base/backend.yaml:1:1");
    }

    @Test
    void heatMapIsTheFailureMatrix() {
        FailureMatrix matrix = FailureMatrix.of(ROUTER);
        Elements rows = PAGE.select("#section-Failures tbody tr");

        assertThat(PAGE.select("#section-Failures thead th")
                        .eachText()
                        .subList(1, matrix.failures().size() + 1))
                .isEqualTo(matrix.failures().stream().map(Object::toString).toList());
        assertThat(rows).hasSameSizeAs(matrix.rows());
        for (int i = 0; i < rows.size(); i++) {
            MatrixRow expected = matrix.rows().get(i);
            Elements cells = rows.get(i).select("td");
            assertThat(rows.get(i).child(0).text()).isEqualTo(expected.target() + " from " + expected.callerText());
            assertThat(cells).hasSameSizeAs(expected.cells());
            for (int j = 0; j < cells.size(); j++) {
                MatrixCell cell = expected.cells().get(j);
                assertThat(cells.get(j).attr("data-detail"))
                        .contains(matrix.failures().get(j).name() + " fails: "
                                + cell.result().toText());
                assertThat(cells.get(j).className()).isEqualTo(colour(cell));
            }
        }
        assertThat(rows.select("td.part1")).isNotEmpty();
        assertThat(rows.select("td.none")).isNotEmpty();
    }

    private static String colour(MatrixCell cell) {
        return switch (cell.change()) {
            case SAME, MOVED, LOST -> cell.change().name().toLowerCase(Locale.ROOT);
            case DEGRADED -> MatrixSection.heat(cell.result().lost());
            case NO_CALLER -> "none";
        };
    }

    @Test
    void reachabilityHasOneColumnForEachCaller() {
        Elements cells = PAGE.select("#section-Reachability tbody td[data-detail]");
        List<MatrixRow> rows = FailureMatrix.of(ROUTER).rows();

        assertThat(PAGE.select("#section-Reachability tbody th").eachText())
                .containsExactly("frontend.my-frontend:3000", "mybackend-app.my-backend:8080");
        assertThat(cells.select(".same")).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(cells.get(i).attr("data-detail"))
                    .isEqualTo(rows.get(i).target() + " from " + rows.get(i).callerText() + ": "
                            + rows.get(i).healthy().toText());
        }
    }

    @Test
    void servicesDoNotCallThemselves() {
        assertThat(row("Reachability", "mybackend-app.my-backend:8080")).contains("not asked", "\u2713 yes");
        assertThat(FailureMatrix.of(ROUTER).rows())
                .noneMatch(row -> row.callerText().startsWith("my-backend/")
                        && row.target().startsWith("mybackend-app"));
    }

    @Test
    void servicesThatNoCallCanNameAreNamedWithTheReason() {
        Manifest wild =
                ManifestReader.pruning().read("wild.yaml", """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: wild, namespace: my-backend}
                        spec:
                          hosts: ["*.wild.example"]
                          location: MESH_INTERNAL
                          resolution: NONE
                          ports: [{name: http, number: 80, protocol: HTTP}]
                        """).orThrow().get(0);
        MeshSnapshot mesh = ROUTER.snapshot().toBuilder()
                .addManifests("cluster-1", List.of(wild))
                .build();

        Document page =
                Jsoup.parse(MeshReport.of(MeshRouter.of(mesh), Instant.EPOCH).toHtml());

        assertThat(page.select("#section-Reachability li").eachText())
                .containsExactly("*.wild.example: it stands for many names, and a call needs one");
    }

    @Test
    void cellsTellCallsThatMoveFromCallsThatAreLost() {
        Conditions here = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");
        Conditions there = Conditions.workloadDown("cluster-2", "my-backend", "mybackend-app");
        MatrixAxes axes = MatrixAxes.builder()
                .addTarget(MatrixAxes.of(ROUTER).targets().get(1))
                .addCaller(new Caller("frontend", "my-frontend", "cluster-1"))
                .addFailure(MeshFailure.given("here", here))
                .addFailure(MeshFailure.given("everywhere", here.and(there)))
                .build();

        Document page =
                Jsoup.parse(MeshReport.of(ROUTER, Instant.EPOCH).withAxes(axes).toHtml());

        Elements cells = page.select("#section-Failures tbody td");
        assertThat(cells.eachText()).containsExactly("\u2192 moves", "\u2715 lost");
        assertThat(cells.eachAttr("class")).containsExactly("moved", "lost");
        assertThat(cells.get(0).attr("data-detail")).contains(": cluster-2 ", "Healthy: cluster-1 region1/zone1 100%");
    }

    @Test
    void largeMatricesShowTheRowsThatLoseCallsAndSayHowManyAreLeftOut() {
        FailureMatrix matrix = FailureMatrix.of(ROUTER);
        List<String> fragile = matrix.fragile().stream()
                .map(row -> row.target() + " from " + row.callerText())
                .toList();
        HtmlText html = new HtmlText();

        MatrixSection.write(html, matrix, fragile.size() * matrix.failures().size());

        Document section = Jsoup.parse(html.toString());
        assertThat(fragile).hasSizeLessThan(matrix.rows().size());
        assertThat(section.select("tbody th").eachText()).isEqualTo(fragile);
        assertThat(section.select("p.bad").text())
                .startsWith("Only " + fragile.size() + " of " + matrix.rows().size() + " rows are shown");
    }

    @Test
    void trustSaysWhatIsMissing() {
        Element cell = PAGE.select("#section-Trust td.part2").get(0);

        assertThat(cell.text()).isEqualTo("? not known");
        assertThat(cell.attr("data-detail")).startsWith("cluster-1 to cluster-2: the snapshot does not show");
    }

    @Test
    void sameMeshGivesSameBytes() {
        MeshRouter again = MeshRouter.of(
                MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow());

        assertThat(MeshReport.of(again, Instant.EPOCH).toHtml()).isEqualTo(HTML);
    }

    @Test
    void axesCanBeChosen() {
        MatrixAxes axes = MatrixAxes.of(ROUTER);
        MatrixAxes fewer = MatrixAxes.builder()
                .addTarget(axes.targets().get(0))
                .callers(axes.callers())
                .failures(axes.failures())
                .build();

        Document page =
                Jsoup.parse(MeshReport.of(ROUTER, Instant.EPOCH).withAxes(fewer).toHtml());

        assertThat(page.select("#section-Reachability tbody tr")).hasSize(1);
        assertThat(page.select("#section-Failures tbody tr"))
                .hasSize(axes.callers().size());
    }

    @Test
    void everySectionIsLinkedAndNamed() {
        Elements links = PAGE.select("nav a");

        assertThat(links.eachText())
                .containsExactly("Clusters", "Services", "Reachability", "Failures", "Trust", "Findings");
        assertThat(links)
                .allSatisfy(link ->
                        assertThat(PAGE.select(link.attr("href") + " > h2")).hasSize(1));
        assertThat(PAGE.select("th:not([scope])")).isEmpty();
        assertThat(PAGE.select("table:not(:has(caption))")).isEmpty();
        assertThat(PAGE.select("label[for=search]")).hasSize(1);
    }
}
