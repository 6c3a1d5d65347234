package io.eastwest.model.reader;

/** What happens to a field that its kind does not have. */
public enum UnknownFields {
    /** It is an error, as with {@code kubectl --validate=strict}. */
    REJECT,
    /** It is left out with a warning, as an API server does. The document that a manifest keeps still has it. */
    PRUNE
}
