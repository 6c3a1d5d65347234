package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the mesh configuration against the schema that the operator gives it, the only one there is. */
class MeshConfigConformanceTest {
    private static final String BUNDLE = "crds/sail-operator-1.30.3-crds.yaml";
    private static JsonNode values = new YAMLMapper().createObjectNode();

    @BeforeAll
    static void readTheValuesOfAnInstallation() throws IOException {
        String shared = System.getProperty("eastwest.shared", "");
        Path bundle = Path.of(shared, BUNDLE);
        assumeTrue(
                !shared.isEmpty() && Files.exists(bundle),
                "set the property eastwest.shared to the folder that holds " + BUNDLE);
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(bundle.toFile())) {
            documents.forEachRemaining(crd -> {
                if (crd.at("/spec/names/kind").asText().equals("Istio")) {
                    values = crd.at(
                            "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/values/properties");
                }
            });
        }
    }

    @Test
    void everyFieldOfTheMeshConfigurationHasAnAccessorOfItsType() {
        SchemaComparison comparison = new SchemaComparison();

        comparison.compare(MeshConfig.class, values.path("meshConfig"));

        assertThat(new TreeSet<>(comparison.differences())).isEmpty();
        assertThat(comparison.comparedFields()).isGreaterThan(250);
    }

    @Test
    void everyFieldOfANetworkHasAnAccessorOfItsType() {
        SchemaComparison comparison = new SchemaComparison();

        comparison.compare(MeshNetwork.class, values.at("/global/properties/meshNetworks/additionalProperties"));

        assertThat(new TreeSet<>(comparison.differences())).isEmpty();
        assertThat(comparison.comparedFields()).isGreaterThan(6);
    }
}
