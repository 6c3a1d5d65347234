package io.eastwest.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which rules no call can reach, and which may only not have been. The mesh is the kiosk with other rules. */
class UnreachedRulesTest {
    private static final MeshSnapshot KIOSK =
            MeshSnapshot.read(Path.of("src/test/resources/meshes/kiosk")).orThrow();
    private static final String ROUTE = "route: [{destination: {host: tea}}]";

    private static List<String> standings(String... resources) {
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(KIOSK.topology());
        mesh.addManifests(
                "east",
                KIOSK.manifests("east").stream()
                        .filter(each -> each.resource().apiVersion().equals("v1"))
                        .toList());
        for (String resource : resources) {
            mesh.addManifests(
                    "east", ManifestReader.strict().read("more.yaml", resource).orThrow());
        }
        return standings(mesh.build());
    }

    private static List<String> standings(MeshSnapshot mesh) {
        return MeshCoverage.of(MeshRouter.of(mesh)).report().items().stream()
                .map(item ->
                        item.standing() + " " + item.path() + (item.because().isEmpty() ? "" : ": " + item.because()))
                .toList();
    }

    private static String resource(String kind, String name, String spec) {
        String group = kind.endsWith("Policy") || kind.endsWith("Authentication") ? "security" : "networking";
        return "apiVersion: " + group + ".istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name
                + ", namespace: shop}\nspec: " + spec + "\n";
    }

    @Nested
    class Routes {
        @Test
        void ofCallersThatAreNotThereCannotBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], http: [
                              {match: [{sourceLabels: {app: nobody}}], %1$s},
                              {match: [{sourceLabels: {app: web}}], %1$s},
                              {%1$s}]}""".formatted(ROUTE))))
                    .containsExactly(
                            "UNREACHABLE spec.http[0]: sourceLabels: expected {app=nobody} but was {app=tea};"
                                    + " sourceLabels: expected {app=nobody} but was {app=web}",
                            "MISSED spec.http[1]",
                            "MISSED spec.http[2]");
        }

        @Test
        void behindOneThatTakesEverythingCannotBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], http: [{%1$s}, {match: [{uri: {prefix: /a}}], %1$s}]}""".formatted(ROUTE))))
                    .containsExactly(
                            "MISSED spec.http[0]", "UNREACHABLE spec.http[1]: a match before it takes every request");
        }

        @Test
        void ofGatewaysMayBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], gateways: [gate], http: [{match: [{sourceLabels: {app: nobody}}], %s}]}""".formatted(ROUTE))))
                    .containsExactly("MISSED spec.http[0]");
        }

        @Test
        void thatLookAtTheAuthorityMayBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], http: [{match: [{authority: {exact: tea.shop}}], %s}]}""".formatted(ROUTE))))
                    .containsExactly("MISSED spec.http[0]");
        }

        @Test
        void ofConnectionsMayBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], tls: [{match: [{sniHosts: [tea], port: 9}], %1$s}],
                              tcp: [{match: [{port: 9}], %1$s}]}""".formatted(ROUTE))))
                    .containsExactly("MISSED spec.tls[0]", "MISSED spec.tcp[0]");
        }

        @Test
        void ofHostsThatNoServiceHasMayBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [coffee.example.com], http: [{%s}]}""".formatted(ROUTE))))
                    .containsExactly("MISSED spec.http[0]");
        }

        @Test
        void thatAreNotSeenCannotBeReached() {
            assertThat(standings(resource("VirtualService", "tea", """
                            {hosts: [tea], exportTo: [other], http: [{%s}]}""".formatted(ROUTE))))
                    .singleElement()
                    .asString()
                    .startsWith("UNREACHABLE spec.http[0]: exportTo");
        }

        @Test
        void ofADelegateStandForTheRuleThatNamesIt() {
            assertThat(standings(
                            resource("VirtualService", "root", "{hosts: [tea], http: [{delegate: {name: part}}]}"),
                            resource("VirtualService", "part", "{http: [{%s}]}".formatted(ROUTE))))
                    .containsExactly("MISSED spec.http[0]");
        }
    }

    @Test
    void policiesThatDoNothingCannotBeReached() {
        assertThat(standings(
                        resource("AuthorizationPolicy", "nobody", """
                                {selector: {matchLabels: {app: nobody}}, rules: [{to: [{operation: {methods: [GET]}}]}]}"""),
                        resource(
                                "PeerAuthentication",
                                "tea",
                                "{selector: {matchLabels: {app: nobody}}, mtls: {mode: STRICT}}")))
                .hasSize(2)
                .allMatch(each -> each.startsWith("UNREACHABLE spec."));
    }

    @Test
    void whatNoControlPlaneReadsCannotBeReached() {
        MeshTopology topology = (MeshTopology) ManifestReader.strict()
                .read("topology.yaml", """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: two}
                spec:
                  clusters:
                  - {name: east, network: one}
                  - {name: west, network: one, controlPlane: east}
                """)
                .orThrow()
                .get(0)
                .resource();
        MeshSnapshot mesh = MeshSnapshot.builder(topology)
                .addManifests(
                        "west",
                        ManifestReader.strict()
                                .read(
                                        "west.yaml",
                                        resource(
                                                "VirtualService",
                                                "tea",
                                                "{hosts: [tea], http: [{%s}]}".formatted(ROUTE)))
                                .orThrow())
                .build();

        assertThat(standings(mesh))
                .containsExactly("UNREACHABLE spec.http[0]:"
                        + " the control plane of east serves west and does not read its configuration");
    }
}
