package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.HttpBody;
import io.eastwest.model.istio.networking.HttpDirectResponse;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.reader.Manifest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of documents and the exact lines about them, one file for each kind. */
class NetworkingRulesTest {
    private static final List<String> FILES = List.of(
            "virtual-service",
            "destination-rule",
            "istio-gateway",
            "sidecar",
            "service-entry",
            "workload-entry",
            "workload-group",
            "proxy-config",
            "envoy-filter",
            "peer-authentication");

    static Stream<Arguments> rows() {
        return FILES.stream().flatMap(name -> {
            RuleTable table = RuleTable.read(name);
            return table.rows().stream().map(row -> Arguments.of(name, row, table));
        });
    }

    private static List<String> lines(MeshResource resource) {
        return MeshValidation.check(Manifest.of(resource), EnumSet.of(ValidationLayer.WEBHOOK)).stream()
                .map(Issue::toString)
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void aDocumentGivesTheseLines(String name, RuleTable.Row row, RuleTable table) {
        assertThat(table.linesOf(row)).as(name).containsExactlyElementsOf(row.lines());
    }

    @Test
    void everyCodeOfTheseKindsHasARow() {
        Set<IssueCode> found = EnumSet.noneOf(IssueCode.class);
        for (String file : FILES) {
            for (RuleTable.Row row : RuleTable.read(file).rows()) {
                row.lines().forEach(line -> found.add(IssueCode.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
            }
        }

        assertThat(found)
                .hasSizeGreaterThan(40)
                .containsAll(EnumSet.range(IssueCode.OBJECT_EMPTY, IssueCode.PATCH_MATCH_MISFIT));
    }

    @Test
    void directResponsesAreNotLarge() {
        String text = "a".repeat(100 * 1024 + 1);
        String bytes = Base64.getEncoder().encodeToString(new byte[1024 * 1024 + 1]);

        assertThat(lines(answering(HttpBody.text(text.substring(1))))).isEmpty();
        assertThat(lines(answering(HttpBody.text(text))))
                .containsExactly(
                        "WARNING VirtualService/shop/a spec.http[0].directResponse.body: has 102401 bytes, which"
                                + " every proxy holds; answer from a service TEXT_TOO_LONG");
        assertThat(lines(answering(HttpBody.bytes(bytes))))
                .containsExactly(
                        "ERROR VirtualService/shop/a spec.http[0].directResponse.body: must be at most 1 MiB but"
                                + " has 1048577 bytes; answer from a service TEXT_TOO_LONG");
    }

    private static VirtualService answering(HttpBody body) {
        IstioHttpRoute rule = IstioHttpRoute.builder()
                .directResponse(
                        HttpDirectResponse.builder().status(200).body(body).build())
                .build();
        return VirtualService.of("shop", "a", VirtualServiceSpec.forHost("a", rule));
    }
}
