package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.KindRegistry;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import java.lang.reflect.Field;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every version of a kind is read into one type and keeps its name. */
class ServedVersionsTest {
    @TestFactory
    Stream<DynamicTest> everyVersionIsReadIntoOneTypeAndWrittenAsItCame() {
        return KindRegistry.standard().all().stream()
                .flatMap(kind -> kind.servedVersions().stream()
                        .map(version -> DynamicTest.dynamicTest(kind.kind() + " " + version, () -> {
                            String apiVersion = kind.apiVersion(version);
                            ObjectNode document =
                                    new RandomDocument(new Random(7)).of(kind).put("apiVersion", apiVersion);

                            MeshResource resource = ManifestReader.strict()
                                    .read("a.json", document.toString())
                                    .orThrow()
                                    .get(0)
                                    .resource();

                            assertThat(resource).isInstanceOf(kind.type());
                            assertThat(resource.apiVersion()).isEqualTo(apiVersion);
                            assertThat(resource.kind()).isEqualTo(kind.kind());
                            assertThat(resource.namespaced()).isEqualTo(kind.namespaced());
                            assertThat(ManifestWriter.toTree(resource)
                                            .path("apiVersion")
                                            .asText())
                                    .isEqualTo(apiVersion);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> anObjectThatNamesNoVersionHasTheStoredOne() {
        return KindRegistry.standard().all().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.kind(), () -> {
                    MeshResource built = withoutVersion(kind);

                    assertThat(built.apiVersion()).isEqualTo(kind.apiVersion());
                    assertThat(ManifestWriter.toYaml(built)).startsWith("apiVersion: " + kind.apiVersion() + "\n");
                }));
    }

    /** The builder with all but the version copied from an object that was read. */
    private static MeshResource withoutVersion(KindDefinition<?> kind) throws ReflectiveOperationException {
        String document = new RandomDocument(new Random(7)).of(kind).toString();
        Object read = ManifestReader.strict()
                .read("a.json", document)
                .orThrow()
                .get(0)
                .resource();
        Object builder = kind.type().getMethod("toBuilder").invoke(read);
        Field version = builder.getClass().getDeclaredField("apiVersion");
        version.setAccessible(true);
        version.set(builder, null);
        return (MeshResource) builder.getClass().getMethod("build").invoke(builder);
    }
}
