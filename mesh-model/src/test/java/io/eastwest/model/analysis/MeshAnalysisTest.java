package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeshAnalysisTest {
    private static String routes(String annotations) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: routes, namespace: shop, annotations: {%s}}
                spec: {hosts: [a], gateways: [none], http: [{route: [{destination: {host: a}, weight: -1}]}]}
                """.replace("%s", annotations);
    }

    private static List<IssueCode> codes(AnalysedMesh mesh, Suppression... suppressions) {
        return MeshAnalysis.check(mesh.snapshot(), List.of(suppressions)).stream()
                .map(Issue::code)
                .toList();
    }

    @Test
    void saysWhatTheWebhookSaysAboutSingleObjects() {
        assertThat(codes(AnalysedMesh.of(routes(""))))
                .contains(IssueCode.GATEWAY_NOT_FOUND, IssueCode.HOST_NOT_IN_GATEWAY, IssueCode.WEIGHT_NEGATIVE);
    }

    @Test
    void weighsAMatchWithoutEffectAsUpstream() {
        AnalysedMesh mesh = AnalysedMesh.of("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: routes, namespace: shop}
                spec:
                  hosts: [a]
                  http:
                  - {match: [{uri: {exact: /a}}], route: [{destination: {host: a}}]}
                  - {match: [{uri: {exact: /a}}, {uri: {exact: /b}}], route: [{destination: {host: a}}]}
                  - {match: [{uri: {exact: /b}}], route: [{destination: {host: a}}]}
                """);

        assertThat(mesh.lines(IssueCode.MATCH_INEFFECTIVE))
                .hasSize(2)
                .allMatch(line -> line.startsWith("INFO VirtualService/shop/routes spec.http["));
        assertThat(mesh.lines(IssueCode.RULE_UNREACHABLE))
                .hasSize(1)
                .allMatch(line -> line.startsWith("WARNING VirtualService/shop/routes spec.http[2]"));
    }

    @Test
    void looksAtEachControlPlaneWithItsOwnConfiguration() {
        AnalysedMesh mesh = AnalysedMesh.empty()
                .cluster(ClusterTopology.of("east"), routes(""))
                .cluster(ClusterTopology.of("west"), routes("").replace("none", "mesh"));

        assertThat(mesh.lines(IssueCode.GATEWAY_NOT_FOUND))
                .hasSize(1)
                .first()
                .asString()
                .contains("[east.yaml:");
        assertThat(mesh.lines(IssueCode.WEIGHT_NEGATIVE)).hasSize(2);
    }

    @Test
    void doesNotReadTheConfigurationOfAClusterWithoutControlPlane() {
        ClusterTopology remote =
                ClusterTopology.builder().name("west").controlPlane("east").build();

        assertThat(AnalysedMesh.empty()
                        .cluster(ClusterTopology.of("east"))
                        .cluster(remote, routes(""))
                        .lines(IssueCode.GATEWAY_NOT_FOUND))
                .isEmpty();
    }

    @Nested
    class SuppressedProblems {
        @Test
        void areNamedByAnAnnotation() {
            assertThat(codes(AnalysedMesh.of(routes("galley.istio.io/analyze-suppress: \"IST0101,IST0106\""))))
                    .containsExactly(IssueCode.HOST_NOT_IN_GATEWAY);
            assertThat(codes(AnalysedMesh.of(routes("galley.istio.io/analyze-suppress: HOST_NOT_IN_GATEWAY"))))
                    .doesNotContain(IssueCode.HOST_NOT_IN_GATEWAY)
                    .contains(IssueCode.GATEWAY_NOT_FOUND);
            assertThat(codes(AnalysedMesh.of(routes("galley.istio.io/analyze-suppress: \"*\""))))
                    .isEmpty();
        }

        @Test
        void areNamedByTheCaller() {
            AnalysedMesh mesh = AnalysedMesh.of(routes(""));

            assertThat(codes(mesh, Suppression.parse("IST0101=VirtualService routes.shop")))
                    .doesNotContain(IssueCode.GATEWAY_NOT_FOUND)
                    .contains(IssueCode.HOST_NOT_IN_GATEWAY);
            assertThat(codes(mesh, new Suppression("IST0132", "VirtualService shop/*")))
                    .doesNotContain(IssueCode.HOST_NOT_IN_GATEWAY);
            assertThat(codes(mesh, new Suppression("GATEWAY_NOT_FOUND", "*")))
                    .doesNotContain(IssueCode.GATEWAY_NOT_FOUND);
            assertThat(codes(mesh, new Suppression("IST0101", "Gateway *"), new Suppression("IST0101", "*.front")))
                    .contains(IssueCode.GATEWAY_NOT_FOUND);
            assertThat(codes(mesh, new Suppression("IST0101", "VirtualService r*t*s.*op")))
                    .doesNotContain(IssueCode.GATEWAY_NOT_FOUND);
        }

        @Test
        void areWrittenAsCodeAndResource() {
            assertThat(Suppression.parse("IST0101=VirtualService *.shop"))
                    .hasToString("IST0101=VirtualService *.shop")
                    .isEqualTo(new Suppression("IST0101", "VirtualService *.shop"));
            for (String text : List.of("", "IST0101", "=a", "IST0101=", "a=b=c")) {
                assertThatThrownBy(() -> Suppression.parse(text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a suppression is CODE=Kind name.namespace, such as IST0101=VirtualService *.shop,"
                                + " but was " + text);
            }
        }
    }

    @Nested
    class CodesOfIstio {
        @Test
        void areKnownForChecksAcrossObjects() {
            assertThat(AnalysisCodes.of(IssueCode.HOST_NOT_FOUND)).hasValue("IST0101");
            assertThat(AnalysisCodes.of(IssueCode.WEIGHT_NEGATIVE)).isEmpty();
        }

        /** Those that upstream gives for the objects of a mesh; the rest is retired, unused or a check before an upgrade. */
        @Test
        void areThoseOfUpstream() {
            Set<String> codes = new TreeSet<>(List.of("IST0106", "IST0133"));
            for (IssueCode code : IssueCode.values()) {
                AnalysisCodes.of(code).ifPresent(codes::add);
            }

            assertThat(String.join(" ", codes))
                    .isEqualTo("IST0002 IST0101 IST0102 IST0103 IST0106 IST0107 IST0108 IST0109 IST0110 IST0111 IST0112"
                            + " IST0116 IST0118 IST0123 IST0126 IST0127 IST0128 IST0129 IST0130 IST0131 IST0132 IST0133"
                            + " IST0134 IST0135 IST0137 IST0138 IST0139 IST0140 IST0144 IST0145 IST0146 IST0147 IST0148"
                            + " IST0149 IST0150 IST0151 IST0152 IST0153 IST0154 IST0155 IST0157 IST0158 IST0159 IST0160"
                            + " IST0161 IST0162 IST0163 IST0164 IST0165 IST0166 IST0167 IST0170 IST0171 IST0173 IST0174"
                            + " IST0175 IST0176");
        }

        @Test
        void followFromTheSeverityForSingleObjects() {
            DocumentPath path = DocumentPath.root();

            assertThat(AnalysisCodes.of(Issue.error(IssueCode.WEIGHT_NEGATIVE, path, "", "")))
                    .hasValue("IST0106");
            assertThat(AnalysisCodes.of(Issue.warning(IssueCode.REGEX_INVALID, path, "", "")))
                    .hasValue("IST0133");
            assertThat(AnalysisCodes.of(Issue.error(IssueCode.NOT_YAML, path, "", "")))
                    .isEmpty();
            assertThat(AnalysisCodes.of(Issue.error(IssueCode.TOPOLOGY_MISSING, path, "", "")))
                    .isEmpty();
        }
    }
}
