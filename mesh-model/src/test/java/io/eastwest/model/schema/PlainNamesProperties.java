package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told without an expression is what the expression says. */
class PlainNamesProperties {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern LABELS = Pattern.compile(LABEL);
    private static final Pattern KEYS =
            Pattern.compile("(" + LABEL + "(\\." + LABEL + ")*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]");

    @Property
    void labels(@ForAll("names") String text) {
        boolean label = text.length() <= 63 && LABELS.matcher(text).matches();

        assertThat(PlainNames.isLabel(text)).isEqualTo(label);
        if (label) {
            assertThat(KubernetesForms.isQualified(text)).isTrue();
            assertThat(GatewayForms.LABEL_VALUE.fits(text)).isTrue();
        }
    }

    @Property
    void keys(@ForAll("names") String text) {
        assertThat(PlainNames.isKey(text)).isEqualTo(KEYS.matcher(text).matches());
        assertThat(KubernetesForms.isQualified(text))
                .isEqualTo(KEYS.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab1-._/Z").ofMaxLength(7),
                Arbitraries.strings().withChars("ab1").ofMinLength(60).ofMaxLength(66),
                Arbitraries.strings().withChars("ab1-./").ofMinLength(2).ofMaxLength(20),
                Arbitraries.strings().ofMaxLength(4));
    }
}
