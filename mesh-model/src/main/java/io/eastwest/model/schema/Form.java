package io.eastwest.model.schema;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** How a text may look. Immutable; the expression is compiled when a text first needs it. */
final class Form {
    private final String regex;
    private final String words;
    private final boolean ofNames;
    private volatile @Nullable Pattern pattern;

    private Form(String regex, String words, boolean ofNames) {
        this.regex = regex;
        this.words = words;
        this.ofNames = ofNames;
    }

    /**
     * A form.
     *
     * @param regex what must be found in a text, in RE2 as the API server reads it; anchored where it must match as a whole
     * @param words the same in words, after "must be"
     */
    static Form of(String regex, String words) {
        return new Form(regex, words, false);
    }

    /** A form that every DNS label in lower case has, so that most texts need no expression. */
    static Form ofNames(String regex, String words) {
        return new Form(regex, words, true);
    }

    String words() {
        return words;
    }

    boolean fits(String text) {
        return ofNames && PlainNames.isLabel(text) || pattern().matcher(text).find();
    }

    private Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(regex);
            pattern = known;
        }
        return known;
    }
}
