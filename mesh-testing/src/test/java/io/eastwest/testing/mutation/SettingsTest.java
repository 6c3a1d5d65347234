package io.eastwest.testing.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.expect.MeshExpectations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expectations that tell how a route sends requests. */
class SettingsTest {
    private static final MeshSnapshot KIOSK =
            MeshSnapshot.read(Path.of("src/test/resources/meshes/kiosk")).orThrow();
    private static final ResourceKey DENIED = ResourceKey.of("security.istio.io", "AuthorizationPolicy", "shop", "tea");

    @TempDir
    private Path folder;

    private static MeshSnapshot routedBy(String http) {
        return KIOSK.toBuilder()
                .remove("east", DENIED)
                .put(
                        "east",
                        ManifestReader.strict()
                                .read("tea.yaml", """
                                apiVersion: networking.istio.io/v1
                                kind: VirtualService
                                metadata: {name: tea, namespace: shop}
                                spec: {hosts: [tea], http: [%s]}
                                """.formatted(http))
                                .orThrow()
                                .get(0)
                                .resource())
                .build();
    }

    @Test
    void dropNoneOfThem() throws IOException {
        MeshSnapshot mesh = routedBy("""
                {timeout: 1500ms, retries: {attempts: 4}, rewrite: {uri: /black}, mirrors: [{destination: {host: tea}}],
                 route: [{destination: {host: tea, subset: v1}}]}""");
        MeshRouter router = MeshRouter.of(mesh);
        List<Mutant> mutants = Mutants.of(router).stream()
                .filter(mutant -> mutant.operator() == MutationOperator.DROP_SETTING)
                .toList();

        List<String> expectations = mutants.stream()
                .map(mutant -> new DifferenceSearch(router).search(MeshRouter.of(mutant.in(mesh))))
                .map(found ->
                        KillingExpectation.of(found.difference().orElseThrow()).text())
                .toList();

        assertThat(expectations)
                .map(text -> text.substring(text.indexOf("subset: v1")).strip())
                .containsExactly(
                        "subset: v1, timeout: 1500ms}",
                        "subset: v1, retries: 4}",
                        "subset: v1, sentPath: '/black'}",
                        "subset: v1, copiedTo: tea.shop}");
        for (int i = 0; i < mutants.size(); i++) {
            MeshExpectations expectation = read(expectations.get(i));
            assertThat(expectation.failing(router)).isEmpty();
            assertThat(expectation.failing(MeshRouter.of(mutants.get(i).in(mesh))))
                    .hasSize(1);
        }
    }

    @Test
    void tellWhereARedirectLeads() throws IOException {
        MeshSnapshot mesh = routedBy("{redirect: {uri: /milk}}");
        MeshSnapshot other = routedBy("{redirect: {uri: /sugar}}");
        DifferenceSearch.Found found = new DifferenceSearch(MeshRouter.of(mesh)).search(MeshRouter.of(other));

        String text = KillingExpectation.of(found.difference().orElseThrow()).text();

        assertThat(text)
                .endsWith("expect: {outcome: redirected, location: 'http://tea.shop.svc.cluster.local:80/milk'}\n");
        assertThat(read(text).failing(MeshRouter.of(mesh))).isEmpty();
        assertThat(read(text).failing(MeshRouter.of(other))).hasSize(1);
    }

    private MeshExpectations read(String expectation) throws IOException {
        Path file = Files.writeString(folder.resolve("expect.yaml"), """
                apiVersion: eastwest.io/v1
                kind: MeshExpectations
                metadata: {name: settings}
                spec:
                  expectations:
                """ + expectation.indent(2));
        return MeshExpectations.read(file).orThrow();
    }
}
