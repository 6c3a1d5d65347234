package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Clusters without a common root: calls between them end in the handshake, also behind an east-west gateway. */
class CallsAcrossRootsTest {
    private static final Call CALL = Call.get("http://api.shop/").from("web", "shop", "c1");

    private static final String NO_RETRIES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: api, namespace: shop}
            spec:
              hosts: [api.shop.svc.cluster.local]
              http: [{route: [{destination: {host: api.shop.svc.cluster.local}}], retries: {attempts: 0}}]
            """;

    @Test
    void clustersOfOneRootServeEachOther() {
        MeshRouter router = mesh(given("east", "root-a"), given("west", "root-a"));

        assertThat(router.decide(CALL).isForwarded()).isTrue();
        assertThat(router.decide(CALL).shareOfCluster("c2")).isGreaterThan(Share.ZERO);
    }

    @Test
    void aClusterOfAnotherRootIsRefusedWithTheMissingAnchor() {
        Decision decision =
                mesh(given("east", "root-a"), given("lone", "root-b")).decide(CALL);

        assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.ZERO);
        assertThat(decision.share(Outcome.Kind.REFUSED)).isEqualTo(Share.of(1, 4));
        assertThat(decision.outcomes())
                .filteredOn(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                .isNotEmpty()
                .allSatisfy(outcome -> {
                    assertThat(outcome.reason()).isEqualTo(Reason.TLS_HANDSHAKE_FAILED);
                    assertThat(outcome.detail())
                            .contains("cluster c1 does not trust cluster c2")
                            .contains("lack the anchor \"CN=Root B, O=Town\"");
                });
    }

    @Test
    void outlierDetectionLeavesTheGatewayBehindWhichOnlyStrangersAre() {
        Decision decision = mesh(
                        given("east", "root-a"),
                        given("lone", "root-b"),
                        "{outlierDetection: {maxEjectionPercent: 100}, loadBalancer: {localityLbSetting: {enabled: false}}}")
                .decide(CALL);

        assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.ZERO);
        assertThat(decision.isForwarded()).isTrue();
    }

    @Test
    void whatTheSnapshotDoesNotShowIsTakenAsTrusted() {
        assertThat(mesh(given("east", "root-a"), "").decide(CALL).isForwarded()).isTrue();
    }

    private static MeshRouter mesh(String ofOne, String ofTwo) {
        return mesh(ofOne, ofTwo, "{connectionPool: {http: {maxRetries: 1}}}");
    }

    private static MeshRouter mesh(String ofOne, String ofTwo, String policy) {
        SidecarNetworks mesh = SidecarNetworks.mesh().rule(policy).add("c1", NO_RETRIES);
        if (!ofOne.isEmpty()) {
            mesh.add("c1", ofOne);
        }
        if (!ofTwo.isEmpty()) {
            mesh.add("c2", ofTwo);
        }
        return mesh.router();
    }

    private static String given(String signer, String root) {
        return String.format(
                Locale.ROOT,
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: cacerts, namespace: istio-system}
                stringData:
                  ca-cert.pem: |
                %s
                  cert-chain.pem: |
                %s
                  root-cert.pem: |
                %s
                """,
                pem(signer).indent(4),
                (pem(signer) + pem(root)).indent(4),
                pem(root).indent(4));
    }

    private static String pem(String name) {
        try (InputStream file = CallsAcrossRootsTest.class.getResourceAsStream("/trust/" + name + ".pem")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
