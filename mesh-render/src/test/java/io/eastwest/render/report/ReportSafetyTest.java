package io.eastwest.render.report;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportSafetyTest {
    private static final String HOSTILE = "</script></style><img src=x onerror=alert(1)>\"'";
    /** Without the slash, which parts the names of proxies. */
    private static final String NAME = "<img src=x onerror=alert(1)>\"'";

    private static final MeshSnapshot FAILOVER =
            MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow();

    private static String report(MeshSnapshot mesh, Issue... issues) {
        return MeshReport.of(MeshRouter.of(mesh), Instant.EPOCH)
                .withIssues(List.of(issues))
                .toHtml();
    }

    /** A page that runs and loads nothing but its own style and script. */
    private static void assertHarmless(Document page) {
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("img, iframe, object, embed, link, base, video, audio, use, image, foreignObject"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes()).allSatisfy(attribute -> {
                    assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("style", "src", "srcset", "action");
                    if (attribute.getKey().equals("href")) {
                        assertThat(attribute.getValue()).startsWith("#");
                    }
                }));
        assertThat(page.select("style").get(0).data()).doesNotContain("url(", "@import", "http");
        assertThat(page.select("script").get(0).data()).doesNotContain("http", "fetch", "innerHTML", "eval");
    }

    @Test
    void policyAllowsTheOwnStyleAndScriptAndNothingElse() throws Exception {
        Document page = Jsoup.parse(report(FAILOVER));

        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src " + hash(page, "style") + "; script-src "
                        + hash(page, "script") + "; base-uri 'none'; form-action 'none'");
        assertHarmless(page);
    }

    private static String hash(Document page, String element) throws Exception {
        byte[] data = page.select(element).get(0).data().getBytes(StandardCharsets.UTF_8);
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(data)) + "'";
    }

    @Nested
    class NamesAreText {
        private static MeshSnapshot hostile() {
            MeshSnapshotBuilder mesh = MeshSnapshot.builder(MeshTopology.of(
                    HOSTILE,
                    MeshTopologySpec.builder()
                            .addClusters(
                                    ClusterTopology.builder()
                                            .name(NAME)
                                            .network(HOSTILE)
                                            .build(),
                                    ClusterTopology.of("c2"))
                            .build()));
            String hostile = HOSTILE.replace("'", "''");
            String name = NAME.replace("'", "''");
            for (String yaml : List.of(
                    "apiVersion: v1\nkind: Namespace\nmetadata: {name: '%n'}",
                    "apiVersion: v1\nkind: Node\nmetadata: {name: '%h', labels: {topology.kubernetes.io/region: '%h'}}",
                    "apiVersion: v1\nkind: Service\nmetadata: {name: '%h', namespace: '%n'}\n"
                            + "spec: {clusterIP: 10.0.0.1, selector: {app: a}, ports: [{name: http, port: 80}]}",
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: '%n', namespace: '%n', labels: {app: a,"
                            + " security.istio.io/tlsMode: istio}}\nspec: {nodeName: '%h', serviceAccountName: '%h',"
                            + " containers: [{name: a}]}\nstatus: {phase: Running, podIP: 10.1.0.1}")) {
                ManifestReader.pruning()
                        .read(HOSTILE + ".yaml", yaml.replace("%h", hostile).replace("%n", name))
                        .value()
                        .orElseThrow()
                        .forEach(manifest -> mesh.addManifests(NAME, List.of(manifest)));
            }
            return mesh.build();
        }

        @Test
        void ofEverythingInTheMesh() {
            CallTarget target = new CallTarget(HOSTILE, Call.tcp(HOSTILE, 80));
            MatrixAxes axes = MatrixAxes.builder()
                    .addTarget(target)
                    .addCaller(new Caller(NAME, NAME, NAME))
                    .addFailure(MeshFailure.given(HOSTILE, Conditions.clusterDown("c2")))
                    .build();
            Document page = Jsoup.parse(MeshReport.of(MeshRouter.of(hostile()), Instant.EPOCH)
                    .withAxes(axes)
                    .toHtml());

            assertHarmless(page);
            assertThat(page.title()).isEqualTo("Mesh " + HOSTILE);
            for (String section : List.of("Clusters", "Services", "Reachability", "Failures", "Trust", "Findings")) {
                assertThat(page.select("#section-" + section).text())
                        .as(section)
                        .contains(section.equals("Clusters") ? HOSTILE : "<img src=x onerror=alert(1)>");
            }
        }

        @Test
        void ofFilesOfFindings() {
            Issue issue = Issue.error(IssueCode.FILE_UNREADABLE, DocumentPath.root(), HOSTILE, HOSTILE)
                    .at(new SourceLocation(HOSTILE, 3, 7));
            Document page = Jsoup.parse(report(FAILOVER, issue));

            assertHarmless(page);
            assertThat(page.select("#section-Findings tbody tr")
                            .get(0)
                            .children()
                            .eachText())
                    .containsExactly("ERROR", "FILE_UNREADABLE", HOSTILE + " " + HOSTILE, HOSTILE + ":3:7");
        }

        @Test
        void evenWhenTheyHoldMarksOfDirectionOrHalvesOfCharacters() {
            Issue issue = Issue.error(IssueCode.FILE_UNREADABLE, DocumentPath.root(), "a\u202eb\ud800c\u0007", "");

            assertThat(report(FAILOVER, issue)).contains("<div>a\ufffdb\ufffdc\ufffd</div>");
        }
    }

    @Test
    void secretsAreNeverShown() {
        MeshSnapshot mesh = InstallPlan.of(InstallSpecs.multiPrimary(kubernetes, "network1", "network2"))
                .tree()
                .snapshot();
        List<String> material = new ArrayList<>();
        for (String cluster : mesh.clusters()) {
            mesh.resources(cluster, Secret.class).forEach(secret -> {
                secret.data().values().forEach(bytes -> material.addAll(lines(bytes.toByteArray())));
                secret.stringData()
                        .values()
                        .forEach(text -> material.addAll(lines(text.getBytes(StandardCharsets.UTF_8))));
            });
        }

        String html = report(mesh);

        assertThat(material).hasSizeGreaterThan(20);
        assertThat(html).contains("cluster c1").doesNotContain(material).doesNotContain("PRIVATE KEY");
    }

    /** The lines of a secret that are long enough to be material, and the whole in base 64. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>(new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.length() > 30)
                .toList());
        if (bytes.length > 20) {
            lines.add(Base64.getEncoder().encodeToString(bytes));
        }
        return lines;
    }
}
