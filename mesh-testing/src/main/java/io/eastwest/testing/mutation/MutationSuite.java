package io.eastwest.testing.mutation;

import io.eastwest.routing.MeshRouter;
import java.util.List;

/** Tests of a mesh, as mutants are given to them. The same mesh gives the same failures. */
@FunctionalInterface
public interface MutationSuite {
    /**
     * Runs the tests.
     *
     * @param router a mesh
     * @return what fails, one name each; none: all passes. A test may throw too: then its message is what fails
     */
    List<String> failures(MeshRouter router);
}
