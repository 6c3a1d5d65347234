package io.eastwest.model.validation;

import java.util.regex.Pattern;

/**
 * The forms that Kubernetes wants of names. Mirrors kubernetes 1.34 {@code
 * staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go} and {@code pkg/api/validation/path/name.go}.
 */
enum NameForm {
    /** One part of a DNS name. */
    DNS_LABEL(
            63,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            "a DNS label: lower case letters, digits and \"-\", first and last no \"-\", 63 characters at most"),
    /** One part of a DNS name that starts with a letter. */
    DNS_1035_LABEL(
            63,
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "a DNS label that starts with a letter: lower case letters, digits and \"-\", last no \"-\","
                    + " 63 characters at most"),
    /** A DNS name. */
    DNS_SUBDOMAIN(
            253,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            "a DNS name: lower case letters, digits, \"-\" and \".\", each part first and last no \"-\","
                    + " 253 characters at most"),
    /** What fits between two slashes of a URL. */
    PATH_SEGMENT(Integer.MAX_VALUE, "(?!\\.{1,2}$)[^/%]+", "neither \".\" nor \"..\" and holds no \"/\" and no \"%\"");

    private final int longest;
    private final Pattern pattern;
    private final String description;

    NameForm(int longest, String pattern, String description) {
        this.longest = longest;
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.description = description;
    }

    /** What a name of this form is, to follow "a name is". */
    String description() {
        return description;
    }

    boolean takes(String name) {
        return name.length() <= longest
                && (isPlain(name) || pattern.matcher(name).matches());
    }

    /** Whether a text is a word of lower-case letters, also with digits and dashes inside, or several where dots may be. */
    private boolean isPlain(String text) {
        int last = text.length() - 1;
        if (last < 0 || text.charAt(0) > 'z' || text.charAt(0) < 'a' || !isInWord(text.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            boolean dot =
                    c == '.' && this == DNS_SUBDOMAIN && isInWord(text.charAt(i - 1)) && isInWord(text.charAt(i + 1));
            if (!isInWord(c) && c != '-' && !dot) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** Whether a name that starts with the text can have this form; a dash at its end is followed by something. */
    boolean takesStart(String start) {
        boolean dashed = start.length() > 1 && start.endsWith("-");
        return takes(dashed ? start.substring(0, start.length() - 1) + "a" : start);
    }
}
