package io.eastwest.testing.mutation;

import java.util.List;

/**
 * What became of one mutant. Immutable.
 *
 * @param mutant the mutant
 * @param fate what became of it
 * @param killers tests that fail on it, in the order of the tests
 * @param because of one that survived, what it does differently, or why that is not known; of one that is equivalent, how far that
 *     is known; of one that is invalid, what is wrong; else empty
 * @param expectation of one that survived, an entry for {@code expect.yaml} that fails on it and holds for the mesh; empty: none is
 *     known
 */
public record MutationResult(Mutant mutant, MutantFate fate, List<String> killers, String because, String expectation) {
    /**
     * Copies the list.
     *
     * @param mutant the mutant
     * @param fate what became of it
     * @param killers tests that fail on it
     * @param because why
     * @param expectation an entry that fails on it
     */
    public MutationResult {
        killers = List.copyOf(killers);
    }
}
