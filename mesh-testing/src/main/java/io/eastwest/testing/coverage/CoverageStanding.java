package io.eastwest.testing.coverage;

/** Whether tests reach a rule. */
public enum CoverageStanding {
    /** At least one call reached it. */
    REACHED,

    /** No call reached it. */
    MISSED,

    /** No call of the mesh can reach it: it is neither reached nor missed. */
    UNREACHABLE
}
