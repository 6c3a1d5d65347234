package io.eastwest.model.reader;

/** JSON type of a node. */
enum NodeKind {
    OBJECT,
    LIST,
    STRING,
    INTEGER,
    DECIMAL,
    TRUE,
    FALSE,
    NULL;

    boolean isContainer() {
        return this == OBJECT || this == LIST;
    }
}
