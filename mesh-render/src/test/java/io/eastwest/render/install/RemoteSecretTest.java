package io.eastwest.render.install;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RemoteSecretTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("eastwest.shared", "../../shared")).resolve("install/secrets/istioctl.yaml");
    private static final RemoteCredential C2 =
            RemoteCredential.token("c2", "https://192.0.2.2:6443", "CA", SecretBytes.ofText("TOKEN"));

    private static Secret secret(InstallSpec spec, String name) {
        return InstallPlan.of(spec).tree().snapshot().resources("c1", Secret.class).stream()
                .filter(secret -> secret.metadata().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode unfolded(Secret secret, String key) {
        ObjectNode tree = ManifestWriter.toTree(secret);
        String kubeconfig = secret.value(key).orElseThrow().toText();
        tree.remove("data");
        tree.remove("type");
        tree.putObject("stringData")
                .set(
                        key,
                        ManifestReader.strict()
                                .readValue(JsonNode.class, key, kubeconfig)
                                .orThrow());
        return tree;
    }

    /** The file without its one line that YAML 1.2 does not take. */
    private static JsonNode recorded() throws IOException {
        String text = Files.readAllLines(RECORDED).stream()
                .filter(line -> !line.startsWith("  differs:"))
                .collect(Collectors.joining("\n"));
        return ManifestReader.strict()
                .readValue(JsonNode.class, "istioctl.yaml", text)
                .orThrow();
    }

    private static InstallSpec given(MeshTopology topology, RemoteCredential... credentials) {
        return InstallSpec.builder()
                .topology(topology)
                .addCredentials(credentials)
                .build();
    }

    @Test
    void isWhatIstioctlWrites() throws IOException {
        assumeThat(RECORDED).as("secrets of istioctl in eastwest.shared").exists();
        InstallSpec spec =
                given(InstallSpecs.primaryRemote(kubernetes, "n1", "n2").topology(), C2);

        assertThat(unfolded(secret(spec, "istio-remote-secret-c2"), "c2"))
                .isEqualTo(recorded().get(0).path("secret"));
    }

    @Test
    void ofAConfigClusterIsWhatIstioctlWritesWithoutTheLabelThatWouldAddACluster() throws IOException {
        assumeThat(RECORDED).as("secrets of istioctl in eastwest.shared").exists();
        InstallSpec spec = given(InstallSpecs.external(kubernetes).topology(), C2);
        JsonNode recorded = recorded().get(2).path("secret");
        ((ObjectNode) recorded.path("metadata")).remove("labels");

        assertThat(unfolded(secret(spec, "istio-kubeconfig"), "config")).isEqualTo(recorded);
    }

    @Test
    void runsACommandOnlyWithLeaveOfIstiod() {
        MeshTopology topology =
                InstallSpecs.primaryRemote(kubernetes, "n1", "n2").topology();
        RemoteCredential exec =
                RemoteCredential.exec("c2", "https://192.0.2.2:6443", "CA", "aws", List.of("eks", "get-token"));
        InstallPlan plan = InstallPlan.of(given(topology, exec));

        assertThat(plan.files().get("clusters/c1/16-istio-default.yaml"))
                .contains("PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: exec\n");
        assertThat(plan.findings()).extracting(InstallFinding::code).contains(InstallCode.CREDENTIAL_RUNS_COMMAND);
    }

    @Test
    void thatWasNotGivenBecomesATemplateAndARequestForAToken() {
        InstallPlan plan = InstallPlan.of(given(InstallSpecs.topology(
                InstallSpecs.primary("c1", "n1", kubernetes),
                InstallSpecs.cluster("c2", "n2", kubernetes, install -> {})
                        .controlPlane("c1")
                        .apiServer("https://c2.example.com:6443")
                        .build())));

        assertThat(plan.secretFiles()).isEmpty();
        assertThat(plan.files().get("install/c1/istio-remote-secret-c2.yaml.template"))
                .startsWith(
                        "# Fill in token and ca.crt (in base64) of Secret"
                                + " istio-system/istio-reader-service-account-istio-remote-secret-token in cluster c2,\n"
                                + "# save as clusters/c1/secret/70-secret-istio-system.istio-remote-secret-c2.yaml and apply there.\n")
                .contains("server: \"https://c2.example.com:6443\"", "token: \"${TOKEN}\"");
        assertThat(plan.files())
                .containsEntry(
                        "clusters/c2/65-secret-istio-system.istio-reader-service-account-istio-remote-secret-token.yaml",
                        """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: istio-reader-service-account-istio-remote-secret-token
                          namespace: istio-system
                          annotations:
                            kubernetes.io/service-account.name: istio-reader-service-account
                        type: kubernetes.io/service-account-token
                        """);
        assertThat(plan.findings().stream().map(InstallFinding::line))
                .containsExactly(
                        "WARNING cluster/c2: the address of istiod in c1 is not known; c1.eastwestgateway.invalid stands for"
                                + " it; put the address of the gateway into the topology and render again ADDRESS_UNKNOWN",
                        "WARNING cluster/c2: istiod of c1 has no credential for it; fill in the templates in the folder"
                                + " install, or give the credential and render again CREDENTIAL_MISSING");
        assertThat(plan.text())
                .contains("c1: provide eastWestGateway.addresses in topology.yaml, then render again")
                .contains("`istioctl create-remote-secret --context=c2 --name=c2 --namespace=istio-system"
                        + " --service-account=istio-reader-service-account --create-service-account=false >"
                        + " clusters/c1/secret/70-secret-istio-system.istio-remote-secret-c2.yaml`");
    }

    @Test
    void nothingConfidentialIsInAPublicFileOrText() {
        InstallSpec spec = InstallSpecs.multiPrimary(kubernetes, "n1", "n2");
        InstallPlan plan = InstallPlan.of(spec);
        String encoded = plan.secretFiles().values().stream()
                .filter(text -> text.contains("istio-remote-secret"))
                .findFirst()
                .orElseThrow();

        assertThat(encoded).startsWith("# confidential\n");
        assertThat(plan.secretFiles().keySet())
                .allMatch(path -> path.matches("clusters/c\\d/secret/.*"))
                .anyMatch(path -> path.endsWith("10-secret-istio-system.cacerts.yaml"));
        assertThat(plan.files().keySet()).noneMatch(path -> path.matches(".*/secret/.*\\.yaml"));
        assertThat(plan.files().values())
                .noneMatch(text -> text.contains(InstallSpecs.TOKEN) || text.contains("PRIVATE KEY"));
        assertThat(plan
                        + spec.toString()
                        + plan.tree()
                        + plan.text()
                        + spec.credentials()
                        + plan.steps()
                        + plan.findings()
                        + plan.tree().snapshot().manifests("c1"))
                .doesNotContain(InstallSpecs.TOKEN)
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void aClusterWithoutReadersNeedsNoCredential() {
        InstallSpec spec = given(InstallSpecs.topology(ClusterTopology.of("c1")), InstallSpecs.credential("c1"));

        assertThat(InstallPlan.of(spec).findings().stream().map(InstallFinding::line))
                .containsExactly("WARNING cluster/c1: no istiod reads it; leave its credential out CREDENTIAL_UNUSED");
    }
}
