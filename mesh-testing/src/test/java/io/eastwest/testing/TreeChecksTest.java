package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assertions on whole trees: findings, application, secrets, golden files. */
class TreeChecksTest {
    private static final FileTree TREE = FileTree.of(Map.of(
            "topology.yaml",
            """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: tea}
            spec:
              clusters: [{name: east}]
            """,
            "clusters/east/kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - 02-namespace-shop.yaml
            - 30-service-shop.tea.yaml
            - 50-destinationrule-shop.tea.yaml
            """,
            "clusters/east/02-namespace-shop.yaml",
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n",
            "clusters/east/30-service-shop.tea.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata: {name: tea, namespace: shop}
            spec:
              clusterIP: 10.0.0.1
              ports: [{name: http, port: 80}]
            """,
            "clusters/east/50-destinationrule-shop.tea.yaml",
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: tea, namespace: shop}
            spec:
              host: tea.shop.svc.cluster.local
            """,
            "clusters/east/secret/10-secret-shop.key.yaml",
            "{apiVersion: v1, kind: Secret, metadata: {name: key, namespace: shop}, stringData: {key: hidden}}\n"));

    private static FileTree with(String path, String text) {
        SortedMap<String, String> files = new TreeMap<>(TREE.files());
        files.put(path, text);
        return FileTree.of(files);
    }

    private static FileTree without(String path) {
        SortedMap<String, String> files = new TreeMap<>(TREE.files());
        files.remove(path);
        return FileTree.of(files);
    }

    private static FileTree changed(String path, String from, String to) {
        return with(path, TREE.files().getOrDefault(path, "").replace(from, to));
    }

    private static void fails(ThrowingCallable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(text);
    }

    @Nested
    class Findings {
        @Test
        void areNone() {
            assertThat(TREE).hasNoFindings();
        }

        @Test
        void areOfReaders() {
            fails(
                    () -> assertThat(changed("topology.yaml", "name: east", "nam: east"))
                            .hasNoFindings(),
                    """
                    Expecting a tree without findings
                    but there is:
                      ERROR""");
        }

        @Test
        void areOfWebhooks() {
            String path = "clusters/east/50-destinationrule-shop.tea.yaml";
            fails(
                    () -> assertThat(changed(path, "spec:", "spec:\n  subsets: [{name: v1}, {name: v1}]"))
                            .hasNoFindings(),
                    """
                    Expecting a tree without findings
                    but there is:
                      ERROR DestinationRule/shop/tea spec.subsets[1].name:""");
        }

        @Test
        void areOfAnalysis() {
            String path = "clusters/east/50-destinationrule-shop.tea.yaml";
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            assertThat(changed(path, "host: tea", "host: milk")).hasNoFindings())
                    .withMessageContaining("DestinationRule/shop/tea spec.host: ")
                    .withMessageContaining("[clusters/east/50-destinationrule-shop.tea.yaml:5:9]");
        }
    }

    @Nested
    class Applications {
        @Test
        void areClean() {
            assertThat(TREE).appliesCleanly();
            assertThat(changed("clusters/east/50-destinationrule-shop.tea.yaml", "host: tea", "host: milk"))
                    .appliesCleanly();
        }

        @Test
        void areRefusedByApiServers() {
            String path = "clusters/east/50-destinationrule-shop.tea.yaml";
            fails(
                    () -> assertThat(changed(path, "host: tea.shop", "trafficPolicy: {tunnel: {}}\n  host: tea"))
                            .appliesCleanly(),
                    """
                    Expecting a tree that can be applied
                    but there is:
                      ERROR DestinationRule/shop/tea spec.trafficPolicy.tunnel""");
        }

        @Test
        void comeBeforeTheirNamespace() {
            FileTree late = changed("clusters/east/02-namespace-shop.yaml", "name: shop", "name: other");
            SortedMap<String, String> files = new TreeMap<>(late.files());
            files.put("clusters/east/40-namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
            files.remove("clusters/east/kustomization.yaml");

            fails(() -> assertThat(FileTree.of(files)).appliesCleanly(), """
                    Expecting a tree that can be applied
                    but there is:
                      Secret/shop/key [clusters/east/secret/10-secret-shop.key.yaml:1:1] comes before its namespace, Namespace/shop [clusters/east/40-namespace.yaml:1:1]
                      Service/shop/tea [clusters/east/30-service-shop.tea.yaml:1:1] comes before its namespace, Namespace/shop [clusters/east/40-namespace.yaml:1:1]

                    """);
        }

        @Test
        void areNotWhatKustomizeDoes() {
            fails(
                    () -> assertThat(without("clusters/east/30-service-shop.tea.yaml"))
                            .appliesCleanly(),
                    """
                    Expecting a tree that can be applied
                    but there is:
                      30-service-shop.tea.yaml is listed but not there [clusters/east/kustomization.yaml:5:1]
                    """);
            String list = "clusters/east/kustomization.yaml";
            fails(
                    () -> assertThat(changed(list, "- 30-service-shop.tea.yaml\n", ""))
                            .appliesCleanly(),
                    """
                    Expecting a tree that can be applied
                    but there is:
                      clusters/east/30-service-shop.tea.yaml is not listed in clusters/east/kustomization.yaml
                    """);
            fails(
                    () -> assertThat(changed(list, "30-service-shop.tea", "02-namespace-shop"))
                            .appliesCleanly(),
                    """
                    Expecting a tree that can be applied
                    but there is:
                      02-namespace-shop.yaml is listed twice [clusters/east/kustomization.yaml:5:1]
                      clusters/east/30-service-shop.tea.yaml is not listed in clusters/east/kustomization.yaml
                    """);
            fails(() -> assertThat(with(list, "resources: [")).appliesCleanly(), """
                    Expecting a tree that can be applied
                    but there is:
                      ERROR""");
            assertThat(with(
                            list,
                            "resources: [./02-namespace-shop.yaml, 30-service-shop.tea.yaml,"
                                    + " 50-destinationrule-shop.tea.yaml, secret, ../base, https://example.com/x]"))
                    .appliesCleanly();
        }
    }

    @Nested
    class Secrets {
        private static final String KEY = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA\n";

        @Test
        void standApart() {
            assertThat(TREE).keepsSecretsApart();
            assertThat(with("clusters/east/ca.yaml", "# -----BEGIN CERTIFICATE-----"))
                    .keepsSecretsApart();
        }

        @Test
        void ofManifestsAreInTheOpen() {
            FileTree tree = with("clusters/east/a.yaml", """
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: a, namespace: shop}
                    data: {user: aGlkZGVu}
                    """);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(tree).keepsSecretsApart())
                    .withMessageStartingWith("""
                            Expecting nothing confidential outside of folders "secret"
                            but there is:
                              Secret/shop/a data [clusters/east/a.yaml:4:7]
                            """)
                    .withMessageNotContaining("aGlkZGVu");
        }

        @Test
        void areFoundInAnyText() {
            String encoded = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
            String web = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

            assertOpen("INSTALL.md", "\n" + KEY, "a private key [INSTALL.md:2:1]");
            assertOpen("a/kubeconfig", "client-key-data: " + encoded, "a private key [a/kubeconfig:1:1]");
            assertOpen("a/kubeconfig", "token: " + web, "a token [a/kubeconfig:1:1]");
            assertOpen("a/kubeconfig", "token: sha256~" + "aB3-_".repeat(9).substring(2), "a token [a/kubeconfig:1:1]");
        }

        private static void assertOpen(String path, String text, String found) {
            fails(
                    () -> assertThat(with(path, text)).keepsSecretsApart(),
                    "Expecting nothing confidential outside of folders \"secret\"\nbut there is:\n  " + found + "\n\n");
        }

        @Test
        void areNotWhatOnlyLooksLikeThem() {
            String certificate = Base64.getEncoder()
                    .encodeToString("-----BEGIN CERTIFICATE-----\nMHcCAQEEIA".getBytes(StandardCharsets.UTF_8));

            assertThat(with("a", "ca: " + certificate + "\ntoken: ${TOKEN}\nsha256~short\n"))
                    .keepsSecretsApart();
        }
    }

    @Nested
    class Golden {
        @TempDir
        Path folder;

        @AfterEach
        void noUpdate() {
            System.clearProperty("golden.update");
        }

        private void update(FileTree tree) {
            new GoldenFolder(folder).write(tree);
        }

        @Test
        void isWrittenOnDemand() {
            assumeThat(System.getenv("CI")).isNotEqualTo("true");
            System.setProperty("golden.update", "");

            assertThat(TREE).matchesGolden(folder);
            assertThat(folder.resolve("topology.yaml")).exists();
        }

        @Test
        void isWrittenAndMatched() throws IOException {
            update(TREE);

            assertThat(TREE).matchesGolden(folder);
            assertThat(folder.resolve("clusters/east/secret")).doesNotExist();
            assertThat(folder.resolve("clusters/east/02-namespace-shop.yaml"))
                    .content()
                    .isEqualTo(TREE.files().get("clusters/east/02-namespace-shop.yaml"));
        }

        @Test
        void differsInLinesAndFiles() {
            update(TREE);
            SortedMap<String, String> files = new TreeMap<>(TREE.files());
            files.remove("clusters/east/02-namespace-shop.yaml");
            files.put("README.md", "");
            files.computeIfPresent(
                    "clusters/east/30-service-shop.tea.yaml",
                    (path, text) -> text.replace("10.0.0.1", "10.0.0.2").replace("ports:", "\r  ports:"));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(FileTree.of(files)).matchesGolden(folder))
                    .withMessage("Expecting the files of " + folder + """

