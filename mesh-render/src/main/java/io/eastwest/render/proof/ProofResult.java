package io.eastwest.render.proof;

/** Whether files keep their promises. */
public sealed interface ProofResult permits Proven, Refuted {
    /**
     * The proof, where there is one.
     *
     * @return the proof
     * @throws IllegalStateException if the files are refuted; the message lists the findings
     */
    default Proven orThrow() {
        if (this instanceof Proven proven) {
            return proven;
        }
        throw new IllegalStateException(toText());
    }

    /** {@return the result for people, in a few lines} */
    String toText();
}
