package io.eastwest.testing.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class CheckMeshTest {
    private static final String SHOP = "src/test/resources/meshes/shop";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsTheSummaryAndFailsWhenAnExpectationDoes() {
        assertThat(run(SHOP)).isEqualTo(1);

        assertThat(text()).contains("FAILED  calls of east stay in east").endsWith("2 passed, 1 failed\n");
    }

    @Test
    void succeedsWhenAllHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("other.yaml"), """
                apiVersion: eastwest.io/v1
                kind: MeshExpectations
                metadata: {name: one}
                spec:
                  expectations:
                  - call: {url: 'http://orders.shop:8080/', from: east/shop/web}
                    expect: {outcome: forwarded}
                """);

        assertThat(run(SHOP, file.toString())).isZero();

        assertThat(text()).endsWith("1 passed, 0 failed\n");
    }

    @Test
    void writesAReportInTheFormOfJUnit() throws Exception {
        Path report = folder.resolve("report.xml");

        assertThat(run(SHOP, "--junit", report.toString())).isEqualTo(1);

        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("name")).isEqualTo("shop");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() throws Exception {
        var report = new ExpectationReport(
                List.of(new ExpectationReport.Result("a\u0000<b>&\"'", Optional.empty(), List.of("]]>\u001b[0m"))));

        String xml = report.toJUnitXml("s");

        assertThat(xml).contains("name=\"a\uFFFD&lt;b&gt;&amp;&quot;'\"").contains("]]&gt;\uFFFD[0m</failure>");
    }

    @Test
    void badInputIsToldLineByLine() {
        assertThat(run("src/test/resources/meshes/broken", SHOP + "/none.yaml")).isEqualTo(2);

        assertThat(text()).contains("spec.http[0].rout: unknown field").contains("none.yaml");
    }

    @Test
    void tellsWhatTheExpectationsReach() throws IOException {
        Path lcov = folder.resolve("lcov.info");
        Path json = folder.resolve("coverage.json");
        Path html = folder.resolve("coverage.html");

        int code = run(
                SHOP,
                "--coverage-lcov",
                lcov.toString(),
                "--coverage-json",
                json.toString(),
                "--coverage-html",
                html.toString());

        assertThat(code).isEqualTo(1);
        assertThat(text()).contains("2 passed, 1 failed\nshop: 2 calls reach ");
        assertThat(lcov).content().contains("SF:" + SHOP + "/clusters/east/all.yaml\nDA:");
        assertThat(json).content().startsWith("{\"format\": \"eastwest-coverage/1\", \"mesh\": \"shop\"");
        assertThat(html).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void failsWhenExpectationsReachTooLittle() throws IOException {
        String bakery = "src/test/resources/meshes/bakery";
        Path file = Files.writeString(folder.resolve("other.yaml"), """
                apiVersion: eastwest.io/v1
                kind: MeshExpectations
                metadata: {name: one}
                spec:
                  expectations:
                  - call: {url: 'http://bread/rolls', from: east/shop/web}
                    expect: {outcome: forwarded}
                """);

        assertThat(run(bakery, file.toString(), "--coverage-at-least", "29")).isZero();
        assertThat(run(bakery, file.toString(), "--coverage-at-least", "30")).isEqualTo(1);
        assertThat(text()).endsWith("FAILED  calls must reach 30% of the rules\n");
    }

    @Test
    void tellsWhichChangesTheExpectationsDoNotSee() {
        String kiosk = "src/test/resources/meshes/kiosk";

        assertThat(run(kiosk, "--mutate-at-most", "9", "--mutate-at-least", "10"))
                .isZero();
        assertThat(text()).contains("2 passed, 0 failed\nkiosk: ").contains("\nsurvived\n  clusters/east/rules.yaml:");
        assertThat(run(kiosk, "--mutate-at-most", "9", "--mutate-at-least", "100"))
                .isEqualTo(1);
        assertThat(text()).endsWith("FAILED  expectations must kill 100% of the mutants\n");
    }

    @Test
    void changesNothingWhileAnExpectationFails() {
        assertThat(run(SHOP, "--mutate")).isEqualTo(1);

        assertThat(text()).endsWith("2 passed, 1 failed\n");
    }

    @Test
    void wrongArgumentsShowTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(SHOP, "--junit")).isEqualTo(2);
        assertThat(run(SHOP, "--covrage")).isEqualTo(2);
        assertThat(run(SHOP, "--mutate-at-most", "0")).isEqualTo(2);
        assertThat(run(SHOP, "--coverage-at-least", "101")).isEqualTo(2);
        assertThat(run(SHOP, "--coverage", "--coverage")).isEqualTo(2);
        assertThat(text()).startsWith("usage: CheckMesh MESH [EXPECTATIONS] [--junit FILE]");
    }

    private int run(String... arguments) {
        return CheckMesh.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
