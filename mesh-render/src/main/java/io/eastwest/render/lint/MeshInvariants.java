package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Checks the rules that the clusters of a mesh keep together. Pure and thread-safe. */
public final class MeshInvariants {
    private MeshInvariants() {}

    /**
     * Checks a mesh.
     *
     * @param mesh the mesh
     * @param at when certificates must be valid
     * @return every breach, by rule
     */
    public static List<InvariantFinding> check(MeshSnapshot mesh, Instant at) {
        InvariantReport report = new InvariantReport(mesh);
        IdentityInvariants.check(mesh, report);
        SecretInvariants.check(mesh, report);
        RemoteInvariants.check(mesh, report);
        NetworkInvariants.check(mesh, report);
        ConfigurationInvariants.check(mesh, report);
        TrustInvariants.check(mesh, at, report);
        return report.findings().stream()
                .sorted(Comparator.comparing(InvariantFinding::invariant))
                .toList();
    }
}
