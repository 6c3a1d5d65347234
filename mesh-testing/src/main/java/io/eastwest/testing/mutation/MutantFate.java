package io.eastwest.testing.mutation;

/** What became of a mutant. */
public enum MutantFate {
    /** A test fails on it. */
    KILLED,

    /** All tests pass on it, though it may do something else. */
    SURVIVED,

    /** All tests pass on it, and no call is answered differently, within the bound that the result tells. */
    EQUIVALENT,

    /** It is no mesh that control planes would take: it is not read, or not valid. */
    INVALID
}
