package io.eastwest.samples.mutation;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;
import io.eastwest.testing.coverage.CoverageReport;
import io.eastwest.testing.coverage.MeshCoverage;
import io.eastwest.testing.expect.MeshExpectations;
import io.eastwest.testing.mutation.MeshMutations;
import io.eastwest.testing.mutation.MutationReport;

/** How good are my mesh tests? The mesh is {@code mesh/canary}, its tests are the {@code expect.yaml} there. */
public final class MutationSample {
    private MutationSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return which rules the tests reach, and which changes of the mesh they do not see} */
    public static String answer() {
        MeshRouter router = router();
        return Answer.to("How good are my mesh tests?")
                .text("Reached:", coverage(router).toText())
                .text("Seen:", mutants(router).toText())
                .toText();
    }

    /** {@return the mesh} */
    static MeshRouter router() {
        return MeshRouter.of(MeshSnapshot.read(SampleMesh.folder("canary")).orThrow());
    }

    private static MeshExpectations expectations() {
        return MeshExpectations.read(SampleMesh.folder("canary").resolve("expect.yaml"))
                .orThrow();
    }

    /**
     * Asks which rules the tests reach.
     *
     * @param router the mesh
     * @return the report
     */
    static CoverageReport coverage(MeshRouter router) {
        MeshCoverage coverage = MeshCoverage.of(router);
        expectations().check(coverage.router());
        return coverage.report();
    }

    /**
     * Asks which changes the tests see, and what would see the others.
     *
     * @param router the mesh
     * @return the report
     */
    static MutationReport mutants(MeshRouter router) {
        return MeshMutations.of(router).atMost(12).run(expectations()::failing);
    }
}
