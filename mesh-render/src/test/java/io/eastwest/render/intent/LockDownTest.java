package io.eastwest.render.intent;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.intent.IntentMeshes.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.intent.LockDown.Measure;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LockDownTest {
    private static final MeshSnapshot MESH = IntentMeshes.withStrangers(IntentMeshes.twoPrimaries());
    private static final LockDown CLOSED =
            LockDown.of(BACKEND).namespaces("shop").accounts("common/catalog");

    private static String yaml(LockDown intent, MeshSnapshot mesh, String cluster) {
        StringBuilder yaml = new StringBuilder();
        for (MeshResource resource : intent.manifests(mesh).getOrDefault(cluster, List.of())) {
            yaml.append(ManifestWriter.toYaml(resource));
        }
        return yaml.toString();
    }

    @Nested
    class ByPolicy {
        @Test
        void namesCallersAtTheWorkloadsOfEveryPrimary() {
            assertThat(yaml(CLOSED, MESH, "c2"))
                    .isEqualTo(yaml(CLOSED, MESH, "c1"))
                    .isEqualTo("""
                            apiVersion: security.istio.io/v1
                            kind: AuthorizationPolicy
                            metadata:
                              name: backend-lock-down
                              namespace: shop
                            spec:
                              selector:
                                matchLabels:
                                  app: backend
                              rules:
                              - from:
                                - source:
                                    namespaces:
                                    - shop
                                - source:
                                    principals:
                                    - cluster.local/ns/common/sa/catalog
                              action: ALLOW
                            """);
        }

        @Test
        void letsNobodyInWhereNobodyIsNamed() {
            assertThat(yaml(LockDown.of(BACKEND), MESH, "c1"))
                    .endsWith("    matchLabels:\n      app: backend\n  action: ALLOW\n");
        }

        @Test
        void guardsWhatEachClusterOfAControlPlaneSelects() {
            String other = """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: backend, namespace: shop}
                    spec:
                      clusterIP: 10.102.0.1
                      selector: {app: backend, tier: web}
                      ports: [{name: http, port: 8080}, {name: tcp, port: 9000}]
                    """;
            MeshSnapshot mesh = IntentMeshes.primaryAndRemote();
            MeshSnapshot differing = IntentMeshes.with(
                    mesh.toBuilder()
                            .remove("c2", IntentMeshes.service("shop", "backend"))
                            .build(),
                    other,
                    "c2");

            assertThat(CLOSED.manifests(mesh)).containsOnlyKeys("c1");
            assertThat(CLOSED.manifests(differing).getOrDefault("c1", List.of()))
                    .extracting(resource -> resource.metadata().name())
                    .containsExactly("backend-lock-down", "backend-lock-down-2");
        }
    }

    @Nested
    class ByExport {
        private final LockDown hidden = CLOSED.by(Measure.EXPORT);

        @Test
        void namesCallersAndGatewaysInTheServicesOfAllClusters() {
            String annotation = "    networking.istio.io/exportTo: \"common,istio-system,shop\"\n";

            assertThat(yaml(hidden, MESH, "c1")).contains("kind: Service", annotation);
            assertThat(yaml(hidden, IntentMeshes.primaryAndRemote(), "c2")).contains("kind: Service", annotation);
        }
    }

    @Nested
    class BySidecars {
        private final LockDown cut = CLOSED.by(Measure.SIDECAR);

        @Test
        void leavesTheServiceOutForTheNamespacesOfOthers() {
            assertThat(yaml(cut, MESH, "c1")).isEqualTo("""
                            apiVersion: networking.istio.io/v1
                            kind: Sidecar
                            metadata:
                              name: lock-down
                              namespace: legacy
                            spec:
                              egress:
                              - hosts:
                                - "common/*"
                                - "istio-system/*"
                                - "legacy/*"
                            """);
        }

        @Test
        void keepsLeftOutWhatWasBefore() {
            MeshSnapshot first = IntentManifests.of(MESH, List.of(cut)).snapshot();

            assertThat(yaml(LockDown.of(CATALOG).namespaces("shop").by(Measure.SIDECAR), first, "c2"))
                    .contains("namespace: common")
                    .endsWith("""
                              namespace: legacy
                            spec:
                              egress:
                              - hosts:
                                - "istio-system/*"
                                - "legacy/*"
                            """);
        }

        @Test
        void refusesSidecarsThatImportTheService() {
            String sidecar = """
                    apiVersion: networking.istio.io/v1
                    kind: Sidecar
                    metadata: {name: default, namespace: legacy}
                    spec: {egress: [{hosts: [HOSTS]}]}
                    """;
            MeshSnapshot open = IntentMeshes.with(MESH, sidecar.replace("HOSTS", "\"./*\", \"shop/*\""), "c2");
            MeshSnapshot narrow = IntentMeshes.with(MESH, sidecar.replace("HOSTS", "\"./*\", \"common/*\""), "c2");

            assertThatThrownBy(() -> cut.manifests(open))
                    .hasMessage("Sidecar legacy/default of cluster \"c2\" imports " + BACKEND
                            + " for namespace legacy, where one Sidecar alone counts; take the service out of it or leave the"
                            + " measure out");
            assertThat(cut.manifests(narrow)).containsOnlyKeys("c1");
        }
    }

    @Nested
    class Refuses {
        @Test
        void accountsWithoutNamespace() {
            assertThatThrownBy(() -> CLOSED.accounts("catalog"))
                    .hasMessage("account must be namespace/name but was \"catalog\"");
        }

        @Test
        void twoListsOfCallers() {
            assertThatThrownBy(() -> IntentManifests.of(MESH, List.of(CLOSED, LockDown.of(BACKEND))))
                    .hasMessageStartingWith("intents exclude each other, leave one of them out: ");
        }
    }
}
