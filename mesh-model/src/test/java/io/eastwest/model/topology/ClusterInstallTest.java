package io.eastwest.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.writer.ManifestWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterInstallTest {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata:
              name: shop
            spec:
              clusters:
              - name: c2
                controlPlane: c1
                platform: openshift
                eastWestGateway:
                  addresses:
                  - "192.0.2.2"
                  form: gatewayApi
                install:
                  role: remote
                  tool: sail
                  dataPlane: sidecar
                  version: v1.30.3
                  revision: canary
                  namespace: istio-system
                  updateStrategy:
                    type: RevisionBased
                  remotePilotAddress: "192.0.2.1"
            """;

    @Test
    void isReadAndWrittenBack() {
        List<Manifest> read =
                ManifestReader.strict().read("topology.yaml", TOPOLOGY).orThrow();
        MeshTopology topology = (MeshTopology) read.get(0).resource();
        ClusterTopology cluster = topology.spec().cluster("c2").orElseThrow();

        assertThat(cluster.install()
                        .orElseThrow()
                        .updateStrategy()
                        .orElseThrow()
                        .type())
                .contains(UpdateStrategyType.RevisionBased);
        assertThat(cluster.eastWestGateway().orElseThrow().form()).contains(EastWestGatewayForm.gatewayApi);
        assertThat(ManifestWriter.toYaml(topology)).isEqualTo(TOPOLOGY);
    }

    @Test
    void roleThatDoesNotExistIsRefusedWithItsPlace() {
        String text = TOPOLOGY.replace("role: remote", "role: secondary");

        assertThat(ManifestReader.strict().read("topology.yaml", text).issues())
                .hasToString(
                        "[ERROR MeshTopology/shop spec.clusters[0].install.role: \"secondary\" is not a known value;"
                                + " write one of primary, remote, config, host [topology.yaml:15:13] UNKNOWN_ENUM_VALUE]");
    }
}
