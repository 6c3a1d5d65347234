package io.eastwest.routing.rules;

/** Text as a literal inside a regular expression, with the escapes of Go's {@code regexp.QuoteMeta}. */
public final class GoRegex {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private GoRegex() {}

    /**
     * Quotes a text.
     *
     * @param text the text
     * @return an expression that matches just the text
     */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }
}
