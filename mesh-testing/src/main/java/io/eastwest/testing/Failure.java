package io.eastwest.testing;

/**
 * An expectation that a decision does not meet.
 *
 * @param expected what was expected of the call, after "Expecting the call"
 * @param actual what was found, after "but"
 */
record Failure(String expected, String actual) {
    String text(Evidence evidence) {
        return "Expecting the call " + expected + "\nbut " + actual + "\n\n"
                + evidence.text().get();
    }
}
