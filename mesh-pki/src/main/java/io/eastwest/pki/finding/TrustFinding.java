package io.eastwest.pki.finding;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with certificates, keys or their files. Its text never holds key material. Immutable.
 *
 * @param code the cause
 * @param place what is looked at and where in it, such as {@code cacerts/east root-cert.pem[1]}
 * @param text what is wrong, then a semicolon, then what is accepted or what to do
 */
public record TrustFinding(TrustCode code, String place, String text) {
    private static final int MAX_QUOTED = 80;

    /**
     * Rejects null.
     *
     * @param code the cause
     * @param place what is looked at and where in it, such as {@code cacerts/east root-cert.pem[1]}
     * @param text what is wrong, then a semicolon, then what is accepted or what to do
     */
    public TrustFinding {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(text, "text");
    }

    /**
     * Makes a finding.
     *
     * @param code the cause
     * @param place what is looked at and where in it
     * @param wrong what is wrong
     * @param accepted what is accepted or what to do
     * @return the finding
     */
    public static TrustFinding of(TrustCode code, String place, String wrong, String accepted) {
        return new TrustFinding(code, place, wrong + "; " + accepted);
    }

    /**
     * Quotes a value of the user for a message, without line breaks and cut at 80 characters.
     *
     * @param value the value
     * @return the value in double quotes
     */
    public static String quote(String value) {
        String oneLine = value.replaceAll("\\p{Cntrl}", " ");
        return '"' + (oneLine.length() <= MAX_QUOTED ? oneLine : oneLine.substring(0, MAX_QUOTED) + "...") + '"';
    }

    /** {@return what the finding does to the mesh} */
    public TrustEffect effect() {
        return code.effect();
    }

    /** {@return one line: severity, place, text, code} */
    @Override
    public String toString() {
        return effect().severity() + " " + place + ": " + text + " " + code;
    }
}
