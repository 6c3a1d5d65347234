package io.eastwest.routing.parity;

/**
 * One point in which an answer differs from its recording.
 *
 * @param field path of the field in the terms of the recording
 * @param expected what was recorded
 * @param actual what the engine says
 */
record Difference(String field, String expected, String actual) {
    private static final int LONGEST = 400;

    Difference {
        expected = cut(expected);
        actual = cut(actual);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    @Override
    public String toString() {
        return field + ": expected " + expected + " but was " + actual;
    }
}
