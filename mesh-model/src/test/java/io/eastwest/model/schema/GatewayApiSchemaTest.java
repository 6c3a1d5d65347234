package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GatewayApiSchemaTest {
    private static final String EXPERIMENTAL = "gateway-api-v1.6.1-experimental-install.yaml";
    private static final String STANDARD = "gateway-api-v1.6.1-standard-install.yaml";
    /** Nothing in Istio 1.30.3 reads them; they are kept whole. */
    private static final List<String> NOT_MODELLED = List.of("XBackend", "XMesh");

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryVersionSurvivesReadingAndWriting() {
        return Stream.of(EXPERIMENTAL, STANDARD)
                .flatMap(GatewayApiSchemaTest::modelled)
                .flatMap(schema -> schema.roundTrips());
    }

    @Test
    void theKindsAreThoseOfTheExperimentalChannel() {
        assertThat(modelled(EXPERIMENTAL).map(CrdFile.Schema::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(GatewayApiKinds.all().stream()
                        .<String>map(KindDefinition::kind)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatTheSchemaLacksIsAnError() {
        return modelled(EXPERIMENTAL)
                .map(schema -> DynamicTest.dynamicTest(schema.toString(), () -> {
                    ObjectNode sample = schema.sample(0);
                    ((ObjectNode) sample.path("spec")).put("typo", 1);

                    List<Issue> issues = CrdFile.read(sample).issues();

                    assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.UNKNOWN_FIELD);
                    assertThat(issues.get(0).path()).hasToString("spec.typo");
                }));
    }

    @TestFactory
    Stream<DynamicTest> theStandardChannelPrunesWhatItsSchemasLack() {
        Map<String, List<String>> standard = new LinkedHashMap<>();
        modelled(STANDARD).forEach(schema -> standard.put(schema.toString(), SchemaPaths.of(schema.root())));

        return modelled(EXPERIMENTAL)
                .filter(schema -> standard.containsKey(schema.toString()))
                .map(schema -> DynamicTest.dynamicTest(schema.toString(), () -> {
                    List<String> lacking = new ArrayList<>(SchemaPaths.of(schema.root()));
                    lacking.removeAll(standard.get(schema.toString()));
                    lacking.removeIf(path -> lacking.stream().anyMatch(other -> path.startsWith(other + ".")));

                    assertThat(GatewayApiChannel.STANDARD.prunedFields(schema.kind()))
                            .containsExactlyInAnyOrderElementsOf(lacking);
                    assertThat(GatewayApiChannel.EXPERIMENTAL.prunedFields(schema.kind()))
                            .isEmpty();
                }));
    }

    @Test
    void theServedVersionsAreThoseOfTheDefinitions() {
        for (KindDefinition<?> kind : GatewayApiKinds.all()) {
            for (String version : kind.servedVersions()) {
                assertThat(GatewayApiChannel.EXPERIMENTAL.serves(kind, version))
                        .as(kind.kind() + " " + version)
                        .isEqualTo(isServed(EXPERIMENTAL, kind, version));
                assertThat(GatewayApiChannel.STANDARD.serves(kind, version))
                        .as(kind.kind() + " " + version)
                        .isEqualTo(isServed(STANDARD, kind, version));
            }
        }
    }

    private static boolean isServed(String file, KindDefinition<?> kind, String version) {
        return CrdFile.read(file).stream()
                .anyMatch(schema -> schema.served()
                        && schema.kind().equals(kind.kind())
                        && schema.version().equals(version));
    }

    private static Stream<CrdFile.Schema> modelled(String file) {
        return CrdFile.read(file).stream().filter(schema -> !NOT_MODELLED.contains(schema.kind()));
    }
}
