package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule in a document and the exact lines about it. */
class RuleTablesTest {
    static Stream<Arguments> rows() {
        return Stream.of(
                        "metadata",
                        "authorization-policy",
                        "request-authentication",
                        "telemetry",
                        "extensions",
                        "mesh-config")
                .flatMap(name -> {
                    RuleTable table = RuleTable.read(name);
                    return table.rows().stream().map(row -> Arguments.of(name, row, table));
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void saysExactlyTheLinesOfTheRow(String name, RuleTable.Row row, RuleTable table) {
        assertThat(table.linesOf(row)).as(name).containsExactlyElementsOf(row.lines());
    }
}
