package io.eastwest.testing.mutation;

import io.eastwest.routing.DecisionListener;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a mesh in many small ways and runs its tests on each: those that still pass on a mutant do not see the change. Immutable;
 * the same mesh and tests give the same report.
 *
 * <pre>{@code
 * MutationReport report = MeshMutations.of(router).run(expectations::failing);
 * System.out.println(report.requireAtLeast(80));
 * }</pre>
 */
public final class MeshMutations {
    /** So many mutants are tried when nothing else is said. */
    public static final int DEFAULT_MOST = 1_000;

    private static final int MOST_SEARCHES = 200;

    private final MeshRouter mesh;
    private final List<Mutant> all;
    private final int most;

    private MeshMutations(MeshRouter mesh, List<Mutant> all, int most) {
        this.mesh = mesh;
        this.all = all;
        this.most = most;
    }

    /**
     * Makes the mutants of a mesh.
     *
     * @param router the mesh
     * @return its mutants, none tried yet
     */
    public static MeshMutations of(MeshRouter router) {
        MeshRouter mesh = router.heardBy(DecisionListener.NONE);
        return new MeshMutations(mesh, Mutants.of(mesh), DEFAULT_MOST);
    }

    /**
     * Bounds how many are tried. Of more, they are taken in even distances, so that all resources have their part.
     *
     * @param mutants how many, 1 or more
     * @return the same mutants with that bound
     * @throws IllegalArgumentException if it is less than 1
     */
    public MeshMutations atMost(int mutants) {
        if (mutants < 1) {
            throw new IllegalArgumentException("at least 1 mutant must be tried but it was " + mutants);
        }
        return new MeshMutations(mesh, all, mutants);
    }

    /** {@return the mutants that are tried, in the order of the clusters and of what is written} */
    public List<Mutant> mutants() {
        if (all.size() <= most) {
            return all;
        }
        List<Mutant> some = new ArrayList<>();
        for (long i = 0; i < most; i++) {
            some.add(all.get(Math.toIntExact(i * all.size() / most)));
        }
        return some;
    }

    /**
     * Runs the tests on each mutant.
     *
     * @param suite the tests; they must pass on the mesh itself
     * @return what became of the mutants
     * @throws IllegalArgumentException if a test fails on the mesh itself
     */
    public MutationReport run(MutationSuite suite) {
        List<String> failures = failures(suite, mesh);
        if (!failures.isEmpty()) {
            throw new IllegalArgumentException(
                    "the tests must pass on the mesh itself before mutants tell anything, but these fail: "
                            + String.join(", ", failures));
        }
        MutantTrial trial = new MutantTrial(mesh, suite);
        List<MutationResult> results = new ArrayList<>();
        mutants().forEach(mutant -> results.add(trial.result(mutant)));
        return new MutationReport(mesh.snapshot().topology().metadata().name(), all.size(), results);
    }

    static List<String> failures(MutationSuite suite, MeshRouter router) {
        try {
            return suite.failures(router);
        } catch (AssertionError | RuntimeException thrown) {
            return List.of(Optional.ofNullable(thrown.getMessage())
                    .flatMap(message -> message.lines().findFirst())
                    .orElseGet(() -> thrown.getClass().getSimpleName()));
        }
    }

    /** Tries one mutant after the other. */
    private static final class MutantTrial {
        private final MeshRouter mesh;
        private final MutationSuite suite;
        private final DifferenceSearch search;
        private final EquivalenceDoubts doubts;
        private int searches;

        MutantTrial(MeshRouter mesh, MutationSuite suite) {
            this.mesh = mesh;
            this.suite = suite;
            this.search = new DifferenceSearch(mesh);
            this.doubts = new EquivalenceDoubts(mesh, search.hosts());
        }

        MutationResult result(Mutant mutant) {
            Optional<String> problem = MutantCheck.problem(mutant);
            if (problem.isPresent()) {
                return new MutationResult(mutant, MutantFate.INVALID, List.of(), problem.get(), "");
            }
            MeshRouter changed = MeshRouter.of(mutant.in(mesh.snapshot()));
            List<String> killers = failures(suite, changed);
            return killers.isEmpty()
                    ? survivor(mutant, changed)
                    : new MutationResult(mutant, MutantFate.KILLED, killers, "", "");
        }

        private MutationResult survivor(Mutant mutant, MeshRouter changed) {
            if (++searches > MOST_SEARCHES) {
                return survived(mutant, "no call was sought: too many mutants survive", "");
            }
            DifferenceSearch.Found found = search.search(changed);
            if (found.difference().isPresent()) {
                Difference difference = found.difference().get();
                String where = difference.call()
                        + (difference.conditions().all().isEmpty() ? "" : " when " + difference.conditions());
                return survived(
                        mutant,
                        where + ": " + difference.text(),
                        KillingExpectation.of(difference).text());
            }
            if (!found.incomplete().isEmpty()) {
                return survived(
                        mutant,
                        "no call was found that tells; not all were compared: " + String.join(", ", found.incomplete()),
                        "");
            }
            Optional<String> doubt = doubts.of(mutant);
            return doubt.isPresent()
                    ? survived(mutant, "no call was found that tells; " + doubt.get(), "")
                    : new MutationResult(mutant, MutantFate.EQUIVALENT, List.of(), search.bound(), "");
        }

        private static MutationResult survived(Mutant mutant, String because, String expectation) {
            return new MutationResult(mutant, MutantFate.SURVIVED, List.of(), because, expectation);
        }
    }
}
