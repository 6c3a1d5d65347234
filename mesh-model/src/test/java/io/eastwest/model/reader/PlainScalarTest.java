package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {
    private static ReadResult<List<Manifest>> read(String scalar) {
        return ManifestReader.strict().read("f.yaml", "apiVersion: x/v1\nkind: X\na: " + scalar + "\n");
    }

    private static JsonNode value(String scalar) {
        Manifest manifest = read(scalar).orThrow().get(0);
        return ((UnknownResource) manifest.resource()).content().get("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a | \"a\"",
                "~ | null",
                "null | null",
                "Null | null",
                "nULL | \"nULL\"",
                "true | true",
                "FALSE | false",
                "tRUE | \"tRUE\"",
                "5 | 5",
                "-5 | -5",
                "+5 | 5",
                "0x1F | 31",
                "0o17 | 15",
                "0x | \"0x\"",
                "0b1 | \"0b1\"",
                "1.50 | 1.50",
                ".5 | 0.5",
                "-.5 | -0.5",
                "1e3 | 1E+3",
                ". | \".\"",
                "-e | \"-e\"",
                "1.2.3 | \"1.2.3\"",
                "12:30:45 | \"12:30:45\"",
                "2026-01-01 | \"2026-01-01\"",
                "18446744073709551616 | 18446744073709551616",
                "'5' | \"5\"",
                "\"5\" | \"5\"",
                "!!str 5 | \"5\"",
                "! 5 | \"5\"",
                "!!int 5 | 5",
                "!!float 5 | 5",
                "!!bool true | true",
                "!!null '' | null",
                "[a, 'b', 5] | [\"a\",\"b\",5]",
                "{5: a, true: b} | {\"5\":\"a\",\"true\":\"b\"}"
            })
    void meansWhatYamlTwelveSays(String scalar, String json) {
        assertThat(value(scalar)).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y", "Y", "yes", "No", "on", "OFF", "n", "012", "-010", "08", "1_000", "1_0.5", "0b101", "{on: x}"
            })
    void isDoubtedWhereOlderToolsReadItOtherwise(String scalar) {
        assertThat(read(scalar).issues()).extracting(Issue::code).containsExactly(IssueCode.AMBIGUOUS_SCALAR);
        assertThat(read("'" + scalar + "'").issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "0.5", "yess", "a_b", "_1", "1-2", "12:30", "on-call", "0x1F", "=", "no1"})
    void isNotDoubtedWhereAllToolsAgree(String scalar) {
        assertThat(read(scalar).issues()).isEmpty();
    }
}
