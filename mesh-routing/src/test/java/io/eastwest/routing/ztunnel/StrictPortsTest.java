package io.eastwest.routing.ztunnel;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.admitted;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.AmbientMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What PeerAuthentications of the mesh, a namespace and a workload together mean at ztunnel. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/authorization.go:convertedSelectorPeerAuthentications, convertPeerAuthentication}.
 */
class StrictPortsTest {
    private static final String NONE = "-";

    private static AmbientMesh mesh(String root, String namespace, String own) {
        return AmbientMesh.with(
                root.equals(NONE) ? "" : policy("PeerAuthentication", "istio-system", "root", root),
                namespace.equals(NONE) ? "" : policy("PeerAuthentication", "foo", "whole", namespace),
                own.equals(NONE)
                        ? ""
                        : policy(
                                "PeerAuthentication",
                                "foo",
                                "own",
                                own.replace("SELECTOR", "selector: {matchLabels: {app: a}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mtls: {mode: STRICT}} | {} | - | closed | closed",
                "{mtls: {mode: STRICT}} | {mtls: {mode: PERMISSIVE}} | - | ok | ok",
                "{mtls: {mode: STRICT}} | {mtls: {mode: DISABLE}} | - | ok | ok",
                "{mtls: {mode: STRICT}} | - | {SELECTOR, mtls: {mode: DISABLE}} | ok | ok",
                "{mtls: {mode: STRICT}} | - | {SELECTOR, portLevelMtls: {8080: {mode: PERMISSIVE}}} | ok | closed",
                "{mtls: {mode: STRICT}} | - | {SELECTOR, portLevelMtls: {8080: {mode: DISABLE}}} | closed | closed",
                "{mtls: {mode: STRICT}} | - | {SELECTOR, portLevelMtls: {8080: {mode: STRICT}}} | closed | closed",
                // A namespace that says nothing hides the strictness of the mesh from ports.
                "{mtls: {mode: STRICT}} | {} | {SELECTOR, portLevelMtls: {8080: {mode: PERMISSIVE}}} | ok | ok",
                "{mtls: {mode: STRICT}} | {mtls: {mode: STRICT}} | {SELECTOR, portLevelMtls: {8080: {mode: PERMISSIVE}}} | ok | closed",
                "{mtls: {mode: STRICT}} | {mtls: {mode: PERMISSIVE}} | {SELECTOR, portLevelMtls: {8080: {mode: STRICT}}} | closed | ok",
                "{mtls: {mode: PERMISSIVE}} | - | {SELECTOR, portLevelMtls: {8080: {mode: STRICT}}} | closed | ok",
                "- | {mtls: {mode: PERMISSIVE}} | {SELECTOR, portLevelMtls: {8080: {mode: STRICT}}} | closed | ok",
                "- | - | {SELECTOR, portLevelMtls: {8080: {mode: STRICT}, 9090: {mode: STRICT}}} | closed | closed",
                "- | - | {SELECTOR, portLevelMtls: {8080: {mode: PERMISSIVE}}} | ok | ok",
                "- | - | {SELECTOR, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}} | ok | closed",
                "- | - | {SELECTOR, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: STRICT}}} | closed | closed",
                "- | - | {SELECTOR, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}, 9090: {mode: DISABLE}}} | ok | ok",
                "- | - | {SELECTOR, mtls: {mode: DISABLE}, portLevelMtls: {8080: {mode: STRICT}}} | closed | ok",
                "- | {mtls: {mode: STRICT}} | {SELECTOR, mtls: {mode: PERMISSIVE}, portLevelMtls: {8080: {mode: STRICT}}} | closed | ok",
                // Under a strict mesh istiod takes the port for strict already, whatever the workload says.
                "{mtls: {mode: STRICT}} | - | {SELECTOR, mtls: {mode: PERMISSIVE}, portLevelMtls: {8080: {mode: STRICT}}} | ok | ok",
                "- | {mtls: {mode: STRICT}} | {selector: {matchLabels: {app: other}}, mtls: {mode: DISABLE}} | closed | closed",
            })
    void theNarrowestThatSaysSomethingDecides(String root, String namespace, String own, String first, String second) {
        AmbientMesh mesh = mesh(root, namespace, own);

        assertThat(admitted(mesh.plaintext(8080))).isEqualTo(first);
        assertThat(admitted(mesh.plaintext(9090))).isEqualTo(second);
        assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
    }

    @Test
    void thePolicyThatPortsMakeIsNamedAfterItsSource() {
        assertThat(mesh(NONE, NONE, "{SELECTOR, portLevelMtls: {8080: {mode: STRICT}}}")
                        .plaintext(8080)
                        .outcome()
                        .detail())
                .isEqualTo("connection closed due to policy rejection: explicitly denied by:"
                        + " foo/converted_peer_authentication_own");
    }
}
