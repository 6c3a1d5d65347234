package io.eastwest.routing.trust;

import static io.eastwest.routing.trust.TrustMaterial.bundle;
import static io.eastwest.routing.trust.TrustMaterial.cacerts;
import static io.eastwest.routing.trust.TrustMaterial.given;
import static io.eastwest.routing.trust.TrustMaterial.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of {@code shared/spec/pki.md} 1: two clusters trust each other iff each trusts the root of the other's chain. */
class ClusterAuthenticationTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec: {clusters: [{name: east, network: n1}, {name: west, network: n1}]}
            """;

    private static String mesh(String settings) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: |
                %s
                """.formatted(settings.indent(4));
    }

    private static ClusterAuthentication of(String east, String west) {
        return of(east, west, NOW);
    }

    private static ClusterAuthentication of(String east, String west, Instant time) {
        return ClusterAuthentication.of(TrustMaterial.mesh(TOPOLOGY, Map.of("east", east, "west", west)), time);
    }

    @Test
    void intermediatesOfOneRootAuthenticate() {
        ClusterAuthentication checked = of(given("east", "root-a"), given("west", "root-a"));

        assertThat(checked.pairs())
                .containsExactly(
                        new ClusterPair("east", "west", AuthenticationVerdict.SUCCEEDS, List.of()),
                        new ClusterPair("west", "east", AuthenticationVerdict.SUCCEEDS, List.of()));
    }

    @Test
    void theMissingAnchorIsNamedInBothDirections() {
        ClusterPair pair = of(given("east", "root-a"), given("lone", "root-b")).pair("east", "west");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(pair.reasons())
                .containsExactly(
                        "cluster west does not trust cluster east: its roots (\"CN=Root B, O=Town\" (SHA-256 f7b034ae9633ddb6))"
                                + " lack the anchor \"CN=Root A, O=Town\" (SHA-256 682ebb89f5fe3930)",
                        "cluster east does not trust cluster west: its roots (\"CN=Root A, O=Town\" (SHA-256 682ebb89f5fe3930))"
                                + " lack the anchor \"CN=Root B, O=Town\" (SHA-256 f7b034ae9633ddb6)");
    }

    @Test
    void bothRootsInOneClusterAreNotEnough() {
        String both = cacerts(pem("east"), pem("east"), pem("root-a") + pem("root-b"));
        ClusterPair pair = of(both, given("lone", "root-b")).pair("east", "west");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(pair.reasons()).singleElement().asString().startsWith("cluster west does not trust cluster east");
    }

    @Test
    void bundlesOfBothRootsAuthenticateDuringARotation() {
        String roots = pem("root-a") + pem("root-b");
        ClusterPair pair = of(cacerts(pem("east"), pem("east"), roots), cacerts(pem("lone"), pem("lone"), roots))
                .pair("west", "east");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.SUCCEEDS);
    }

    private static String istio(String environment) {
        return "---\napiVersion: sailoperator.io/v1\nkind: Istio\nmetadata: {name: default}\nspec: {namespace: istio-system, "
                + "values: {pilot: {env: {" + environment + "}}}}\n";
    }

    private static String roots(String root, String agent) {
        return "---\n"
                + mesh("defaultConfig: {proxyMetadata: {PROXY_CONFIG_XDS_AGENT: '" + agent
                        + "'}}\ncaCertificates:\n- pem: |\n" + pem(root).indent(4));
    }

    /** Rule 5 of section 2.2 of security-ambient.md. */
    @Test
    void rootsOfTheMeshConfigurationCountWhereIstiodSendsAndAgentsTakeThem() {
        String sends = istio("ISTIO_MULTIROOT_MESH: 'true'");
        String east = given("east", "root-a") + roots("root-b", "true");
        String west = given("lone", "root-b") + roots("root-a", "true");

        assertThat(of(east + sends, west + sends).pair("east", "west").verdict())
                .isEqualTo(AuthenticationVerdict.SUCCEEDS);
        assertThat(of(east + sends, west + istio("")).pair("east", "west").verdict())
                .isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(of(east, west).pair("east", "west").reasons())
                .hasSize(2)
                .allMatch(reason -> reason.endsWith(
                        "caCertificates[0] of the mesh configuration reaches sidecars only with ISTIO_MULTIROOT_MESH at istiod "
                                + "and PROXY_CONFIG_XDS_AGENT at their agents, and never ztunnels"));
        assertThat(of(east + sends, given("lone", "root-b") + roots("root-a", "false") + sends)
                        .pair("east", "west")
                        .verdict())
                .isEqualTo(AuthenticationVerdict.UNKNOWN);
    }

    @Test
    void materialOfTheNamespaceOfIstiodCounts() {
        String root = "---\n" + mesh("rootNamespace: config");
        String other = given("lone", "root-b").replace("namespace: istio-system", "namespace: config");

        assertThat(of(other + "---\n" + given("east", "root-a") + root, given("west", "root-a"))
                        .pair("east", "west")
                        .verdict())
                .isEqualTo(AuthenticationVerdict.SUCCEEDS);
    }

    @Test
    void anIssuerThatIsNotInTheChainIsNamed() {
        String east = cacerts(pem("east"), pem("east"), pem("root-a"));

        assertThat(of(east, given("lone", "root-b"))
                        .pair("east", "west")
                        .reasons()
                        .get(0))
                .endsWith("lack the anchor CN=Root A, O=Town, which issued \"CN=Intermediate east, O=Town\""
                        + " (SHA-256 493ddad47105f792)");
    }

    @Test
    void selfSignedClustersFailAndInvisibleOnesAreUnknown() {
        ClusterPair selfSigned = of(bundle("root-a"), bundle("root-b")).pair("east", "west");
        ClusterPair invisible =
                of(given("east", "root-a"), mesh("trustDomain: cluster.local")).pair("east", "west");

        assertThat(selfSigned.verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(invisible.verdict()).isEqualTo(AuthenticationVerdict.UNKNOWN);
        assertThat(invisible.reasons())
                .anyMatch(reason -> reason.contains("what istiod of cluster west signs with"))
                .anyMatch(reason -> reason.contains("does not show the roots of cluster west"));
    }

    @Test
    void anEndedCertificateIsNamed() {
        ClusterPair pair = of(given("east", "root-a"), given("west", "root-a"), Instant.parse("2040-01-01T00:00:00Z"))
                .pair("east", "west");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(pair.reasons().get(0))
                .startsWith("at 2040-01-01T00:00:00Z certificate \"CN=Intermediate east, O=Town\"")
                .contains("of cluster east is not valid");
    }

    @Test
    void trustDomainsNeedAliasesOnBothSides() {
        String east = given("east", "root-a") + "---\n" + mesh("trustDomain: east.town");
        String west = given("west", "root-a") + "---\n" + mesh("trustDomain: west.town");
        String known =
                given("west", "root-a") + "---\n" + mesh("trustDomain: west.town\ntrustDomainAliases: [east.town]");
        String knows =
                given("east", "root-a") + "---\n" + mesh("trustDomain: east.town\ntrustDomainAliases: [west.town]");

        assertThat(of(east, west).pair("east", "west").reasons())
                .anyMatch(reason -> reason.startsWith("cluster west accepts no certificates of trust domain east.town"))
                .anyMatch(reason -> reason.startsWith("cluster east expects no servers of trust domain west.town"));
        assertThat(of(east, known).pair("east", "west").verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(of(knows, known).pair("east", "west").verdict()).isEqualTo(AuthenticationVerdict.SUCCEEDS);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        String broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";

        assertThat(reasons(cacerts(pem("east"), pem("east"), broken)))
                .contains(
                        "cluster east: root-cert.pem of Secret/istio-system/cacerts holds a block that is no certificate",
                        "cluster east: root-cert.pem of Secret/istio-system/cacerts holds no certificate");
        assertThat(reasons(given("east", "root-a").replace("  root-cert.pem:", "  other.pem:")))
                .contains("cluster east: root-cert.pem of Secret/istio-system/cacerts is missing");
    }

    private static List<String> reasons(String east) {
        return of(east, given("west", "root-a")).pair("east", "west").reasons();
    }

    @Test
    void ztunnelsAcceptOnlyTheirOwnTrustDomain() {
        String ambient = "---\n"
                + istio("PILOT_ENABLE_AMBIENT: 'true'")
                + "---\n"
                + mesh("trustDomain: east.town\ntrustDomainAliases: [west.town]");
        String west =
                given("west", "root-a") + "---\n" + mesh("trustDomain: west.town\ntrustDomainAliases: [east.town]");

        ClusterPair pair = of(given("east", "root-a") + ambient, west).pair("east", "west");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.FAILS);
        assertThat(pair.reasons())
                .containsExactly("cluster east has trust domain east.town, cluster west has west.town;"
                        + " ztunnels accept only their own");
    }

    @Test
    void whatIsNotVisibleIsToldOnce() {
        ClusterPair pair = of(mesh("trustDomain: cluster.local"), mesh("trustDomain: cluster.local"))
                .pair("east", "west");

        assertThat(pair.verdict()).isEqualTo(AuthenticationVerdict.UNKNOWN);
        assertThat(pair.reasons()).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void anUnknownClusterIsRefused() {
        assertThatThrownBy(() -> of(bundle("root-a"), bundle("root-a")).pair("east", "north"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("north");
    }
}
