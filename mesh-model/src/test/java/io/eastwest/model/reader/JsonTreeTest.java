package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of a document is the one that Jackson makes of its text. */
class JsonTreeTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, -1, 0, \"1\", \"\", null, true, false, {}, []], \"b\": {\"c\": null}}",
                "[999999999, 1000000000, 2147483647, 2147483648, -2147483648, -2147483649]",
                "[9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809]",
                "[123456789012345678901234567890, 1.50, -0.0, 1e3, 1.10E-7]",
            })
    void isThatOfJackson(String json) throws JsonProcessingException {
        JsonNode expected = JACKSON.readTree("{\"metadata\": {\"name\": \"a\"}, \"x\": " + json + "}");

        NodeTree tree = new ReadSession(ReadLimits.defaults())
                .trees("f.json", "{\"metadata\": {\"name\": \"a\"}, \"x\": " + json + "}")
                .get(0);

        assertThat(JsonTree.of(tree, 0)).isEqualTo(expected).hasToString(expected.toString());
    }
}
