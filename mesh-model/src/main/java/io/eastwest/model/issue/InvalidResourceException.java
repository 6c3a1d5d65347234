package io.eastwest.model.issue;

import java.util.List;

/** Thrown when a value of the model is built from parts that contradict each other or are missing. Immutable. */
public final class InvalidResourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and what is accepted, as one line
     */
    public InvalidResourceException(String message) {
        super(message);
    }

    /**
     * Names the attributes that a builder was not given.
     *
     * @param missing names of the required attributes that were not set, in declaration order
     */
    public InvalidResourceException(String... missing) {
        super("required but not set: " + String.join(", ", List.of(missing)));
    }
}
