package io.eastwest.routing.balancing;

/** What a locality of a priority came to. Not meant to be implemented by users. */
public interface LocalityReport {
    /** {@return the locality} */
    LocalityName locality();

    /** {@return its weight as sent, 0 if none was} */
    long weight();

    /** {@return hosts that count for health} */
    int counted();

    /** {@return healthy hosts among them} */
    int healthy();

    /** {@return the weight after missing health was taken off; for a consistent hash the weight as sent} */
    Share effectiveWeight();
}
