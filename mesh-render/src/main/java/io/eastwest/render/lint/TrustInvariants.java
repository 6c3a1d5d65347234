package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Severity;
import io.eastwest.routing.trust.AuthenticationVerdict;
import io.eastwest.routing.trust.ClusterAuthentication;
import io.eastwest.routing.trust.ClusterPair;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** V5: who trusts whom. */
final class TrustInvariants {
    private TrustInvariants() {}

    static void check(MeshSnapshot mesh, Instant at, InvariantReport report) {
        Set<Set<String>> done = new LinkedHashSet<>();
        for (ClusterPair pair : ClusterAuthentication.of(mesh, at).pairs()) {
            Set<String> both = new LinkedHashSet<>(List.of(pair.client(), pair.server()));
            if (pair.verdict() == AuthenticationVerdict.SUCCEEDS || !done.add(both)) {
                continue;
            }
            boolean fails = pair.verdict() == AuthenticationVerdict.FAILS;
            report.add(
                    fails ? Severity.ERROR : Severity.WARNING,
                    MeshInvariant.COMMON_TRUST,
                    both,
                    "",
                    (fails ? "mutual TLS between them fails: " : "it is not visible whether they trust each other: ")
                            + String.join("; ", pair.reasons()),
                    "issue the cacerts of both from one root");
        }
    }
}
