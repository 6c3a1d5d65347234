package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.WorkloadEntry;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the manifests say of the istiod of a cluster, and what follows: sections 3.3, 3.7, 4.3, 4.5 and 8.2 of multicluster.md. */
class InstallationTest {
    private static final String TWO = "- {name: c1, network: n1}\n- {name: c2, network: n2}\n";
    private static final String PRIMARY_REMOTE =
            "- {name: c1, network: n1}\n- {name: c2, controlPlane: c1, network: told}\n";
    private static final String POD = TestMesh.pod("a", "app: web", "10.0.0.1");

    private static String istio(String name, String spec) {
        return "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: " + name + "}, spec: {version: v1.30.3, "
                + spec + "}}";
    }

    private static String istiod(String name, String namespace, String environment, String arguments) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: " + name + ", namespace: " + namespace
                + "}, spec: {selector: {matchLabels: {app: istiod}}, template: {metadata: {labels: {app: istiod}}, "
                + "spec: {containers: [{name: discovery, args: [" + arguments + "], env: [" + environment + "]}]}}}}";
    }

    private static String config(String name, String namespace, String mesh) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", namespace: " + namespace
                + "}, data: {mesh: '" + mesh + "'}}";
    }

    private static String namespace(String name, String network) {
        return "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + ", labels: {topology.istio.io/network: "
                + network + "}}}";
    }

    private static String labelled(String kind, String name, String revision, String spec) {
        return "{apiVersion: networking.istio.io/v1, kind: " + kind + ", metadata: {name: " + name
                + ", namespace: shop" + (revision.isEmpty() ? "" : ", labels: {istio.io/rev: " + revision + "}")
                + "}, spec: {" + spec + "}}";
    }

    private static String network(TestMesh mesh, String cluster) {
        return mesh.view(cluster)
                .proxy(cluster + "/shop/a", MeshProxy.Kind.SIDECAR)
                .orElseThrow()
                .network();
    }

    @Nested
    class Revision {
        private final String mine = labelled("VirtualService", "mine", "canary", "hosts: [x]");
        private final String others = labelled("VirtualService", "others", "default", "hosts: [x]");
        private final String everybodys = labelled("VirtualService", "everybodys", "", "hosts: [x]");

        private List<String> read(String... installation) {
            return TestMesh.single(installation)
                    .with("c1", mine, others, everybodys)
                    .view("c1")
                    .configuration(VirtualService.class)
                    .stream()
                    .map(Configured::name)
                    .toList();
        }

        @Test
        void ofTheDeploymentReadsWhatIsForItAndWhatIsForAll() {
            assertThat(read(istiod("istiod-canary", "istio-system", "{name: REVISION, value: canary}", "")))
                    .containsExactly("everybodys", "mine");
        }

        @Test
        void ofTheSailResourceIsItsName() {
            assertThat(read(istio("canary", "namespace: istio-system"))).containsExactly("everybodys", "mine");
            assertThat(read(istio("default", "namespace: istio-system"))).containsExactly("everybodys", "others");
        }

        @Test
        void ofTheSailResourceHasTheVersionWhereEachVersionIsOne() {
            TestMesh mesh = TestMesh.single(istio("default", "updateStrategy: {type: RevisionBased}"));

            assertThat(mesh.view("c1").installation().revision()).contains("default-v1-30-3");
        }

        @Test
        void thatIsNotKnownReadsAll() {
            assertThat(read()).containsExactly("everybodys", "mine", "others");
        }

        @Test
        void countsForWorkloadEntriesOfAllClusters() {
            String service = TestMesh.service("web", "selector: {app: web}, ports: [{name: http, port: 80}]");
            String entry = "address: %s, labels: {app: web}";
            TestMesh mesh = TestMesh.of(TWO)
                    .with("c1", istio("canary", "namespace: istio-system"), service)
                    .with(
                            "c2",
                            service,
                            labelled("WorkloadEntry", "a", "canary", entry.formatted("10.2.0.1")),
                            labelled("WorkloadEntry", "b", "default", entry.formatted("10.2.0.2")));

            assertThat(TestMesh.endpoints(mesh.view("c1"), "web.shop.svc.cluster.local"))
                    .containsExactly("10.2.0.1:80 HEALTHY");
            assertThat(mesh.view("c1").configuration(WorkloadEntry.class)).isEmpty();
        }

        @Test
        void choosesTheMeshConfiguration() {
            String old = config("istio", "istio-system", "connectTimeout: 1s");
            String canary = config("istio-canary", "istio-system", "connectTimeout: 2s");

            assertThat(seconds(istio("canary", "namespace: istio-system"), old, canary))
                    .isEqualTo(2);
            assertThat(seconds(istio("default", "namespace: istio-system"), canary, old))
                    .isEqualTo(1);
            assertThat(seconds(canary, old)).isEqualTo(1);
            assertThat(seconds(canary)).isEqualTo(2);
            assertThat(seconds(istio("default", "namespace: istio-system"), canary))
                    .isEqualTo(10);
        }

        private static long seconds(String... documents) {
            return TestMesh.single(documents)
                    .view("c1")
                    .meshConfig()
                    .connectTimeout()
                    .orElseThrow()
                    .toSeconds();
        }
    }

    @Nested
    class SystemNamespace {
        /** Rule 2 of section 8.2: istiod looks at the namespace of its own name in every cluster. */
        @Test
        void givesTheNetworkOfPodsInEachCluster() {
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                    .with("c1", istio("default", "namespace: mesh"), namespace("istio-system", "no"), POD)
                    .with(
                            "c2",
                            namespace("mesh", "m2"),
                            namespace("istio-system", "s2"),
                            TestMesh.service("web", "selector: {app: web}, ports: [{port: 80}]"),
                            POD.replace("10.0.0.1", "10.0.0.2"));
            ControlPlaneView one = mesh.view("c1");
            ControlPlaneView two = mesh.view("c2");

            assertThat(one.endpoints(one.services().get(0)))
                    .extracting(ServiceEndpoint::network)
                    .containsExactly("m2");
            assertThat(two.endpoints(two.services().get(0)))
                    .extracting(ServiceEndpoint::network)
                    .containsExactly("s2");
        }

        @Test
        void ofTheTopologysNetworkIsThatOfTheInstallation() {
            TestMesh mesh = TestMesh.of("- {name: c1, network: n1}\n")
                    .with("c1", istio("default", "namespace: mesh"), TestMesh.service("web", "ports: [{port: 80}]"));

            assertThat(mesh.view("c1").clusters().get(0).network()).isEqualTo("n1");
        }

        @Test
        void isTheRootNamespaceOfWhatTheOperatorRenders() {
            ControlPlaneView view =
                    TestMesh.single(istio("canary", "namespace: mesh")).view("c1");

            assertThat(view.rootNamespace()).isEqualTo("mesh");
            assertThat(view.meshConfig().defaultConfig().orElseThrow().discoveryAddress())
                    .contains("istiod-canary.mesh.svc:15012");
        }
    }

    @Nested
    class DnsDomain {
        private static final String SERVICE = TestMesh.service("web", "selector: {app: web}, ports: [{port: 80}]");

        private static void check(String installation) {
            TestMesh mesh = TestMesh.single(installation, SERVICE, POD);
            ControlPlaneView view = mesh.view("c1");

            assertThat(view.services()).extracting(MeshService::hostname).containsExactly("web.shop.svc.corp.internal");
            assertThat(view.endpoints(view.services().get(0))).hasSize(1);
            assertThat(view.proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)
                            .orElseThrow()
                            .dnsDomain())
                    .isEqualTo("shop.svc.corp.internal");
            assertThat(mesh.views()
                            .resolver("c1")
                            .resolve("shop", "web")
                            .orElseThrow()
                            .hostname())
                    .isEqualTo("web.shop.svc.corp.internal");
        }

        @Test
        void isThatOfTheValues() {
            check(istio("default", "values: {global: {proxy: {clusterDomain: corp.internal}}}"));
        }

        @Test
        void isThatOfTheArgumentsOfTheDeployment() {
            check(istiod("istiod", "istio-system", "", "discovery, --domain, corp.internal"));
            check(istiod("istiod", "istio-system", "", "discovery, --domain=corp.internal"));
        }

        @Test
        void isTheUsualOneWhereTheArgumentIsEmpty() {
            for (String arguments : List.of("discovery, --domain=", "discovery, --domain", "discovery")) {
                assertThat(TestMesh.single(istiod("istiod", "istio-system", "", arguments))
                                .view("c1")
                                .domainSuffix())
                        .isEqualTo("cluster.local");
            }
        }
    }

    /** Section 4.5: X hosts istiod, K is the configuration cluster. */
    @Nested
    class External {
        private final TestMesh mesh = TestMesh.of("- {name: x}\n- {name: k}\n")
                .with(
                        "x",
                        istio("default", "namespace: istio-system"),
                        istio(
                                "external-istiod",
                                "namespace: external-istiod, profile: empty, values: {meshConfig: {connectTimeout: 4s}, global: {network: net-k, multiCluster: {clusterName: k}}}"))
                .with(
                        "k",
                        istio("external-istiod", "namespace: external-istiod, profile: remote"),
                        labelled("VirtualService", "mine", "external-istiod", "hosts: [x]"),
                        labelled("VirtualService", "others", "default", "hosts: [x]"),
                        POD);

        @Test
        void isTheControlPlaneOfTheClusterThatItNames() {
            ControlPlaneView view = mesh.view("k");

            assertThat(view.installation().host()).isEqualTo("x");
            assertThat(view.installation().namespace()).contains("external-istiod");
            assertThat(view.meshConfig().connectTimeout().orElseThrow()).hasSeconds(4);
            assertThat(view.rootNamespace()).isEqualTo("external-istiod");
            assertThat(view.configuration(VirtualService.class))
                    .extracting(Configured::name)
                    .containsExactly("mine");
            assertThat(network(mesh, "k")).isEqualTo("net-k");
            assertThat(mesh.views().issues()).isEmpty();
        }

        @Test
        void readsTheFileThatIsMountedWhereItRuns() {
            mesh.with("k", config("istio-external-istiod", "external-istiod", "connectTimeout: 5s"));
            assertThat(mesh.view("k").meshConfig().connectTimeout().orElseThrow())
                    .hasSeconds(5);

            mesh.with("x", config("istio-external-istiod", "external-istiod", "connectTimeout: 6s"));
            assertThat(mesh.view("k").meshConfig().connectTimeout().orElseThrow())
                    .hasSeconds(6);
        }
    }

    /** Examples of section 3.7 on a remote cluster. */
    @Nested
    class Injection {
        private static final String PRIMARY = istio("default", "values: {global: {network: net-1}}");

        private static TestMesh remote(String values) {
            return TestMesh.of(PRIMARY_REMOTE)
                    .with("c1", PRIMARY)
                    .with("c2", istio("default", "profile: remote, values: {istiodRemote: {" + values + "}}"), POD);
        }

        @Test
        void givesTheNetworkOfThePath() {
            TestMesh mesh = remote("injectionPath: /inject/cluster/c2/net/net-2");

            assertThat(network(mesh, "c2")).isEqualTo("net-2");
            assertThat(mesh.views().issues()).isEmpty();
        }

        @Test
        void givesTheNetworkOfTheUrl() {
            assertThat(network(remote("injectionURL: 'https://192.0.2.1:15017/inject/cluster/c2/net/net-3'"), "c2"))
                    .isEqualTo("net-3");
        }

        @Test
        void withoutNetworkGivesThatOfThePrimary() {
            assertThat(network(remote("injectionPath: /inject/cluster/c2/network/net-2"), "c2"))
                    .isEqualTo("net-1");
        }

        @Test
        void thatClaimsAnotherClusterIsTold() {
            assertThat(remote("injectionPath: /inject").views().issues())
                    .extracting(Object::toString)
                    .containsExactly(
                            "WARNING Istio/default spec.values.istiodRemote.injectionPath: makes pods claim to run in "
                                    + "cluster \"c1\", but they run in cluster \"c2\"; use /inject/cluster/c2/net/<network>; answers "
                                    + "are those of pods that do not claim it TOPOLOGY_CONFLICT");
        }

        @Test
        void isThatOfTheTopologyWhereTheManifestsHoldNoInstallation() {
            assertThat(network(TestMesh.of(PRIMARY_REMOTE).with("c2", POD), "c2"))
                    .isEqualTo("told");
        }
    }

    @Test
    void aClusterNameThatTheTopologyDoesNotKnowIsTold() {
        TestMesh mesh = TestMesh.single(istio("default", "values: {global: {multiCluster: {clusterName: cluster1}}}"));

        assertThat(mesh.views().issues())
                .extracting(Object::toString)
                .containsExactly(
                        "WARNING Istio/default spec.values.global.multiCluster.clusterName: is \"cluster1\", but the "
                                + "topology calls this cluster \"c1\"; give both the same name; answers use that of the topology "
                                + "TOPOLOGY_CONFLICT");
    }

    /** V2 of multicluster.md. */
    @Test
    void aProxyThatClaimsAnotherClusterIsTold() {
        String claims = POD.replace(
                "{name: app, ports",
                "{name: istio-proxy, env: [{name: ISTIO_META_CLUSTER_ID, value: cluster1}]}, {name: app, ports");

        assertThat(TestMesh.single(claims).views().issues("c1"))
                .extracting(Object::toString)
                .containsExactly("WARNING Pod/shop/a spec: its proxy says that it runs in cluster \"cluster1\" "
                        + "(ISTIO_META_CLUSTER_ID), but it runs in cluster \"c1\"; give cluster, topology and remote secret one "
                        + "name; answers use that of the topology TOPOLOGY_CONFLICT");
        assertThat(TestMesh.single(claims.replace("cluster1", "c1")).views().issues("c1"))
                .isEmpty();
        assertThat(TestMesh.single(claims.replace("cluster1", "''")).views().issues("c1"))
                .isEmpty();
    }
}
