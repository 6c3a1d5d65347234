package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told without an expression is what the expression says. */
class NameFormProperties {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");

    @Property
    void namesOfObjects(@ForAll("names") String text) {
        boolean fits = text.length() <= 63;

        assertThat(NameForm.DNS_LABEL.takes(text))
                .isEqualTo(fits && LABEL.matcher(text).matches());
        assertThat(NameForm.DNS_1035_LABEL.takes(text))
                .isEqualTo(fits && LABEL_1035.matcher(text).matches());
        assertThat(NameForm.DNS_SUBDOMAIN.takes(text))
                .isEqualTo(text.length() <= 253 && SUBDOMAIN.matcher(text).matches());
        assertThat(NameForm.PATH_SEGMENT.takes(text))
                .isEqualTo(!text.isEmpty()
                        && !text.equals(".")
                        && !text.equals("..")
                        && text.indexOf('/') < 0
                        && text.indexOf('%') < 0);
    }

    @Property
    void valuesOfLabels(@ForAll("names") String text) {
        assertThat(LabelForm.isValue(text))
                .isEqualTo(text.length() <= 63 && VALUE.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab1-._/Z").ofMaxLength(7),
                Arbitraries.strings().withChars("ab1").ofMinLength(60).ofMaxLength(66),
                Arbitraries.strings().withChars("ab%1-./").ofMinLength(2).ofMaxLength(20));
    }
}
