package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.writer.FileTree;
import io.eastwest.routing.Conditions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Assertions on files of a mesh. The texts of failures end in the names of the files, which are not repeated here. */
class TreeAssertTest {
    private static final FileTree TREE = TeaMesh.builder().build().toFiles();
    private static final String RULES = "clusters/east/04-virtualservice-shop-tea.yaml";

    private static void fails(ThrowingCallable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(text);
    }

    private static FileTree with(Map<String, String> more) {
        SortedMap<String, String> files = new TreeMap<>(TREE.files());
        files.putAll(more);
        return FileTree.of(files);
    }

    private static FileTree changed(UnaryOperator<String> change) {
        return with(Map.of(RULES, change.apply(TREE.files().getOrDefault(RULES, ""))));
    }

    @Nested
    class Clusters {
        @Test
        void haveResources() {
            assertThat(TREE)
                    .forCluster("east")
                    .contains("VirtualService", "shop", "tea")
                    .contains(ResourceKey.of("", "Service", "shop", "tea"))
                    .doesNotContain("VirtualService", "shop", "milk")
                    .doesNotContain(ResourceKey.of("networking.k8s.io", "Service", "shop", "tea"));
        }

        @Test
        void lackAResource() {
            fails(() -> assertThat(TREE).forCluster("east").contains("Pod", "shop", "milk-0"), """
                    Expecting Pod/shop/milk-0 in cluster "east"
                    but there is:
                      Pod/shop/tea-0 [clusters/east/02-pod-shop-tea-0.yaml:1:1]
                      Pod/shop/web-0 [clusters/east/03-pod-shop-web-0.yaml:1:1]

                    Files of the tree:
                      clusters/east/01-service-shop-tea.yaml
                    """);
            fails(() -> assertThat(TREE).forCluster("west").contains("VirtualService", "shop", "tea"), """
                    Expecting VirtualService/shop/tea in cluster "west"
                    but there is:
                      no resource of kind VirtualService
                    """);
            ResourceKey other = ResourceKey.of("networking.k8s.io", "VirtualService", "shop", "tea");
            fails(() -> assertThat(TREE).forCluster("east").contains(other), """
                    Expecting VirtualService/shop/tea of networking.k8s.io in cluster "east"
                    but there is:
                      VirtualService/shop/tea of networking.istio.io [clusters/east/04-virtualservice-shop-tea.yaml:1:1]
                    """);
        }

        @Test
        void haveAResourceThatIsNotExpected() {
            fails(() -> assertThat(TREE).forCluster("west").doesNotContain("Pod", "shop", "tea-0"), """
                    Expecting no Pod/shop/tea-0 in cluster "west"
                    but there is:
                      Pod/shop/tea-0 [clusters/west/02-pod-shop-tea-0.yaml:1:1]
                    """);
        }

        @Test
        void areNotThere() {
            fails(() -> assertThat(TREE).forCluster("north"), """
                    Expecting a cluster "north"
                    but there is:
                      east
                      west
                    """);
        }

        @Test
        void holdOneNameOfTwoGroups() {
            FileTree twins = with(Map.of(
                    "clusters/west/gateways.yaml",
                    "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: a, namespace: b}, spec: {}}\n"
                            + "---\n"
                            + "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway,"
                            + " metadata: {name: a, namespace: b}, spec: {gatewayClassName: c, listeners: []}}\n"));

            fails(() -> assertThat(twins).forCluster("west").resource("Gateway", "b", "a"), """
                    Expecting one resource Gateway/b/a in cluster "west"
                    but there is:
                      Gateway/b/a of networking.istio.io [clusters/west/gateways.yaml:1:1]
                      Gateway/b/a of gateway.networking.k8s.io [clusters/west/gateways.yaml:3:1]
                    """);
            assertThat(twins)
                    .forCluster("west")
                    .contains("Gateway", "b", "a")
                    .resource(ResourceKey.of("gateway.networking.k8s.io", "Gateway", "b", "a"))
                    .hasField("spec.gatewayClassName", "c");
        }
    }

