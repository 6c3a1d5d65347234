package io.eastwest.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.routing.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageFormsTest {

    private static CoverageItem item(String path, int line, CoverageStanding standing, int calls) {
        boolean missed = standing == CoverageStanding.MISSED;
        return new CoverageItem(
                RuleKind.ROUTE,
                "east",
                ResourceKey.of("networking.istio.io", "VirtualService", "shop", "tea"),
                path,
                line == 0 ? Optional.empty() : Optional.of(new SourceLocation("clusters/east/<tea>.yaml", line, 3)),
                standing,
                calls,
                standing == CoverageStanding.UNREACHABLE ? "shadowed by \"a\" & b" : "",
                missed ? Optional.of(Call.get("http://tea.shop/its").from("web", "shop", "east")) : Optional.empty());
    }

    private static final CoverageReport REPORT = new CoverageReport(
            "tea <&>",
            3,
            List.of(
                    item("spec.http[0]", 7, CoverageStanding.REACHED, 3),
                    item("spec.http[1]", 7, CoverageStanding.REACHED, 1),
                    item("spec.http[2]", 9, CoverageStanding.MISSED, 0),
                    item("spec.http[3]", 11, CoverageStanding.UNREACHABLE, 0),
                    item("spec.http[4]", 0, CoverageStanding.REACHED, 2)),
            true);

    @Test
    void lcovCountsLinesByTheRuleThatIsReachedLeast() {
        assertThat(REPORT.toLcov("mesh/")).isEqualTo("""
                TN:
                SF:mesh/clusters/east/<tea>.yaml
                DA:7,1
                DA:9,0
                LF:2
                LH:1
                end_of_record
                """);
    }

    @Test
    void jsonHoldsEveryRule() throws Exception {
        JsonNode json = new ObjectMapper().readTree(REPORT.toJson());

        assertThat(json.at("/format").asText()).isEqualTo("eastwest-coverage/1");
        assertThat(json.at("/mesh").asText()).isEqualTo("tea <&>");
        assertThat(json.at("/summary")).hasToString("{\"reached\":3,\"missed\":1,\"unreachable\":1}");
        assertThat(json.at("/files/0/file").asText()).isEqualTo("clusters/east/<tea>.yaml");
        assertThat(json.at("/files/0/rules/2/witness").asText())
                .isEqualTo("{url: 'http://tea.shop/its', from: east/shop/web}");
        assertThat(json.at("/files/0/rules/3/because").asText()).isEqualTo("shadowed by \"a\" & b");
        assertThat(json.at("/files/1/file").asText()).isEmpty();
        assertThat(json.at("/files/1/rules/0/line").isMissingNode()).isTrue();
    }

    @Test
    void htmlIsEscapedAndLoadsNothing() {
        assertThat(REPORT.toHtml())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Coverage of tea &lt;&amp;&gt;</title>")
                .contains("clusters/east/&lt;tea&gt;.yaml")
                .contains("shadowed by &quot;a&quot; &amp; b")
                .contains("prefers-color-scheme:dark")
                .doesNotContain("<tea>", "src=", "href=", "url(", "@import", "<script");
    }

    @Test
    void textCountsByKind() {
        assertThat(REPORT.toText()).isEqualTo("""
                tea <&>: 3 calls reach 3 of 4 (1 unreachable) of the rules, 75.0%
                  routes                3 of 4 (1 unreachable)
                missed
                  clusters/east/<tea>.yaml:9:3 VirtualService/shop/tea spec.http[2], such as {url: 'http://tea.shop/its', from: east/shop/web}
                unreachable
                  clusters/east/<tea>.yaml:11:3 VirtualService/shop/tea spec.http[3]: shadowed by "a" & b
                """);
    }

    @Test
    void callsAreWrittenAsExpectationsHaveThem() {
        Call post = Call.http("POST", "http://tea.shop:8080/it's?a=1")
                .header("x-user", "yes")
                .arrivingAt("gate", "edge", "east");

        assertThat(CallYaml.of(post))
                .isEqualTo("{url: 'http://tea.shop:8080/it''s?a=1', method: POST, headers: {x-user: 'yes'},"
                        + " arrivingAt: east/edge/gate}");
        assertThat(CallYaml.of(Call.tcp("tea.shop", 90).from("web", "shop", "east")))
                .isEqualTo("{tcp: 'tea.shop:90', from: east/shop/web}");
        Call secured = Call.get("https://tea.shop/").arrivingAt("gate", "edge", "east");
        assertThat(CallYaml.of(secured)).isEqualTo("{url: 'https://tea.shop/', arrivingAt: east/edge/gate}");
        assertThat(CallYaml.holds(secured)).isTrue();
        assertThat(CallYaml.holds(secured.draft().inTls("tea.shop", "h2").arrivingAt("gate", "edge", "east")))
                .isFalse();
        assertThat(CallYaml.holds(Call.tcp("tea.shop", 443).inTls("tea.shop").from("web", "shop", "east")))
                .isFalse();
        assertThat(CallYaml.holds(post)).isTrue();
        assertThat(CallYaml.holds(new Call(post.caller(), "other", 8080, post.request())))
                .isFalse();
        assertThat(CallYaml.holds(Call.get("http://tea.shop/")
                        .header("a", "1")
                        .header("a", "2")
                        .from("web", "shop", "east")))
                .isFalse();
    }
}
