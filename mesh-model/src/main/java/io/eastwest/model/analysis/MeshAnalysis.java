package io.eastwest.model.analysis;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import java.util.List;

/**
 * Checks how the objects of a mesh fit together, as {@code istioctl analyze} does, one control plane after the other. What
 * the webhook says about single objects is part of it, as there. {@link AnalysisCodes} names Istio's code of each problem.
 * Pure and thread-safe.
 *
 * <p>An object is left out of the problems by its annotation {@code galley.istio.io/analyze-suppress}, which lists codes
 * or says {@code *}, or by a {@link Suppression}.
 */
public final class MeshAnalysis {
    private MeshAnalysis() {}

    /**
     * Checks a mesh.
     *
     * @param mesh the mesh
     * @return all problems, by file, line and column; those of objects built in code last
     */
    public static List<Issue> check(MeshSnapshot mesh) {
        return check(mesh, List.of());
    }

    /**
     * Checks a mesh without the problems that are known.
     *
     * @param mesh the mesh
     * @param suppressions problems to leave out
     * @return all other problems, by file, line and column; those of objects built in code last
     */
    public static List<Issue> check(MeshSnapshot mesh, List<Suppression> suppressions) {
        Findings findings = new Findings(requireNonNull(suppressions, "suppressions"));
        for (ControlPlaneScope scope : ControlPlaneScope.all(mesh)) {
            Checks.ALL.forEach(check -> check.run(scope, findings));
        }
        return findings.sorted();
    }
}