    @Nested
    class Fields {
        private final ResourceAssert rules =
                assertThat(TREE).forCluster("east").resource("VirtualService", "shop", "tea");

        @Test
        void holdValues() {
            rules.hasField("spec.http[1].directResponse.status", 418)
                    .hasField("spec.http[0].match", java.util.List.of(Map.of("uri", Map.of("exact", "/moved"))))
                    .hasField("spec.http[2].fault.abort.percentage.value", 100)
                    .hasField("metadata.name", "tea")
                    .hasNoField("spec.http[0].route")
                    .hasNoField("spec.http[9]");
        }

        @Test
        void holdOtherValues() {
            fails(() -> rules.hasField("spec.http[1].directResponse.status", 200), """
                    Expecting spec.http[1].directResponse.status of VirtualService/shop/tea in cluster "east" to be 200
                    but there is:
                      418 [clusters/east/04-virtualservice-shop-tea.yaml:21:15]

                    apiVersion: networking.istio.io/v1
                    """);
            fails(
                    () -> rules.hasField("spec.http[1].directResponse.status", "418"),
                    "Expecting spec.http[1].directResponse.status of VirtualService/shop/tea in cluster \"east\" to be"
                            + " \"418\"\nbut there is:\n  418 [");
        }

        @Test
        void areLeftOutOrThere() {
            fails(() -> rules.hasField("spec.gateways", "mesh"), """
                    Expecting spec.gateways of VirtualService/shop/tea in cluster "east" to be "mesh"
                    but there is:
                      no such field [clusters/east/04-virtualservice-shop-tea.yaml:6:1]
                    """);
            fails(() -> rules.hasNoField("spec.hosts"), """
                    Expecting spec.hosts of VirtualService/shop/tea in cluster "east" to be left out
                    but there is:
                      ["tea.shop.svc.cluster.local"] [clusters/east/04-virtualservice-shop-tea.yaml:7:3]
                    """);
        }

        @Test
        void ofSecretsAreNotShown() {
            FileTree tree = with(Map.of("clusters/east/secret/a.yaml", """
                    {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b}, stringData: {key: hidden}}
                    """));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(tree)
                            .forCluster("east")
                            .resource("Secret", "b", "a")
                            .hasField("stringData.key", "guessed"))
                    .withMessage("""
                            Expecting stringData.key of Secret/b/a in cluster "east" to be another
                            but there is:
                              a value that is not shown [clusters/east/secret/a.yaml:1:85]

                            Secret/b/a [clusters/east/secret/a.yaml:1:1]""");
        }
    }

    @Nested
    class Simulations {
        @Test
        void decideWithWhatTheFilesSay() {
            assertThat(TREE).decision(TeaMesh.get("/")).forwards().toService("tea", "shop");
            assertThat(TREE).decision(TeaMesh.get("/"), Conditions.podDown("east/shop/tea-0"));
            assertThat(changed(text -> text.replace("418", "404")))
                    .decision(TeaMesh.get("/teapot"))
                    .isAnsweredDirectly(404);
        }

        @Test
        void showFilesOfTheTree() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            assertThat(TREE).decision(TeaMesh.get("/teapot")).isAnsweredDirectly(404))
                    .withMessageContaining("clusters/east/04-virtualservice-shop-tea.yaml:");
        }

        @Test
        void needFilesThatCanBeRead() {
            FileTree broken = changed(text -> text.replace("directResponse", "directRespons"));
            String text = """
                    Expecting files that can be read as a mesh
                    but there is:
                      ERROR VirtualService/shop/tea spec.http[1].directRespons:""";

            fails(() -> assertThat(broken).decision(TeaMesh.get("/")), text);
            fails(() -> assertThat(broken).forCluster("east"), text);
        }
    }
}
