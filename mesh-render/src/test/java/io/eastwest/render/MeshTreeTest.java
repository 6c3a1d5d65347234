package io.eastwest.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.reader.KindRegistry;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshTreeTest {
    private static final MeshSnapshot SHOP =
            MeshSnapshot.read(Path.of("src/test/resources/mesh/shop")).orThrow();

    @TempDir
    Path folder;

    @Nested
    class Written {
        @Test
        void isTheGoldenTree() {
            GoldenTree.check(Path.of("src/test/resources/golden/mesh-tree/shop"), MeshTree.of(SHOP));
        }

        @Test
        void comesInTheOrderOfApplication() {
            assertThat(MeshTree.of(SHOP).files("east").keySet())
                    .containsExactly(
                            "02-namespace-shop.yaml",
                            "06-clusterrole-system%3a%4desh%5freader.yaml",
                            "secret/10-secret-istio-system.cacerts.yaml",
                            "30-service-shop.reviews.yaml",
                            "41-gateway-shop.entry.yaml",
                            "45-gateway-shop.entry.yaml",
                            "50-destinationrule-shop.reviews.yaml",
                            "55-virtualservice-shop.reviews.yaml",
                            "secret/70-secret-istio-system.istio-remote-secret-west.yaml",
                            "90-gateway.example.com-shop.entry.yaml");
        }

        @Test
        void isReadBackAsTheSameMesh() {
            MeshTree tree = MeshTree.of(SHOP);

            tree.writeTo(folder);

            MeshSnapshot again = MeshSnapshot.read(folder).orThrow();
            assertThat(again).isEqualTo(tree.snapshot());
            assertThat(MeshTree.of(again)).isEqualTo(tree);
            for (String cluster : SHOP.clusters()) {
                assertThat(again.manifests(cluster)).containsExactlyInAnyOrderElementsOf(SHOP.manifests(cluster));
            }
        }

        @Test
        void doesNotDependOnTheOrderOfTheResources() {
            List<Manifest> shuffled = new ArrayList<>(SHOP.manifests("east"));
            Collections.shuffle(shuffled, new Random(7));
            MeshSnapshot other = MeshSnapshot.builder(SHOP.topology())
                    .addManifests("west", SHOP.manifests("west"))
                    .addManifests("east", shuffled)
                    .build();

            assertThat(MeshTree.of(other).files()).isEqualTo(MeshTree.of(SHOP).files());
        }

        @Test
        void keepsTheNamesOfOtherFilesWhenAResourceIsAdded() {
            MeshSnapshot more =
                    SHOP.toBuilder().add("east", namespace("another")).build();

            Map<String, String> before = new TreeMap<>(MeshTree.of(SHOP).files());
            before.remove("clusters/east/kustomization.yaml");

            assertThat(MeshTree.of(more).files())
                    .containsAllEntriesOf(before)
                    .hasSize(before.size() + 2)
                    .containsKey("clusters/east/02-namespace-another.yaml");
        }

        @Test
        void showsNoContentInItsText() {
            assertThat(MeshTree.of(SHOP)).hasToString("MeshTree[shop, 16 files]");
        }
    }

    @Nested
    class OnTheFileSystem {
        @Test
        void secretIsForItsOwnerOnly() throws Exception {
            MeshTree tree = MeshTree.of(SHOP);
            tree.writeTo(folder);
            tree.writeTo(folder);

            Path secret = folder.resolve("clusters/east/secret/10-secret-istio-system.cacerts.yaml");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(secret).hasContent(tree.files().get("clusters/east/secret/10-secret-istio-system.cacerts.yaml"));
        }

        @Test
        void folderThatWouldSayMoreIsRefused() throws Exception {
            Files.createDirectories(folder.resolve("clusters/east/old"));
            Files.writeString(folder.resolve("clusters/east/old/55-virtualservice-shop.ratings.yml"), "");
            Files.writeString(folder.resolve("clusters/east/README.md"), "");

            assertThatIllegalStateException()
                    .isThrownBy(() -> MeshTree.of(SHOP).writeTo(folder))
                    .withMessage("the folder holds manifests that are not of this tree; remove them or write elsewhere:"
                            + " [clusters/east/old/55-virtualservice-shop.ratings.yml]");
            assertThat(folder.resolve("topology.yaml")).doesNotExist();
        }
    }

    @Nested
    class Refused {
        @Test
        void areAllProblemsAtOnce() {
            MeshSnapshot mesh = MeshSnapshot.builder(topology("east", "../west"))
                    .add("east", namespace("shop"), namespace("shop"), namespace(""))
                    .build();

            assertThatThrownBy(() -> MeshTree.of(mesh))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessage("ERROR Namespace/shop: cluster \"east\" holds it twice; remove one of them"
                            + " DUPLICATE_RESOURCE\n"
                            + "ERROR Namespace/ metadata.name: has no name; add it MISSING_FIELD\n"
                            + "ERROR MeshTopology/mesh spec.clusters[1].name: cluster \"../west\" cannot name a folder;"
                            + " use a lower case DNS label INVALID_VALUE");
        }

        @Test
        void clusterThatIsNotThere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MeshTree.of(SHOP).files("north"))
                    .withMessageContaining("no cluster \"north\"");
        }
    }

    @Test
    void orderOfEveryModelledKindIsKnown() {
        assertThat(KindRegistry.standard().all())
                .filteredOn(kind -> !kind.kind().equals("MeshTopology"))
                .isNotEmpty()
                .allMatch(kind -> ApplyOrder.knows(kind.group(), kind.kind()));
    }

    private static Namespace namespace(String name) {
        return Namespace.builder().metadata(ObjectMeta.of(name)).build();
    }

    private static MeshTopology topology(String... clusters) {
        var spec = MeshTopologySpec.builder();
        for (String cluster : clusters) {
            spec.addCluster(ClusterTopology.of(cluster));
        }
        return MeshTopology.of("mesh", spec.build());
    }
}
