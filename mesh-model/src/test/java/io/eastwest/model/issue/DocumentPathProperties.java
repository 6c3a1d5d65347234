package io.eastwest.model.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentPathProperties {
    @Property
    void textAndPathAreTheSame(@ForAll("paths") DocumentPath path) {
        assertThat(DocumentPath.parse(path.toString())).isEqualTo(path);
    }

    @Provide
    Arbitrary<DocumentPath> paths() {
        Arbitrary<Object> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "spec", "http", "a.b/c", "", "\"", "\\", "[0]", "x y", "n\nn", "\\n", "u\u0007", "\\u0007"),
                Arbitraries.strings());
        Arbitrary<Object> indexes = Arbitraries.integers().between(0, 999).map(index -> index);
        Arbitrary<List<Object>> steps = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, names), net.jqwik.api.Tuple.of(1, indexes))
                .list()
                .ofMaxSize(6);
        return steps.map(list -> {
            DocumentPath path = DocumentPath.root();
            for (Object step : list) {
                path = step instanceof Integer index ? path.index(index) : path.field((String) step);
            }
            return path;
        });
    }
}
