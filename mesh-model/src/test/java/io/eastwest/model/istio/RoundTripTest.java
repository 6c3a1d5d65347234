package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads one document per kind in which every field is set, and writes it again. */
class RoundTripTest {
    @ParameterizedTest
    @MethodSource("documents")
    void whatIsReadIsWrittenUnchanged(String file, Class<?> type) throws IOException {
        JsonNode document = WireFormat.tree(text(file));

        Object value = WireFormat.read(text(file), type);

        JsonNode written = WireFormat.write(value);
        assertThat(written.equals(RoundTripTest::compare, document))
                .as("%s is written as %s", file, written)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void copyThroughTheBuilderIsEqual(String file, Class<?> type) throws Exception {
        Object value = WireFormat.read(text(file), type);

        Object copy = copy(type, value);

        assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value).isNotSameAs(value);
    }

    /** Numbers are equal by value: {@code 20.0} is written as {@code 20}. */
    static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    @Test
    void theDocumentsUseEveryFieldOfEveryType() throws IOException {
        FieldCoverage coverage = new FieldCoverage();
        for (Map.Entry<String, Class<?>> document : files().entrySet()) {
            coverage.add(document.getValue(), WireFormat.tree(text(document.getKey())));
        }

        assertThat(coverage.unused())
                .filteredOn(field -> !field.endsWith(".status"))
                .as("only the second spelling of two fields is left out")
                .containsExactlyInAnyOrder("IstioHttpRoute.mirror_percent", "JwtRule.jwks_uri");
        assertThat(coverage.size()).isGreaterThan(600);
    }

    private static Object copy(Class<?> type, Object value) throws ReflectiveOperationException {
        Object builder = type.getMethod("toBuilder").invoke(value);
        try {
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    static Stream<Arguments> documents() {
        return files().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    private static Map<String, Class<?>> files() {
        Map<String, Class<?>> files = new LinkedHashMap<>();
        IstioKinds.all().forEach(kind -> files.put(fileName(kind), kind.type()));
        files.put("mesh-config.yaml", MeshConfig.class);
        files.put("mesh-networks.yaml", MeshNetworks.class);
        return files;
    }

    /** {@code VirtualService} is in {@code virtual-service.yaml}. */
    private static String fileName(KindDefinition<?> kind) {
        return kind.kind().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".yaml";
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = RoundTripTest.class.getResourceAsStream("/istio/" + file)) {
            assertThat(stream).as("document %s", file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
