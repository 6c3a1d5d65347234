package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.evidence.InstallEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What istiod said to each recorded kubeconfig. */
class KubeconfigCheckTest {
    @Test
    void saysWhatIstiodSaid() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        InstallEvidence.Cluster cluster = InstallEvidence.read("secrets").cluster("c1");

        assertThat(cluster.input().path("kubeconfigs")).hasSize(12);
        for (int i = 0; i < cluster.input().path("kubeconfigs").size(); i++) {
            JsonNode given = cluster.input().path("kubeconfigs").get(i);
            JsonNode recorded = cluster.facts().path("kubeconfigs").get(i);
            assertThat(recorded.path("of")).isEqualTo(given.path("title"));
            assertThat(KubeconfigCheck.objection(ManifestWriter.toYaml(given.path("kubeconfig")), List.of())
                            .orElse("accepted"))
                    .as(given.path("title").asText())
                    .isEqualTo(recorded.path("istiod").asText());
        }
    }

    @Test
    void takesWhatIstiodIsTold() {
        String exec = "{apiVersion: v1, kind: Config, clusters: [{name: c, cluster: {server: 'https://192.0.2.2'}}],"
                + " users: [{name: c, user: {exec: {apiVersion: v1, command: aws, interactiveMode: Never}}}],"
                + " contexts: [{name: c, context: {cluster: c, user: c}}], current-context: c}";

        assertThat(KubeconfigCheck.objection(exec, List.of()))
                .contains("kubeconfig is not allowed: exec is not allowed");
        assertThat(KubeconfigCheck.objection(exec, List.of("exec"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoKubeconfig() {
        assertThat(KubeconfigCheck.objection("[", List.of())).contains("kubeconfig is not valid: it is no YAML object");
        assertThat(KubeconfigCheck.objection("{}", List.of()))
                .contains("kubeconfig is not valid: invalid configuration: no configuration has been provided");
    }
}
