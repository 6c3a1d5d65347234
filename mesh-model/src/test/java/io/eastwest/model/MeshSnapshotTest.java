package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshSnapshotTest {
    private static final MeshTopology TOPOLOGY = MeshTopology.of(
            "shop",
            MeshTopologySpec.builder()
                    .addClusters(ClusterTopology.of("east"), ClusterTopology.of("west"))
                    .build());

    private static VirtualService route(String name, String host) {
        return VirtualService.builder()
                .metadata(ObjectMeta.of("shop", name))
                .spec(VirtualServiceSpec.builder().addHosts(host).build())
                .build();
    }

    @Nested
    class FromFiles {
        @TempDir
        Path folder;

        private void write(String name, String text) throws IOException {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }

        private List<String> issues() {
            return MeshSnapshot.read(folder).issues().stream()
                    .map(Issue::toString)
                    .toList();
        }

        @Test
        void isTheSameBeforeTheyAreWritten() {
            FileTree files = FileTree.of(Map.ofEntries(
                    Map.entry("topology.yaml", """
                            apiVersion: eastwest.io/v1
                            kind: MeshTopology
                            metadata: {name: shop}
                            spec:
                              clusters: [{name: east}, {name: west, controlPlane: north}, {name: south}]
                            """),
                    Map.entry("README.md", "text"),
                    Map.entry("clusters/README.md", "text"),
                    Map.entry("clusters/.git/a.yaml", "text"),
                    Map.entry("clusters/east/kustomization.yaml", "text"),
                    Map.entry("clusters/east/notes.txt", "text"),
                    Map.entry("clusters/east/.hidden/a.yaml", "text"),
                    Map.entry("clusters/east/a-b.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: one}}"),
                    Map.entry("clusters/east/a/b.YML", "{apiVersion: v1, kind: Namespace, metadata: {name: two}}"),
                    Map.entry("clusters/east/c.json", "{"),
                    Map.entry("clusters/west/a.yaml", "{apiVersion: v1, kind: Namespace, metadata: {nam: one}}"),
                    Map.entry("clusters/north/a.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: one}}")));
            files.writeTo(folder);

            ReadResult<MeshSnapshot> written = MeshSnapshot.read(folder);
            ReadResult<MeshSnapshot> notWritten = MeshSnapshot.read(files);

            assertThat(notWritten.issues())
                    .hasSizeGreaterThan(4)
                    .extracting(Issue::toString)
                    .isEqualTo(written.issues().stream().map(Issue::toString).toList());
            assertThat(notWritten.value()).isEqualTo(written.value());
            assertThat(notWritten.value().orElseThrow().manifests("east"))
                    .extracting(Manifest::toString)
                    .containsExactly(
                            "Namespace/two [clusters/east/a/b.YML:1:1]", "Namespace/one [clusters/east/a-b.yaml:1:1]");
            assertThat(MeshSnapshot.read(FileTree.of(Map.of())).issues())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR the mesh has no topology.yaml");
        }

        @Test
        void hasTheResourcesOfEachClusterAndTheirPlaces() throws IOException {
            write("topology.yaml", """
                    apiVersion: eastwest.io/v1
                    kind: MeshTopology
                    metadata: {name: shop}
                    spec:
                      clusters: [{name: east}, {name: west, network: n2}]
                    """);
            write("clusters/east/a/route.yaml", """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: a, namespace: shop}
                    spec:
                      hosts: [a]
                      http: [{route: [{destination: {host: a}}]}]
                    """);
            write("clusters/west/ns.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

            MeshSnapshot mesh = MeshSnapshot.read(folder).orThrow();

            assertThat(mesh.clusters()).containsExactly("east", "west");
            assertThat(mesh.resources("east", VirtualService.class))
                    .extracting(route -> route.spec().hosts())
                    .containsExactly(List.of("a"));
            assertThat(mesh.resources("west", VirtualService.class)).isEmpty();
            assertThat(mesh.resources("west", Namespace.class)).hasSize(1);
            assertThat(mesh.resources("west", MeshResource.class)).hasSize(1);
            ResourceKey key = route("a", "a").key();
            assertThat(mesh.locate("east", key, DocumentPath.parse("spec.hosts[0]")))
                    .contains(new SourceLocation("clusters/east/a/route.yaml", 5, 11));
            assertThat(mesh.locate("west", key, DocumentPath.root())).isEmpty();
            assertThat(mesh).hasToString("MeshSnapshot{shop, resources: {east=1, west=1}}");
        }

        @Test
        void needsATopology() throws IOException {
            write("clusters/east/ns.yaml", "{apiVersion: v1, kind: Namespace, metadata: {nam: shop}}");

            ReadResult<MeshSnapshot> result = MeshSnapshot.read(folder);

            assertThat(result.value()).isEmpty();
            assertThat(result.issues())
                    .extracting(Issue::toString)
                    .containsExactly(
                            "ERROR Namespace/ metadata.name: required but not set; add it"
                                    + " [clusters/east/ns.yaml:1:45] MISSING_FIELD",
                            "ERROR Namespace/ metadata.nam: unknown field; did you mean name?"
                                    + " [clusters/east/ns.yaml:1:46] UNKNOWN_FIELD",
                            "ERROR the mesh has no topology.yaml; add one of kind MeshTopology that lists the clusters"
                                    + " [topology.yaml:1:1] TOPOLOGY_MISSING");
        }

        @Test
        void needsATopologyAndNothingElseInItsFile() throws IOException {
            write("topology.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

            assertThat(issues())
                    .containsExactly("ERROR must hold one MeshTopology and nothing else [topology.yaml:1:1]"
                            + " TOPOLOGY_MISSING");
        }

        @Test
        void comparesTheTopologyWithItselfAndWithTheFolders() throws IOException {
            write("topology.yaml", """
                    apiVersion: eastwest.io/v1
                    kind: MeshTopology
                    metadata: {name: shop}
                    spec:
                      clusters:
                      - {name: east, controlPlane: norht, discovers: [west, east]}
                      - {name: east}
                    """);
            write("clusters/weast/ns.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

            assertThat(issues())
                    .containsExactly(
                            "ERROR cluster \"weast\" is not in the topology; add it to topology.yaml or remove the"
                                    + " folder [clusters/weast:1:1] CLUSTER_NOT_IN_TOPOLOGY",
                            "WARNING MeshTopology/shop spec.clusters[0].name: there is no folder clusters/east; add it,"
                                    + " or remove the cluster [topology.yaml:6:12] CLUSTER_WITHOUT_MANIFESTS",
                            "ERROR MeshTopology/shop spec.clusters[0].controlPlane: cluster \"norht\" is not listed;"
                                    + " listed are [east, east] [topology.yaml:6:32] CLUSTER_UNKNOWN",
                            "ERROR MeshTopology/shop spec.clusters[0].discovers[0]: cluster \"west\" is not listed;"
                                    + " listed are [east, east] [topology.yaml:6:51] CLUSTER_UNKNOWN",
                            "ERROR MeshTopology/shop spec.clusters[1].name: cluster \"east\" is listed twice; rename or"
                                    + " remove one [topology.yaml:7:12] TOPOLOGY_CONFLICT");
        }

        @Test
        void refusesOneObjectTwiceInOneCluster() throws IOException {
            MeshSnapshot.builder(TOPOLOGY).build().toFiles().writeTo(folder);
            write("clusters/east/a.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
            write("clusters/east/b.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
            write("clusters/west/a.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

            assertThat(issues())
                    .containsExactly("ERROR Namespace/shop: cluster \"east\" holds it twice, first at"
                            + " clusters/east/a.yaml:1:1; remove one of them [clusters/east/b.yaml:1:1]"
                            + " DUPLICATE_RESOURCE");
        }
    }

    @Nested
    class FromCode {
        @Test
        void isChangedThroughItsBuilder() {
            MeshSnapshot mesh = MeshSnapshot.builder(TOPOLOGY)
                    .add("east", route("a", "a"), route("b", "b"))
                    .build();

            MeshSnapshot changed = mesh.toBuilder()
                    .put("east", route("a", "x"))
                    .put("west", route("a", "y"))
                    .remove("east", route("b", "b").key())
                    .build();

            assertThat(changed.resources("east", VirtualService.class)).containsExactly(route("a", "x"));
            assertThat(changed.resources("west", VirtualService.class)).containsExactly(route("a", "y"));
            assertThat(mesh.resources("east", VirtualService.class)).containsExactly(route("a", "a"), route("b", "b"));
            assertThat(changed).isNotEqualTo(mesh);
        }

        @Test
        void becomesFilesThatReadTheSame(@TempDir Path folder) {
            MeshSnapshot mesh = MeshSnapshot.builder(TOPOLOGY)
                    .add("east", route("a", "a"), route("b", "b"))
                    .add("west", route("a", "c"))
                    .build();

            mesh.toFiles().writeTo(folder);

            assertThat(mesh.toFiles().files().keySet())
                    .containsExactly(
                            "clusters/east/01-virtualservice-shop-a.yaml",
                            "clusters/east/02-virtualservice-shop-b.yaml",
                            "clusters/west/01-virtualservice-shop-a.yaml",
                            "topology.yaml");
            assertThat(MeshSnapshot.read(folder, ManifestReader.strict()).orThrow())
                    .isEqualTo(mesh);
        }

        @Test
        void knowsOnlyTheClustersOfItsTopology() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MeshSnapshot.builder(TOPOLOGY).add("north", route("a", "a")))
                    .withMessage("no cluster \"north\" in the topology; there are [east, west]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MeshSnapshot.builder(TOPOLOGY).build().manifests("north"));
        }
    }

    @Nested
    class Topology {
        @Test
        void defaultsAreThoseOfTheInstallation() {
            MeshTopologySpec mesh = TOPOLOGY.spec();

            assertThat(mesh.trustDomainOrDefault()).isEqualTo("cluster.local");
            assertThat(mesh.meshIdOrDefault()).isEqualTo("cluster.local");
            assertThat(mesh.rootNamespaceOrDefault()).isEqualTo("istio-system");
            assertThat(ClusterTopology.of("east").controlPlaneOrDefault()).isEqualTo("east");
            assertThat(ClusterTopology.of("east").networkOrDefault()).isEmpty();
        }

        @Test
        void withoutAStatementEveryOtherClusterIsDiscovered() {
            ClusterTopology alone =
                    ClusterTopology.builder().name("alone").discovers(List.of()).build();
            ClusterTopology some = ClusterTopology.builder()
                    .name("some")
                    .discovers(List.of("alone"))
                    .build();
            MeshTopologySpec mesh = MeshTopologySpec.builder()
                    .addClusters(ClusterTopology.of("all"), alone, some)
                    .build();

            assertThat(mesh.visibleTo("all")).containsExactly("all", "alone", "some");
            assertThat(mesh.visibleTo("alone")).containsExactly("alone");
            assertThat(mesh.visibleTo("some")).containsExactly("some", "alone");
        }
    }
}
