package io.eastwest.model.schema;

import com.google.re2j.Pattern;

/**
 * How a text may look.
 *
 * @param pattern what must be found in it, in RE2 as the API server reads it; anchored where it must match as a whole
 * @param words the same in words, after "must be"
 */
record Form(Pattern pattern, String words) {
    static Form of(String regex, String words) {
        return new Form(Pattern.compile(regex), words);
    }

    boolean fits(String text) {
        return pattern.matcher(text).find();
    }
}
