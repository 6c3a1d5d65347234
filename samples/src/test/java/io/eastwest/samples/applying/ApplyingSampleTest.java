package io.eastwest.samples.applying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.manifests.ManifestsSample;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How are the manifests of each cluster applied with a Kubernetes client? */
class ApplyingSampleTest {
    private static final MeshTree TREE = ManifestsSample.tree();
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    @BeforeAll
    static void logNoRequests() {
        REQUESTS.setLevel(Level.WARNING);
    }

    @Test
    void clustersHoldWhatTheTreeSays() {
        MeshSnapshotBuilder applied = MeshSnapshot.builder(TREE.snapshot().topology());
        for (String cluster : TREE.snapshot().clusters()) {
            ApplyServer server = new ApplyServer();
            List<String> names = apply(server, cluster);

            assertThat(names).hasSize(TREE.files(cluster).size()).contains("VirtualService/mybackend-app");
            assertThat(server.objects()).hasSameSizeAs(names);
            server.objects()
                    .forEach((path, body) -> applied.addManifests(
                            cluster, ManifestReader.strict().read(path, body).orThrow()));
        }
        MeshSnapshot mesh = applied.build();

        assertThat(MeshTree.of(mesh)).isEqualTo(TREE);
        assertThat(MeshRouter.of(mesh)
                        .decide(ORDERS, Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app"))
                        .shareOfCluster("cluster-2"))
                .isEqualTo(Share.ONE);
    }

    @Test
    void fieldsAreOwnedByTheSample() {
        ApplyServer server = new ApplyServer();
        apply(server, "cluster-1");

        assertThat(server.queries())
                .isNotEmpty()
                .allSatisfy(query -> assertThat(query.split("&")).contains("fieldManager=eastwest", "force=true"));
    }

    @Test
    void applyingAgainChangesNothing() {
        ApplyServer server = new ApplyServer();
        apply(server, "cluster-1");
        Map<String, String> once = server.objects();
        apply(server, "cluster-1");

        assertThat(server.objects()).isEqualTo(once);
    }

    @Test
    void refusalEndsIt() {
        ApplyServer server = new ApplyServer();
        MeshTree withoutNamespaces = MeshTree.of(MeshSnapshot.builder(
                        TREE.snapshot().topology())
                .addManifests(
                        "cluster-1",
                        TREE.snapshot().manifests("cluster-1").stream()
                                .filter(manifest ->
                                        !manifest.resource().key().kind().equals("Namespace"))
                                .toList())
                .build());

        assertThatThrownBy(() -> apply(server, withoutNamespaces, "cluster-1"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("no /api/v1/namespaces/");
    }

    @Test
    void answerListsNamespacesFirst() {
        assertThat(ApplyingSample.answer(TREE)).startsWith("""
                        == How are the manifests of each cluster applied with a Kubernetes client? ==

                        To cluster-1:
                        """).contains("\nTo cluster-2:\n");
        assertThat(ApplyingSample.answer(TREE).lines().toList().get(3)).contains("-namespace-");
    }

    private static List<String> apply(ApplyServer server, String cluster) {
        return apply(server, TREE, cluster);
    }

    private static List<String> apply(ApplyServer server, MeshTree tree, String cluster) {
        KubernetesMockServer mock =
                new KubernetesMockServer(new Context(), new MockWebServer(), new LinkedHashMap<>(), server, false);
        mock.init();
        try (KubernetesClient client = mock.createClient()) {
            return ApplyingSample.apply(client, tree, cluster);
        } finally {
            mock.destroy();
        }
    }
}
