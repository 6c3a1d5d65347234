package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.Meshes;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services are shared: security-ambient.md 5.7. */
class ServiceScopesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{scope: GLOBAL}|true",
                "{scope: LOCAL}|false",
                "{}|false",
                "{scope: GLOBAL, servicesSelector: {matchLabels: {a: b}}}|true",
                "{scope: GLOBAL, servicesSelector: {matchLabels: {a: c}}}|false",
                "{scope: GLOBAL, namespaceSelector: {matchLabels: {team: x}}}|true",
                "{scope: GLOBAL, namespaceSelector: {matchLabels: {team: y}}}|false",
                "{scope: GLOBAL, namespaceSelector: {matchLabels: {team: x}}, servicesSelector: {matchLabels: {a:"
                        + " c}}}|false",
                "{scope: LOCAL}, {scope: GLOBAL, servicesSelector: {matchLabels: {a: b}}}|true",
            })
    void areThoseThatAConfigurationTakes(String configurations, boolean global) {
        MeshConfig mesh = ManifestReader.strict()
                .readValue(MeshConfig.class, "mesh.yaml", "{serviceScopeConfigs: [" + configurations + "]}")
                .orThrow();
        HandMadeCluster cluster = new HandMadeCluster("c1").namespace("shop", Map.of("team", "x"));

        assertThat(new ServiceScopes(mesh.serviceScopeConfigs())
                        .isGlobal(Meshes.service().putLabel("a", "b").build(), cluster))
                .isEqualTo(global);
    }
}
