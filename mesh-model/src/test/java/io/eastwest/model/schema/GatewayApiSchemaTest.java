package io.eastwest.model.schema;

import static io.eastwest.model.schema.CrdFile.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GatewayApiSchemaTest {
    private static final String EXPERIMENTAL = "gateway-api-v1.6.1-experimental-install.yaml";
    private static final String STANDARD = "gateway-api-v1.6.1-standard-install.yaml";
    /** No part of Istio 1.30.3 reads them; they are kept whole. */
    private static final List<String> NOT_MODELLED = List.of("XBackend", "XMesh");

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryVersionSurvivesReadingAndWriting() {
        return Stream.of(EXPERIMENTAL, STANDARD)
                .flatMap(file -> CrdFile.read(file).stream())
                .filter(schema -> !NOT_MODELLED.contains(schema.kind()))
                .flatMap(schema -> IntStream.range(0, SchemaSample.VARIANTS)
                        .mapToObj(variant ->
                                DynamicTest.dynamicTest(schema + " " + variant, () -> assertHeld(schema, variant))));
    }

    @Test
    void theKindsAreThoseOfTheExperimentalChannel() {
        assertThat(CrdFile.read(EXPERIMENTAL).stream()
                        .map(CrdFile.Schema::kind)
                        .distinct()
                        .filter(kind -> !NOT_MODELLED.contains(kind)))
                .containsExactlyInAnyOrderElementsOf(GatewayApiKinds.all().stream()
                        .<String>map(KindDefinition::kind)
                        .toList());
    }

    @Test
    void aFieldThatTheSchemaLacksIsNotTakenSilently() {
        for (CrdFile.Schema schema : CrdFile.read(EXPERIMENTAL)) {
            definition(schema).ifPresent(kind -> {
                ObjectNode sample = sample(schema, 0);
                ((ObjectNode) sample.path("spec")).put("typo", 1);

                assertThatThrownBy(() -> JSON.treeToValue(sample, kind.type()))
                        .isInstanceOf(UnrecognizedPropertyException.class);
            });
        }
    }

    private static void assertHeld(CrdFile.Schema schema, int variant) throws Exception {
        KindDefinition<?> kind = definition(schema).orElseThrow();
        assertThat(kind.servedVersions()).contains(schema.version());
        ObjectNode sample = sample(schema, variant);

        JsonNode written = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(sample, kind.type())));

        assertThat(written).isEqualTo(sample);
    }

    private static Optional<KindDefinition<?>> definition(CrdFile.Schema schema) {
        return GatewayApiKinds.all().stream()
                .filter(kind ->
                        kind.group().equals(schema.group()) && kind.kind().equals(schema.kind()))
                .findFirst();
    }

    private static ObjectNode sample(CrdFile.Schema schema, int variant) {
        ObjectNode sample = (ObjectNode) new SchemaSample(variant).of(schema.root());
        sample.remove("kind");
        sample.put("apiVersion", schema.group() + "/" + schema.version());
        sample.putObject("metadata").put("name", "sample");
        return sample;
    }
}
