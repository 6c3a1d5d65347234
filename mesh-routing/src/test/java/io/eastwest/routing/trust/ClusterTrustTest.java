package io.eastwest.routing.trust;

import static io.eastwest.routing.trust.TrustMaterial.cacerts;
import static io.eastwest.routing.trust.TrustMaterial.given;
import static io.eastwest.routing.trust.TrustMaterial.pem;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.view.MeshViews;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The root of town is A; the intermediate of "lone" comes from root B. */
class ClusterTrustTest {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec:
              clusters:
              - {name: east, network: n1}
              - {name: west, network: n1}
              - {name: north, network: n1}
              - {name: edge, network: n1, controlPlane: east}
            """;
    private static final String NOTHING = "kind: Namespace\napiVersion: v1\nmetadata: {name: shop}\n";

    private static ClusterTrust of(String east, String west, String north) {
        MeshSnapshot mesh =
                TrustMaterial.mesh(TOPOLOGY, Map.of("east", east, "west", west, "north", north, "edge", NOTHING));
        return ClusterTrust.of(mesh, MeshViews.of(mesh));
    }

    private static String signedByAndTrusting(String signer, String root) {
        return cacerts(pem(signer), pem(signer), pem(root));
    }

    @Test
    void clustersUnderOneRootRefuseNobody() {
        ClusterTrust trust = of(given("east", "root-a"), given("west", "root-a"), given("east", "root-a"));

        assertThat(trust.isUniform()).isTrue();
        assertThat(trust.refusal("east", "west")).isEmpty();
        assertThat(trust.refusal("west", "east")).isEmpty();
    }

    @Test
    void aClusterOfAnotherRootIsRefusedAndRefuses() {
        ClusterTrust trust = of(given("east", "root-a"), given("west", "root-a"), given("lone", "root-b"));

        assertThat(trust.isUniform()).isFalse();
        assertThat(trust.refusal("east", "west")).isEmpty();
        assertThat(trust.refusal("east", "north"))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("cluster east does not trust cluster north")
                        .contains("lack the anchor \"CN=Root B, O=Town\""));
        assertThat(trust.refusal("north", "west"))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("cluster north does not trust cluster west"));
    }

    @Test
    void workloadsOfAClusterWithoutControlPlaneHaveTheMaterialOfTheirControlPlane() {
        ClusterTrust trust = of(given("east", "root-a"), given("lone", "root-b"), given("east", "root-a"));

        assertThat(trust.refusal("edge", "east")).isEmpty();
        assertThat(trust.refusal("edge", "west"))
                .isEqualTo(trust.refusal("east", "west"))
                .isPresent();
        assertThat(trust.refusal("west", "edge")).isPresent();
    }

    @Test
    void aClusterIsJudgedByOthersEvenIfItTrustsTheRootItDoesNotSignUnder() {
        String liar = signedByAndTrusting("lone", "root-a");

        assertThat(of(liar, given("west", "root-a"), given("east", "root-a")).isUniform())
                .isFalse();
        assertThat(of(given("west", "root-a"), liar, given("east", "root-a")).isUniform())
                .isFalse();
        assertThat(of(given("west", "root-a"), given("east", "root-a"), liar).isUniform())
                .isFalse();
    }

    @Test
    void whatASnapshotDoesNotShowIsTrusted() {
        ClusterTrust trust = of(given("east", "root-a"), NOTHING, given("west", "root-a"));

        assertThat(trust.isUniform()).isTrue();
        assertThat(trust.refusal("east", "west")).isEmpty();
        assertThat(trust.refusal("west", "east")).isEmpty();
    }
}
