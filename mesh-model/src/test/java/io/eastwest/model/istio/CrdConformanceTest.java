package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.KindDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every type of the Istio groups against the schemas of the release. */
class CrdConformanceTest {
    private static final String BUNDLE = "crds/istio-1.30.3-crd-all.gen.yaml";
    private static final Map<String, JsonNode> CRDS = new LinkedHashMap<>();

    @BeforeAll
    static void readTheBundle() throws IOException {
        String shared = System.getProperty("eastwest.shared", "");
        Path bundle = Path.of(shared, BUNDLE);
        assumeTrue(
                !shared.isEmpty() && Files.exists(bundle),
                "set the property eastwest.shared to the folder that holds " + BUNDLE);
        YAMLMapper mapper = new YAMLMapper();
        try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(bundle.toFile())) {
            documents.forEachRemaining(crd -> {
                if (crd.path("kind").asText().equals("CustomResourceDefinition")) {
                    CRDS.put(
                            crd.at("/spec/group").asText() + "/"
                                    + crd.at("/spec/names/kind").asText(),
                            crd);
                }
            });
        }
    }

    @Test
    void everyKindOfTheBundleIsModelled() {
        assertThat(kinds().map(CrdConformanceTest::name)).containsExactlyInAnyOrderElementsOf(CRDS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> servedAndStoredVersionsAreThoseOfTheBundle() {
        return kinds().map(kind -> DynamicTest.dynamicTest(name(kind), () -> {
            List<String> served = new ArrayList<>();
            List<String> stored = new ArrayList<>();
            for (JsonNode version : crd(kind).at("/spec/versions")) {
                if (version.path("served").asBoolean()) {
                    served.add(version.path("name").asText());
                }
                if (version.path("storage").asBoolean()) {
                    stored.add(version.path("name").asText());
                }
            }

            assertThat(kind.servedVersions()).containsExactlyInAnyOrderElementsOf(served);
            assertThat(stored).containsExactly(kind.storageVersion());
            assertThat(kind.namespaced())
                    .isEqualTo(crd(kind).at("/spec/scope").asText().equals("Namespaced"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfEverySchemaHasAnAccessorOfItsType() {
        return kinds().map(kind -> DynamicTest.dynamicTest(name(kind), () -> {
            SchemaComparison comparison = new SchemaComparison();
            for (JsonNode version : crd(kind).at("/spec/versions")) {
                JsonNode schema = version.at("/schema/openAPIV3Schema");
                comparison.compare(kind.type(), schema);
            }

            assertThat(new TreeSet<>(comparison.differences())).isEmpty();
            assertThat(comparison.comparedFields()).isGreaterThan(3);
        }));
    }

    private static Stream<KindDefinition<?>> kinds() {
        return IstioKinds.all().stream();
    }

    private static String name(KindDefinition<?> kind) {
        return kind.group() + "/" + kind.kind();
    }

    private static JsonNode crd(KindDefinition<?> kind) {
        return CRDS.get(name(kind));
    }
}
