package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
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
