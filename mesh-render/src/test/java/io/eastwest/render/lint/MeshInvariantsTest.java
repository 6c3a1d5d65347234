package io.eastwest.render.lint;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeshInvariantsTest {
    private static final MeshSnapshot PRIMARIES = InstallPlan.of(
                    InstallSpecs.multiPrimary(kubernetes, "network1", "network2"))
            .tree()
            .snapshot();
    private static final MeshSnapshot REMOTE = InstallPlan.of(
                    InstallSpecs.primaryRemote(kubernetes, "network1", "network2"))
            .tree()
            .snapshot();
    private static final ResourceKey ISTIO = ResourceKey.of("sailoperator.io", "Istio", "", "default");

    private static List<String> breaches(MeshSnapshot mesh) {
        return MeshInvariants.check(mesh, Instant.now()).stream()
                .map(InvariantFinding::line)
                .toList();
    }

    private static MeshResource resource(String yaml) {
        return ManifestReader.strict().read("test.yaml", yaml).orThrow().get(0).resource();
    }

    /** The mesh with another text in a resource of a cluster. */
    private static MeshSnapshot changed(MeshSnapshot mesh, String cluster, ResourceKey key, String from, String to) {
        Manifest manifest = mesh.find(cluster, key).orElseThrow();
        String text = ManifestWriter.toYaml(manifest.resource());
        assertThat(text).contains(from);
        return mesh.toBuilder()
                .remove(cluster, key)
                .add(cluster, resource(text.replace(from, to)))
                .build();
    }

    @Test
    void areKeptByEveryPlan() {
        assertThat(List.of(
                        PRIMARIES,
                        REMOTE,
                        InstallPlan.of(InstallSpecs.external(kubernetes)).tree().snapshot(),
                        InstallPlan.of(InstallSpecs.ambient(kubernetes)).tree().snapshot()))
                .allSatisfy(mesh -> assertThat(breaches(mesh)).isEmpty());
    }

    @Nested
    class OfIdentity {
        @Test
        void twoClustersOfOneName() {
            assertThat(breaches(changed(PRIMARIES, "c2", ISTIO, "clusterName: c2", "clusterName: c1")))
                    .contains("ERROR V1 c1, c2: all call themselves \"c1\", so that one hides the others;"
                            + " give each a clusterName of its own CLUSTER_NAMES_UNIQUE");
        }

        @Test
        void nameThatNoSecretCanHave() {
            MeshTopology topology = MeshTopology.of(
                    "mesh",
                    MeshTopologySpec.builder()
                            .addCluster(ClusterTopology.of("C_2"))
                            .build());

            assertThat(breaches(MeshSnapshot.builder(topology).build()))
                    .containsExactly("ERROR V1 C_2: \"C_2\" is no DNS label, so that its remote secret is refused;"
                            + " use lower case letters, digits and \"-\", 63 at most CLUSTER_NAMES_UNIQUE");
        }

        @Test
        void secretWhoseKeyNoProxyReports() {
            ResourceKey key = ResourceKey.of("", "Secret", "istio-system", "istio-remote-secret-c2");

            assertThat(breaches(changed(REMOTE, "c1", key, "  c2: ", "  remote: ")))
                    .containsExactly(
                            "ERROR V2 c1 Secret/istio-system/istio-remote-secret-c2: key \"remote\" is a cluster that no"
                                    + " proxy reports, which report [c1, c2]; name the cluster as its proxies do"
                                    + " SECRET_KEYS_REPORTED",
                            "ERROR V2 c1, c2: proxies of c2 report cluster \"c2\", but istiod of c1 knows only [c1, remote]"
                                    + " and refuses them; give the remote secret that name as its key SECRET_KEYS_REPORTED");
        }

        @Test
        void proxiesThatReportAnotherName() {
            assertThat(breaches(changed(REMOTE, "c2", ISTIO, "/inject/cluster/c2/", "/inject/cluster/c3/")))
                    .contains(
                            "ERROR V2 c1, c2: proxies of c2 report cluster \"c3\", but istiod of c1 knows only [c1, c2] and"
                                    + " refuses them; give the remote secret that name as its key SECRET_KEYS_REPORTED");
        }

        @Test
        void secretOfTheClusterItself() {
            Secret own = (Secret) PRIMARIES
                    .find("c2", ResourceKey.of("", "Secret", "istio-system", "istio-remote-secret-c1"))
                    .orElseThrow()
                    .resource();

            assertThat(breaches(PRIMARIES.toBuilder().add("c1", own).build()))
                    .containsExactly(
                            "ERROR V4 c1 Secret/istio-system/istio-remote-secret-c1: key \"c1\" is the cluster of"
                                    + " this istiod itself, which passes over it; apply it to the other clusters"
                                    + " NO_SECRET_OF_ITSELF");
        }
    }

    @Nested
    class OfTrust {
        @Test
        void rootsThatDiffer() {
            MeshSnapshot other = InstallPlan.of(InstallSpecs.multiPrimary(kubernetes, "network1", "network2"))
                    .tree()
                    .snapshot();
            ResourceKey key = ResourceKey.of("", "Secret", "istio-system", "cacerts");
            MeshResource foreign = other.find("c2", key).orElseThrow().resource();

            assertThat(MeshInvariants.check(
                            PRIMARIES.toBuilder()
                                    .remove("c2", key)
                                    .add("c2", foreign)
                                    .build(),
                            Instant.now()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.invariant()).isEqualTo(MeshInvariant.COMMON_TRUST);
                        assertThat(finding.clusters()).containsExactly("c1", "c2");
                        assertThat(finding.line()).startsWith("ERROR V5 c1, c2: mutual TLS between them fails: ");
                    });
        }
    }

    @Nested
    class OfNetworks {
        @Test
        void networkWithoutGateway() {
            MeshSnapshot mesh = PRIMARIES.toBuilder()
                    .remove("c2", ResourceKey.of("", "Service", "istio-system", "istio-eastwestgateway"))
                    .build();

            assertThat(breaches(mesh))
                    .containsExactly(
                            "ERROR V6 c2: network \"network2\" has no gateway, so that callers in others dial its"
                                    + " pods directly; add an east-west gateway with label topology.istio.io/network"
                                    + " NETWORKS_HAVE_GATEWAYS");
        }

        @Test
        void labelThatContradictsTheValues() {
            ResourceKey key = ResourceKey.of("", "Namespace", "", "istio-system");

            assertThat(breaches(changed(PRIMARIES, "c2", key, "network: network2", "network: network9")))
                    .containsExactly(
                            "ERROR V11 c2 Namespace/istio-system: label topology.istio.io/network is \"network9\", the"
                                    + " network of the values \"network2\", so that pods that are not injected are in another network"
                                    + " than the others; give both the same name NETWORK_LABELS_AGREE");
        }
    }

    @Nested
    class OfRemotes {
        @Test
        void remoteOfAnotherNameThanItsPrimary() {
            assertThat(breaches(changed(REMOTE, "c2", ISTIO, "name: default", "name: other")))
                    .contains("ERROR V7 c1, c2: control plane \"istio-system/other\" of c2 is none of"
                            + " [istio-system/default] in c1, which looks for objects of its own name; give both one name,"
                            + " namespace and revision REMOTE_FOLLOWS_PRIMARY");
        }

        @Test
        void primaryThatDoesNotKnowThatItServes() {
            MeshSnapshot mesh = changed(
                    changed(REMOTE, "c1", ISTIO, "EXTERNAL_ISTIOD", "OTHER"),
                    "c1",
                    ISTIO,
                    "externalIstiod: true",
                    "externalIstiod: false");

            assertThat(breaches(mesh))
                    .containsExactly(
                            "ERROR V12 c1, c2: istiod of c1 serves c2 without EXTERNAL_ISTIOD, so that it writes"
                                    + " neither the root nor the webhook there; set pilot.env.EXTERNAL_ISTIOD to \"true\""
                                    + " PRIMARY_SERVES_REMOTES");
        }
    }

    @Nested
    class OfConfiguration {
        private static final String SERVICE =
                "{apiVersion: v1, kind: Service, metadata: {name: reviews, namespace: shop},"
                        + " spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}}";
        private static final String POD = "{apiVersion: v1, kind: Pod, metadata: {name: reviews-1, namespace: shop,"
                + " labels: {app: reviews, version: v1}}, spec: {containers: [{name: app, image: a}]}}";

        private static MeshSnapshot with(String cluster, String... yaml) {
            MeshSnapshotBuilder mesh = PRIMARIES.toBuilder();
            for (String text : yaml) {
                mesh.add(cluster, resource(text));
            }
            return mesh.build();
        }

        private static String rule(String subset, String more) {
            return "{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: reviews, namespace: shop},"
                    + " spec: {host: reviews, subsets: [" + subset + "]" + more + "}}";
        }

        @Test
        void subsetOfAClusterThatIsNotThere() {
            MeshSnapshot mesh =
                    with("c1", SERVICE, rule("{name: far, labels: {topology.istio.io/cluster: cluster2}}", ""));

            assertThat(breaches(mesh))
                    .contains(
                            "ERROR V3 c1 DestinationRule/shop/reviews: subset \"far\" selects cluster \"cluster2\", which is"
                                    + " not among [c1, c2], and is empty; name one of them CLUSTER_LABELS_KNOWN");
        }

        @Test
        void callersOfAClusterThatIsNotThere() {
            MeshSnapshot mesh = with(
                    "c1",
                    SERVICE,
                    "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: reviews, namespace: shop},"
                            + " spec: {hosts: [reviews], http: [{match: [{sourceLabels: {topology.istio.io/cluster:"
                            + " cluster2}}], route: [{destination: {host: reviews}}]}]}}");

            assertThat(breaches(mesh))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(
                                    "WARNING V3 c1 VirtualService/shop/reviews: cluster \"cluster2\" is not among"));
        }

        @Test
        void subsetThatTheFarControlPlaneLacks() {
            MeshSnapshot mesh = with("c1", SERVICE, rule("{name: v1, labels: {version: v1}}", "")).toBuilder()
                    .add("c2", resource(SERVICE), resource(POD))
                    .build();

            assertThat(breaches(mesh))
                    .anySatisfy(
                            line -> assertThat(line)
                                    .startsWith(
                                            "WARNING V8 c1, c2 DestinationRule/shop/reviews: cluster \"c2\" of another network"));
        }

        @Test
        void serviceThatTheGatewayDoesNotSee() {
            String hidden = SERVICE.replace(
                    "namespace: shop}", "namespace: shop, annotations: {networking.istio.io/exportTo: \".\"}}");
            MeshSnapshot mesh =
                    with("c1", hidden).toBuilder().add("c2", resource(SERVICE)).build();

            assertThat(breaches(mesh))
                    .anySatisfy(
                            line -> assertThat(line).startsWith("WARNING V9").contains("Service/shop/reviews"));
        }

        @Test
        void serviceThatCallersCannotResolve() {
            MeshSnapshot mesh = with(
                            "c1",
                            "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: reviews, namespace:"
                                    + " shop}, spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}}")
                    .toBuilder()
                    .add("c2", resource(SERVICE))
                    .build();

            assertThat(breaches(mesh))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("WARNING V10 c1, c2 VirtualService/shop/reviews: callers in cluster [c1]"));
        }
    }
}
