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
    void wrongArgumentsShowTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(SHOP, "--junit")).isEqualTo(2);
        assertThat(text()).startsWith("usage: CheckMesh MESH [EXPECTATIONS] [--junit FILE]");
    }

    private int run(String... arguments) {
        return CheckMesh.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
