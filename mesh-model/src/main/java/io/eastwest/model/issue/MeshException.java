package io.eastwest.model.issue;

import static java.util.Objects.requireNonNull;

/** The root of what this SDK throws on purpose. */
public abstract class MeshException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what is wrong and what is accepted
     */
    protected MeshException(String message) {
        super(requireNonNull(message, "message"));
    }
}
