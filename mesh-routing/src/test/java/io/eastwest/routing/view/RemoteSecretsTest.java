package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Section 6.4 of multicluster.md: which clusters the remote secrets of the manifests let a control plane read. */
class RemoteSecretsTest {
    private static final String THREE = "- {name: c1}\n- {name: c2}\n- {name: c3}\n";

    private static String kubeconfig(String cluster, String user) {
        return "{clusters: [{name: " + cluster + ", cluster: {server: \"https://192.0.2.2:6443\"}}], users: [{name: "
                + cluster + ", user: {" + user + "}}], contexts: [{name: " + cluster + ", context: {cluster: "
                + cluster + ", user: " + cluster + "}}], current-context: " + cluster + "}";
    }

    private static String secret(String name, String... keys) {
        return secretIn("istio-system", name, keys);
    }

    private static String secretIn(String namespace, String name, String... keys) {
        StringBuilder data = new StringBuilder();
        for (String key : keys) {
            data.append("\n  ")
                    .append(key)
                    .append(": '")
                    .append(kubeconfig(key, "token: t"))
                    .append("'");
        }
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: " + name + ", namespace: " + namespace
                + ", labels: {istio/multiCluster: 'true'}, annotations: {networking.istio.io/cluster: annotated}}\nstringData:"
                + data + "\n";
    }

    private static String insecure(String user) {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: istio-system, labels: {istio/multiCluster: 'true'}}\n"
                + "stringData: {c2: '" + kubeconfig("c2", user) + "'}\n";
    }

    private static String istio(String spec) {
        return "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: default}, spec: {version: v1.30.3, "
                + spec + "}}";
    }

    private static List<String> read(TestMesh mesh, String controlPlane) {
        return mesh.view(controlPlane).clusters().stream()
                .map(ClusterView::name)
                .toList();
    }

    private static List<String> issues(TestMesh mesh) {
        return mesh.views().issues().stream()
                .map(issue -> issue.resource().orElseThrow().name() + ": " + issue.message())
                .toList();
    }

    @Nested
    class Discovery {
        @Test
        void followsTheSecretsWhereAnyClusterHoldsOne() {
            TestMesh mesh = TestMesh.of(THREE).with("c1", secret("a", "c2"));

            assertThat(read(mesh, "c1")).containsExactly("c1", "c2");
            assertThat(read(mesh, "c3")).containsExactly("c3");
        }

        @Test
        void followsTheTopologyWhereNoClusterHoldsOne() {
            assertThat(read(TestMesh.of(THREE), "c3")).containsExactly("c3", "c1", "c2");
        }

        /** Example 6d. */
        @Test
        void isByTheKeyWhateverTheAnnotationSays() {
            assertThat(read(TestMesh.of(THREE).with("c1", secret("a", "c3")), "c1"))
                    .containsExactly("c1", "c3");
        }

        @Test
        void takesEveryKeyOfASecret() {
            assertThat(read(TestMesh.of(THREE).with("c1", secret("a", "c3", "c2")), "c1"))
                    .containsExactly("c1", "c2", "c3");
        }

        @Test
        void doesNotFollowTheSecretOfAnExternalControlPlaneForItsOwnConfiguration() {
            TestMesh mesh = TestMesh.of(THREE).with("c1", secretIn("external-istiod", "istio-kubeconfig", "config"));

            assertThat(read(mesh, "c2")).containsExactly("c2", "c1", "c3");
        }

        /** Note of section 4.5. */
        @Test
        void ofAnExternalControlPlaneIsByTheSecretsBesideItWhereItIsTold() {
            String external =
                    "namespace: external-istiod, profile: empty, values: {global: {multiCluster: {clusterName: c2}}, "
                            + "pilot: {env: {EXTERNAL_ISTIOD: 'true'%s}}}";
            TestMesh told = TestMesh.of(THREE)
                    .with(
                            "c1",
                            istio(external.replace("%s", ", LOCAL_CLUSTER_SECRET_WATCHER: 'true'")),
                            secretIn("external-istiod", "a", "c3"));
            TestMesh untold = TestMesh.of(THREE)
                    .with("c1", istio(external.replace("%s", "")), secretIn("external-istiod", "a", "c3"));

            assertThat(read(told, "c2")).containsExactly("c2", "c3");
            assertThat(read(untold, "c2")).containsExactly("c2");
        }
    }

    @Nested
    class AreIgnored {
        /** Examples 6a to 6c. */
        @Test
        void forTheOwnClusterForOneThatAnEarlierSecretNamesAndForNoCluster() {
            TestMesh mesh = TestMesh.of(THREE)
                    .with("c1", secret("b", "c2"), secret("a", "c2"), secret("c", "c1"), secret("d", "remote"));

            assertThat(read(mesh, "c1")).containsExactly("c1", "c2");
            assertThat(issues(mesh))
                    .containsExactly(
                            "b: names cluster \"c2\", which an earlier secret names already",
                            "d: names cluster \"remote\", which is not among [c1, c2, c3]");
        }

        /** Example 6e; the first secret that istiod takes counts, not the first that names the cluster. */
        @Test
        void withAKubeconfigThatIstiodRefuses() {
            TestMesh mesh = TestMesh.of(THREE).with("c1", insecure("exec: {command: aws}"), secret("b", "c2"));

            assertThat(read(mesh, "c1")).containsExactly("c1", "c2");
            assertThat(issues(mesh)).containsExactly("a: kubeconfig of cluster \"c2\" uses exec, which istiod refuses");
        }

        @Test
        void unlessIstiodIsToldToAllowIt() {
            TestMesh mesh = TestMesh.of(THREE)
                    .with(
                            "c1",
                            insecure("exec: {command: aws}"),
                            istio(
                                    "values: {pilot: {env: {PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: 'tokenFile,exec'}}}"));

            assertThat(read(mesh, "c1")).containsExactly("c1", "c2");
            assertThat(issues(mesh)).isEmpty();
        }

        @Test
        void inOtherNamespacesThanThatOfIstiod() {
            TestMesh usual = TestMesh.of(THREE).with("c1", secretIn("default", "a", "c2"));
            TestMesh installed = TestMesh.of(THREE)
                    .with("c1", istio("namespace: mesh"), secretIn("mesh", "a", "c2"), secret("b", "c3"));

            assertThat(read(usual, "c1")).containsExactly("c1");
            assertThat(issues(usual))
                    .containsExactly("a: is not in namespace \"istio-system\", the only one where istiod looks for it");
            assertThat(read(installed, "c1")).containsExactly("c1", "c2");
            assertThat(issues(installed))
                    .containsExactly("b: is not in namespace \"mesh\", the only one where istiod looks for it");
        }

        @Test
        void withoutTheLabel() {
            String unlabelled = secret("a", "c2").replace("istio/multiCluster: 'true'", "istio/multiCluster: 'yes'");

            assertThat(read(TestMesh.of(THREE).with("c1", unlabelled, secret("b", "c3")), "c1"))
                    .containsExactly("c1", "c3");
        }
    }

    @Test
    void aClusterThatItsControlPlaneDoesNotReadIsAnError() {
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2, controlPlane: c1}\n- {name: c3}\n")
                .with("c1", secret("a", "c3"));

        assertThat(mesh.views().issues())
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR MeshTopology/test spec.clusters: the control plane of cluster \"c1\" serves cluster "
                                + "\"c2\" but does not discover it: it refuses the proxies there; give it a remote secret for c2 "
                                + "TOPOLOGY_CONFLICT");
    }
}
