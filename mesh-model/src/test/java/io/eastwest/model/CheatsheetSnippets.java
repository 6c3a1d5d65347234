package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.writer.ManifestWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snippets of {@code docs/cheatsheet.md}, word for word: clusters, installation, reading and writing. See {@link CheatsheetTest}. */
class CheatsheetSnippets {
    private static final String CA = "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----\n";

    @Test
    void nameTheClusters() {
        // snippet: Name the clusters of a mesh
        MeshTopology topology = MeshTopology.of(
                "shop-mesh",
                MeshTopologySpec.builder()
                        .meshId("mesh1")
                        .addClusters(ClusterTopology.builder()
                                .name("cluster-1")
                                .network("network1")
                                .build())
                        .addClusters(ClusterTopology.builder()
                                .name("cluster-2")
                                .network("network2")
                                .build())
                        .build());
        // end
        assertWritten(topology, """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata:
                  name: shop-mesh
                spec:
                  meshId: mesh1
                  clusters:
                  - name: cluster-1
                    network: network1
                  - name: cluster-2
                    network: network2
                """);
    }

    @Test
    void commonTrust() {
        // snippet: Give a cluster its intermediate CA
        Secret cacerts = Secret.builder()
                .metadata(ObjectMeta.of("istio-system", "cacerts"))
                .putData("ca-cert.pem", SecretBytes.ofText(CA))
                .putData("ca-key.pem", SecretBytes.ofText(CA))
                .putData("root-cert.pem", SecretBytes.ofText(CA))
                .putData("cert-chain.pem", SecretBytes.ofText(CA))
                .build();
        // end
        assertThat(cacerts.value("root-cert.pem").map(SecretBytes::toText)).contains(CA);
        assertWritten(cacerts, ManifestWriter.toYaml(readOne(ManifestWriter.toYaml(cacerts))));
    }

    @Test
    void remoteSecret() {
        String kubeconfig = "apiVersion: v1\nkind: Config\n";
        // snippet: Let istiod read another cluster
        Secret remote = Secret.builder()
                .metadata(ObjectMeta.builder()
                        .namespace("istio-system")
                        .name("istio-remote-secret-cluster-2")
                        .putLabel("istio/multiCluster", "true")
                        .putAnnotation("networking.istio.io/cluster", "cluster-2")
                        .build())
                .putStringData("cluster-2", kubeconfig)
                .build();
        // end
        assertWritten(remote, """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: istio-remote-secret-cluster-2
                  namespace: istio-system
                  labels:
                    istio/multiCluster: "true"
                  annotations:
                    networking.istio.io/cluster: cluster-2
                stringData:
                  cluster-2: |
                    apiVersion: v1
                    kind: Config
                """);
    }

    @Test
    void eastWestGateway() {
        // snippet: Open the east-west gateway
        IstioGateway gateway = IstioGateway.of(
                "istio-system",
                "cross-network-gateway",
                IstioGatewaySpec.of(
                        "istio",
                        "eastwestgateway",
                        Server.of(
                                ServerPort.of(15443, "TLS", "tls"),
                                ServerTlsSettings.mode(ServerTlsMode.AUTO_PASSTHROUGH),
                                "*.local")));
        // end
        assertWritten(gateway, """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata:
                  name: cross-network-gateway
                  namespace: istio-system
                spec:
                  servers:
                  - port:
                      number: 15443
                      protocol: TLS
                      name: tls
                    hosts:
                    - "*.local"
                    tls:
                      mode: AUTO_PASSTHROUGH
                  selector:
                    istio: eastwestgateway
                """);
    }

    @Test
    void controlPlane() {
        // snippet: Install a control plane
        GlobalValues place = GlobalValues.of("mesh1", "network1", "cluster-1");
        MeshConfig mesh = MeshConfig.builder().trustDomain("example.com").build();
        Istio istio = Istio.of(
                "default",
                IstioSpec.builder()
                        .version("v1.30.3")
                        .namespace("istio-system")
                        .values(IstioValues.builder()
                                .global(place)
                                .meshConfig(mesh)
                                .build())
                        .build());
        // end
        assertWritten(istio, """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata:
                  name: default
                spec:
                  version: v1.30.3
                  namespace: istio-system
                  values:
                    global:
                      meshID: mesh1
                      network: network1
                      multiCluster:
                        clusterName: cluster-1
                    meshConfig:
                      trustDomain: example.com
                """);
    }

    @Test
    void readAndFindMistakes() {
        String yaml = "{apiVersion: v1, kind: Namespace, metadata: {name: a, lables: {}}}";
        // snippet: Read a text and list what is wrong with it
        var result = ManifestReader.strict().read("shop.yaml", yaml);
        for (Issue issue : result.issues()) {
            System.out.println(issue);
        }
        List<Manifest> manifests = result.value().orElseThrow(); // those without an error
        // end
        assertThat(manifests).isEmpty();
        assertThat(result.issues()).singleElement().asString().contains("did you mean labels?");
    }

    @Test
    void change() {
        VirtualService service = VirtualService.of("shop", "a", VirtualServiceSpec.empty());
        // snippet: Change what was read and write it
        VirtualServiceSpec spec = service.spec().toBuilder().addExportTo(".").build();
        VirtualService changed = service.toBuilder().spec(spec).build();
        String yaml = ManifestWriter.toYaml(changed);
        // end
        assertThat(yaml).endsWith("spec:\n  exportTo:\n  - .\n".replace("- .", "- \".\""));
        assertThat(readOne(yaml)).isEqualTo(changed);
    }

    @Test
    void choices() {
        StringMatch match = StringMatch.prefix("/api");
        // snippet: Take a choice apart
        String text = match.match(
                exact -> "is " + exact.value(),
                prefix -> "starts with " + prefix.value(),
                regex -> "matches " + regex.value(),
                present -> "is there");
        // end
        assertThat(text).isEqualTo("starts with /api");
    }

    @Test
    void meshConfiguration() {
        // snippet: Read the mesh configuration of a control plane
        MeshConfig mesh = MeshConfigReader.readConfig("mesh", "trustDomain: example.com\nenableAutoMtls: true")
                .orThrow();
        // end
        assertThat(mesh.trustDomain()).contains("example.com");
    }

    private static void assertWritten(MeshResource resource, String yaml) {
        assertThat(ManifestWriter.toYaml(resource)).isEqualTo(yaml);
        assertThat(readOne(yaml)).isEqualTo(resource);
    }

    private static MeshResource readOne(String yaml) {
        return ManifestReader.strict().read("a.yaml", yaml).orThrow().get(0).resource();
    }
}