                            but there is:
                              README.md is in the tree only
                              clusters/east/02-namespace-shop.yaml is in the folder only
                              clusters/east/30-service-shop.tea.yaml:5
                                -   clusterIP: 10.0.0.1
                                -   ports: [{name: http, port: 80}]
                                +   clusterIP: 10.0.0.2
                                +   \\r  ports: [{name: http, port: 80}]

                            - is the line of the folder, + that of the tree. -Dgolden.update writes the folder anew.""");
        }

        @Test
        void endsAsItShould() {
            update(with("README.md", "a\nb\n"));

            fails(
                    () -> assertThat(with("README.md", "a\nb")).matchesGolden(folder),
                    "Expecting the files of " + folder + """

                    but there is:
                      README.md:2
                        - b
                        + b (without an end of line)
                    """);
        }

        @Test
        void isNotThereYet() {
            fails(() -> assertThat(TREE).matchesGolden(folder.resolve("none")), "Expecting the files of ");
        }

        @Test
        void losesFilesOfClustersThatTheTreeDoesNotHave() throws IOException {
            update(with("clusters/east/old.yaml", "# nothing\n"));
            Files.writeString(folder.resolve("notes.txt"), "keep");

            update(TREE);
            fails(() -> assertThat(TREE).matchesGolden(folder), "Expecting the files of " + folder + """

                    but there is:
                      notes.txt is in the folder only
                    """);
            assertThat(folder.resolve("clusters/east/old.yaml")).doesNotExist();
            assertThat(folder.resolve("notes.txt")).hasContent("keep");
        }

        @Test
        void isNeverWrittenWithSecretsOrInCi() {
            System.setProperty("golden.update", "");

            fails(
                    () -> assertThat(with("a", "-----BEGIN PRIVATE KEY-----")).matchesGolden(folder),
                    "Expecting nothing confidential outside of folders");
            assertThat(folder).isEmptyDirectory();
            assertThatIllegalStateException().isThrownBy(() -> GoldenFolder.refuseInCi(Optional.of("true")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret/a", "clusters/east/secret/a", "x/secret/y/a"})
    void confidentialFoldersAreKnown(String path) {
        assertThat(OpenSecrets.isConfidential(path)).isTrue();
        assertThat(OpenSecrets.isConfidential(path.replace("secret", "secrets")))
                .isFalse();
    }
}
