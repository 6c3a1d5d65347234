package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.istio.networking.HttpBody;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.telemetry.TelemetryTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices of which a document makes at most one. */
class OneofTest {
    @Nested
    class OneArm {
        @Test
        void isReadAsItsValue() {
            assertThat(WireFormat.read("exact: /a", StringMatch.class)).isEqualTo(StringMatch.exact("/a"));
            assertThat(WireFormat.read("prefix: ''", StringMatch.class)).isEqualTo(StringMatch.prefix(""));
            assertThat(WireFormat.read("regex: .*", StringMatch.class)).isEqualTo(StringMatch.regex(".*"));
            assertThat(WireFormat.read("{}", StringMatch.class)).isEqualTo(StringMatch.present());
            assertThat(WireFormat.read("fromCidr: 10.0.0.0/8", NetworkEndpoints.class))
                    .isEqualTo(NetworkEndpoints.fromCidr("10.0.0.0/8"));
        }

        @Test
        void isAnsweredByItsOwnFunctionAlone() {
            List<StringMatch> matches = List.of(
                    StringMatch.exact("a"), StringMatch.prefix("b"), StringMatch.regex("c"), StringMatch.present());

            List<String> answers = matches.stream()
                    .map(match -> match.match(
                            exact -> "exact " + exact.value(),
                            prefix -> "prefix " + prefix.value(),
                            regex -> "regex " + regex.value(),
                            present -> "present"))
                    .toList();

            assertThat(answers).containsExactly("exact a", "prefix b", "regex c", "present");
        }

        @Test
        void withANullBesideItIsStillOneArm() {
            assertThat(WireFormat.read("{exact: null, prefix: a}", StringMatch.class))
                    .isEqualTo(StringMatch.prefix("a"));
        }
    }

    @Nested
    class TwoArms {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "networking.StringMatch | {exact: a, prefix: b} | exact, prefix",
                    "networking.StringMatch | {regex: a, exact: ''} | exact, regex",
                    "networking.HttpBody | {string: a, bytes: aGk=} | string, bytes",
                    "telemetry.TelemetryTag | {header: {name: a}, literal: {value: b}} | literal, header",
                    "mesh.NetworkEndpoints | {fromCidr: 10.0.0.0/8, fromRegistry: a} | fromCidr, fromRegistry",
                })
        void areRefusedByName(String type, String yaml, String names) throws ClassNotFoundException {
            Class<?> read = Class.forName("io.eastwest.model.istio." + type);

            assertThatThrownBy(() -> WireFormat.read(yaml, read))
                    .isInstanceOfSatisfying(
                            InvalidResourceException.class,
                            refusal -> assertThat(refusal.issues())
                                    .singleElement()
                                    .satisfies(issue -> {
                                        assertThat(issue.code()).isEqualTo(IssueCode.ONEOF_CONFLICT);
                                        assertThat(issue.message())
                                                .isEqualTo("at most one of " + names + " may be set");
                                    }));
        }
    }

    @Nested
    class BytesOfABody {
        @Test
        void areBase64() {
            HttpBody body = WireFormat.read("bytes: aGk=", HttpBody.class);

            String text = body.match(
                    string -> "not this",
                    bytes -> new String(bytes.decoded(), StandardCharsets.UTF_8),
                    none -> "not this either");

            assertThat(text).isEqualTo("hi");
        }

        @Test
        void mayBeBrokenIntoLines() {
            HttpBody body = WireFormat.read("bytes: \"aG\\nk=\\n\"", HttpBody.class);

            assertThat(((HttpBody.Bytes) body).decoded()).isEqualTo(new byte[] {'h', 'i'});
        }

        @ParameterizedTest
        @CsvSource({"aGk", "a_k=", "====", "'aG k'"})
        void areRefusedOtherwise(String text) {
            assertThatThrownBy(() -> HttpBody.bytes(text))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessageContaining("bytes: must be standard base64");
        }
    }

    @Test
    void tagsOfTelemetryHaveAnArmForNothing() {
        TelemetryTag tag = WireFormat.read("{}", TelemetryTag.class);

        assertThat(tag).isEqualTo(new TelemetryTag.NoTag());
        assertThat(WireFormat.write(tag)).isEmpty();
    }
}
