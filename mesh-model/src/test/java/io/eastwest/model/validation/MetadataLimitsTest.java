package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarSpec;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import io.eastwest.model.reader.Manifest;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last length that is taken and the first that is not. */
class MetadataLimitsTest {
    private static List<String> codes(ObjectMetaBuilder metadata) {
        Sidecar sidecar = Sidecar.builder()
                .metadata(metadata.build())
                .spec(SidecarSpec.builder().build())
                .build();
        return MeshValidation.check(Manifest.of(sidecar), EnumSet.of(ValidationLayer.METADATA)).stream()
                .map(Issue::code)
                .map(Enum::name)
                .toList();
    }

    private static ObjectMetaBuilder named(String namespace, String name) {
        return ObjectMeta.builder().namespace(namespace).name(name);
    }

    @Test
    void aDnsNameHasTwoHundredAndFiftyThreeCharacters() {
        assertThat(codes(named("shop", "a".repeat(253)))).isEmpty();
        assertThat(codes(named("shop", "a".repeat(254)))).containsExactly("NAME_INVALID");
    }

    @Test
    void aDnsLabelHasSixtyThreeCharacters() {
        assertThat(codes(named("a".repeat(63), "a"))).isEmpty();
        assertThat(codes(named("a".repeat(64), "a"))).containsExactly("NAME_INVALID");
    }

    @Test
    void aLabelHasSixtyThreeCharactersBeforeAndAfterItsEqualsSign() {
        String longest = "a".repeat(63);

        assertThat(codes(named("shop", "a").putLabel("a".repeat(253) + "/" + longest, longest)))
                .isEmpty();
        assertThat(codes(named("shop", "a")
                        .putLabel("a".repeat(254) + "/a", "")
                        .putLabel(longest + "a", "")
                        .putLabel("a", longest + "a")))
                .containsExactly("LABEL_INVALID", "LABEL_INVALID", "LABEL_INVALID");
    }

    @Test
    void allAnnotationsTogetherHaveAQuarterOfAMebibyteInUtf8() {
        String half = "ä".repeat(128 * 512 - 1);

        assertThat(codes(named("shop", "a").putAnnotation("aa", half).putAnnotation("bb", half)))
                .isEmpty();
        assertThat(codes(named("shop", "a").putAnnotation("aa", half).putAnnotation("bbb", half)))
                .containsExactly("TEXT_TOO_LONG");
    }
}
