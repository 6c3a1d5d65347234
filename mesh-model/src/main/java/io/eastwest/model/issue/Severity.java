package io.eastwest.model.issue;

/** How much an {@link Issue} matters. Ordered: the worst comes first. */
public enum Severity {
    /** The document does not mean what its author wants, or nothing at all; {@code orThrow()} throws. */
    ERROR,
    /** The document can be used, but probably not as its author thinks. */
    WARNING,
    /** Worth knowing, nothing to do. */
    INFO
}
