package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.kubernetes.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueReadersTest {
    /** A kind of a user, who does not use Immutables. */
    record Widget(String apiVersion, ObjectMeta metadata, Map<Integer, String> colours, List<Integer> sizes)
            implements MeshResource {
        @Override
        public String kind() {
            return "Widget";
        }

        @JsonCreator
        static Widget of(
                @JsonProperty("apiVersion") String apiVersion,
                @JsonProperty(value = "metadata", required = true) ObjectMeta metadata,
                @JsonProperty("colours") @Nullable Map<Integer, String> colours,
                @JsonProperty("sizes") @Nullable List<Integer> sizes) {
            if (sizes != null && sizes.contains(0)) {
                throw new InvalidResourceException("has no size");
            }
            return new Widget(
                    apiVersion, metadata, colours == null ? Map.of() : colours, sizes == null ? List.of() : sizes);
        }
    }

    private static final String NAMED = "{apiVersion: acme.example/v1, kind: Widget, metadata: {name: w}, ";
    private static final ManifestReader READER = ManifestReader.strict()
            .with(KindRegistry.of(
                    List.of(new KindDefinition<>("acme.example", "Widget", List.of("v1"), "v1", true, Widget.class))));

    private static List<String> problems(String fields) {
        return READER.read("w.yaml", NAMED + fields + "}").issues().stream()
                .map(Issue::toString)
                .toList();
    }

    @Test
    void aKindOfOnesOwnIsReadByItsCreator() {
        Manifest manifest = READER.read("w.yaml", NAMED + "colours: {7: red, 1: blue}, sizes: [3, 1]}")
                .orThrow()
                .get(0);

        assertThat(manifest.resource())
                .isEqualTo(
                        new Widget("acme.example/v1", ObjectMeta.of("w"), Map.of(7, "red", 1, "blue"), List.of(3, 1)));
    }

    /** A kind of a user in fewest words. */
    record Gear(String apiVersion, ObjectMeta metadata, Optional<Part> part, List<Part> spares, OptionalInt teeth)
            implements MeshResource {
        record Part(String name) {}

        @Override
        public String kind() {
            return "Gear";
        }
    }

    @Test
    void aRecordIsReadByItsComponents() {
        ManifestReader reader = ManifestReader.strict()
                .with(KindRegistry.of(
                        List.of(new KindDefinition<>("acme.example", "Gear", List.of("v1"), "v1", true, Gear.class))));
        String start = "{apiVersion: acme.example/v1, kind: Gear, metadata: {name: g}, spares: [{name: a}]";

        assertThat(reader.read("g.yaml", start + ", part: {name: b}, teeth: 7}")
                        .orThrow()
                        .get(0)
                        .resource())
                .isEqualTo(new Gear(
                        "acme.example/v1",
                        ObjectMeta.of("g"),
                        Optional.of(new Gear.Part("b")),
                        List.of(new Gear.Part("a")),
                        OptionalInt.of(7)));
        assertThat(reader.read("g.yaml", start + ", part: null}")
                        .orThrow()
                        .get(0)
                        .resource())
                .isEqualTo(new Gear(
                        "acme.example/v1",
                        ObjectMeta.of("g"),
                        Optional.empty(),
                        List.of(new Gear.Part("a")),
                        OptionalInt.empty()));
        assertThat(reader.read("g.yaml", start + ", tooth: 7}").issues())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR Gear/default/g tooth: unknown field; known is one of apiVersion, metadata, part, spares, teeth");
    }

    @Test
    void whatACreatorRefusesIsAnIssueOfItsPlace() {
        assertThat(problems("sizes: [1, 0]"))
                .containsExactly("ERROR Widget/default/w: has no size [w.yaml:1:1] INVALID_VALUE");
    }

    @Test
    void aCreatorIsNotAskedWhenAPartCannotBeRead() {
        assertThat(problems("sizes: [0, x], colours: {red: 7}, color: red"))
                .containsExactly(
                        "ERROR Widget/default/w sizes[1]: must be an integer but was the string \"x\""
                                + " [w.yaml:1:77] WRONG_TYPE",
                        "ERROR Widget/default/w colours.red: field name \"red\" is not a number; use a number as the name"
                                + " [w.yaml:1:96] WRONG_TYPE",
                        "ERROR Widget/default/w colours.red: must be a string but was the number 7; quote it: \"7\""
                                + " [w.yaml:1:96] WRONG_TYPE",
                        "ERROR Widget/default/w color: unknown field; known is one of apiVersion, colours, metadata, sizes"
                                + " [w.yaml:1:100] UNKNOWN_FIELD");
    }

    @Test
    void aTypeThatSaysNothingOfItsFieldsIsRefused() {
        assertThatThrownBy(() -> ManifestReader.strict().readValue(Optional.class, "a.yaml", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("values of java.util.Optional cannot be read");
    }

    @Test
    void anUnknownResourceWithoutMetadataIsNotLostInSilence() {
        String text = "{apiVersion: acme.example/v1, kind: Gadget, metadata: null}";

        assertThat(ManifestReader.strict().read("g.yaml", text).issues())
                .extracting(Issue::toString)
                .containsExactly("ERROR Gadget/ metadata: must be an object but was null [g.yaml:1:55] WRONG_TYPE");
    }
}
