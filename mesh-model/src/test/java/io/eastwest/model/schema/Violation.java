package io.eastwest.model.schema;

import io.eastwest.model.issue.DocumentPath;

/**
 * Why a definition refuses an object.
 *
 * @param constraint the value of the schema and what it asks for, such as {@code .spec.hosts minItems}
 * @param path the value of the object
 */
record Violation(String constraint, DocumentPath path) {
    @Override
    public String toString() {
        return path + ": " + constraint;
    }
}
