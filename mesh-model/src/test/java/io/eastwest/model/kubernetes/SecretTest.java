package io.eastwest.model.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.eastwest.model.issue.InvalidResourceException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    @Nested
    class TextForm {
        @Test
        void showsNothingThatMayBeConfidential() {
            Secret secret = Secret.builder()
                    .metadata(ObjectMeta.builder()
                            .name("cacerts")
                            .putAnnotation("kubectl.kubernetes.io/last-applied-configuration", "aHVudGVyMg==")
                            .build())
                    .putData("ca-key.pem", SecretBytes.ofText("hunter2"))
                    .putStringData("password", "hunter2")
                    .putOtherField("Data", TextNode.valueOf("hunter2"))
                    .build();

            assertThat(secret.toString()).doesNotContain("hunter2", "aHVudGVyMg==");
            assertThat(secret.data().toString()).isEqualTo("{ca-key.pem=SecretBytes[redacted]}");
            assertThat(secret.key()).hasToString("Secret/default/cacerts");
        }

        @Test
        void isNotPartOfTheMessageAboutIllegalBase64() {
            assertThatThrownBy(() -> SecretBytes.fromBase64("hunter2!"))
                    .isInstanceOf(InvalidResourceException.class)
                    .message()
                    .doesNotContain("hunter2")
                    .contains("standard base64 is accepted");
        }
    }

    @Nested
    class Values {
        @Test
        void aTextWinsOverBytesOfTheSameKey() {
            Secret secret = Secret.builder()
                    .metadata(ObjectMeta.of("a"))
                    .putData("both", SecretBytes.ofText("bytes"))
                    .putData("one", SecretBytes.ofText("bytes"))
                    .putStringData("both", "text")
                    .build();

            assertThat(secret.value("both")).contains(SecretBytes.ofText("text"));
            assertThat(secret.value("one")).contains(SecretBytes.ofText("bytes"));
            assertThat(secret.value("none")).isEmpty();
        }

        @Test
        void areDecodedFromBase64AndWrittenAsBase64() throws Exception {
            String json = "{\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"},\"data\":{\"tls.crt\":\"aGVsbG8=\"}}";

            Secret secret = JSON.readValue(json, Secret.class);

            assertThat(secret.data().get("tls.crt"))
                    .isEqualTo(SecretBytes.of("hello".getBytes(StandardCharsets.UTF_8)));
            assertThat(JSON.writeValueAsString(secret)).isEqualTo(json);
        }

        @Test
        void skipLineBreaksAndDemandPadding() {
            assertThat(SecretBytes.fromBase64("aGVs\r\nbG8=").toText()).isEqualTo("hello");
            assertThatThrownBy(() -> SecretBytes.fromBase64("aGVsbG8"))
                    .hasMessageContaining("length is not a multiple of 4");
        }

        @Test
        void cannotBeChangedThroughTheArrayTheyCameFrom() {
            byte[] bytes = {1, 2};
            SecretBytes secret = SecretBytes.of(bytes);

            bytes[0] = 9;
            secret.toByteArray()[1] = 9;

            assertThat(secret.toByteArray()).containsExactly(1, 2);
        }
    }
}
