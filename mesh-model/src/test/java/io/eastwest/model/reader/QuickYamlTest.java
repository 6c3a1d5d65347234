package io.eastwest.model.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickYamlTest {
    private static final ReadLimits LIMITS = ReadLimits.defaults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "# first\n\n---\na: b # c\n# d\n\n",
                "--- # c\na:\n  b:\n\n  # c\n  c: 1\n",
                "a:\n- b\n- c: d\n  e: f\n-\n- - g\n  - h\ni:\n",
                "a:\n  - b\n  -\n    c: d\n  - |-\n    x\n",
                "- a\n-\n- 'it''s'\n- \"q\\\"\\\\\\n\"\n",
                "a: {b: [c, d, {}], \"e\":f, 'g': [], h: http://x:80/y}\n",
                "a: b c  # d\ne#f: g#h\ni: 'j' \n",
                "a: |\n  b\n\n   c: d\n  # e\n\nf: g\n",
                "a:\n  - b: |-\n\n      c\n    d: e\n",
                "a: b\n  c d\n   e # f\ng:\n  h\n  i\nj:\n- k\n  l\n",
                "a: 'b  \n    it''s c'\nd: \"e\n f\" # g\nh: [i, 'j\n  k']\n",
                "a: 010.5\nb: -1\nc: 1e3\nd: 0o17\ne: ~\nf: null\ng: \nh: -x\ni: .5\nj: 1.2.3\n",
                "a: é–→\nb: 1\n",
                "a: -\u00e9\n",
            })
    void givesTheTreeOfTheWholeReader(String text) {
        DocumentText document = new DocumentText(text, 7);

        NodeTree quick = requireNonNull(new QuickYaml(LIMITS, new LinkedHashMap<>()).read("f.yaml", document));

        assertThat(TreeText.difference(document, quick, LIMITS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "---\n",
                "a: b\n\n  c\n",
                "a: b # c\n  d\n",
                "a: b\n  c: d\n",
                "a: b: c\n",
                "a: 'b\n\n  c'\n",
                "a: 'b\nc'\n",
                "'a\n b': c\n",
                "a: \"b\\\n  c\"\n",
                "a: 'b' c\n",
                "a: [b,\n  c]\n",
                "a: [b, c,]\n",
                "a: [b c: d]\n",
                "a: {b}\n",
                "a: [b]: c\n",
                "a: [b?c]\n",
                "a: &x b\nc: *x\n",
                "a: !!str 1\n",
                "a: yes\n",
                "on: a\n",
                "a: 0123\n",
                "a: .inf\n",
                "a: 1\na: 2\n",
                "<<: {a: b}\n",
                "null: a\n",
                "? a\n: b\n",
                "a: >\n  b\n",
                "a: |\n  b",
                "a: |+\n  b\n\n",
                "a: |2\n  b\n",
                "|\n b\n",
                "a: - b\n",
                "a:\n   b: c\n  d: e\n",
                "a:\n- b\n c: d\n",
                "a: b\n...\n",
                "\ta: b\n",
                "a: b\tc\n",
                "a: \"\\x41\"\n",
                "a: b\r\nc: d\r\n",
                "a: \ud83d\ude00\n",
                "%YAML 1.2\n---\na: b\n",
            })
    void leavesOtherThingsToTheWholeReader(String text) {
        assertThat(new QuickYaml(LIMITS, new LinkedHashMap<>()).read("f.yaml", new DocumentText(text, 1)))
                .isNull();
    }

    @Test
    void leavesWhatIsMoreThanAllowedToTheWholeReader() {
        ReadLimits small = ReadLimits.builder().maxDepth(2).maxNodes(3).build();
        QuickYaml quick = new QuickYaml(small, new LinkedHashMap<>());

        assertThat(quick.read("f.yaml", new DocumentText("a: [b]\n", 1))).isNotNull();
        assertThat(quick.read("f.yaml", new DocumentText("a: [[]]\n", 1))).isNull();
        assertThat(quick.read("f.yaml", new DocumentText("a: [b, c]\n", 1))).isNull();
    }

    @Test
    void equalTextsAreOneObject() {
        QuickYaml quick = new QuickYaml(LIMITS, new LinkedHashMap<>());
        NodeTree first = requireNonNull(quick.read("f.yaml", new DocumentText("a: shop\n", 1)));
        NodeTree second = requireNonNull(quick.read("g.yaml", new DocumentText("b: shop\n", 1)));

        assertThat(second.text(1)).isSameAs(first.text(1));
    }
}
