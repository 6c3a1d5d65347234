package io.eastwest.render.proof;

/**
 * One thing that is wrong with files.
 *
 * @param kind how it was found
 * @param promise text of the promise that is broken or could not be asked; empty: none
 * @param message what is wrong, one line
 */
public record ProofFinding(Kind kind, String promise, String message) {
    /** How a finding was made. */
    public enum Kind {
        /** By validation or analysis of the resources. */
        ISSUE,

        /** By a rule that the clusters of a mesh keep together. */
        INVARIANT,

        /** By a call that breaks a promise. */
        BROKEN_PROMISE,

        /** By nobody calling what a promise is about: it could not be asked. */
        NOT_ASKED,

        /** By something that decides calls and is not modelled: nothing is proven of it. */
        NOT_MODELLED
    }

    @Override
    public String toString() {
        return kind + " " + message;
    }
}
