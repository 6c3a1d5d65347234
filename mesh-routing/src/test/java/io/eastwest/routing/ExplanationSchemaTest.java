package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.ExplanationSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema is that of the form; {@code -Dgolden.update} writes it, but not in CI. */
class ExplanationSchemaTest {
    private static final String NAME = "explanation-v1.schema.json";
    private static final Path RESOURCE = Path.of("src/main/resources/io/eastwest/routing", NAME);
    private static final Path PAGE = Path.of("../docs/schema", NAME);

    @Test
    void theSchemaInTheJarAndTheOneOnThePageAreThatOfTheForm() throws IOException {
        String schema = ExplanationJson.FORM.schema(ExplanationJson.SCHEMA);
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            Files.writeString(RESOURCE, schema);
            Files.writeString(PAGE, schema);
        }

        for (Path file : List.of(RESOURCE, PAGE)) {
            assertThat(Files.readString(file).replace("\r\n", "\n"))
                    .as(file + "; docs/explanations.md says how to generate it")
                    .isEqualTo(schema);
        }
    }

    @Test
    void theSchemaNamesItsVersion() {
        assertThat(ExplanationSchema.text())
                .contains("\"$id\": \"https://eastwest.io/schema/explanation-v1.json\"")
                .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
                .contains("\"const\": \"eastwest.io/v1\"");
    }
}
