package io.eastwest.testing.coverage;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.DecisionListener;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gathers which rules of a mesh calls reach. It counts each call once, however often it is asked. Thread-safe.
 *
 * <pre>{@code
 * MeshCoverage coverage = MeshCoverage.of(router);
 * expectations.check(coverage.router());          // every call that this router is asked about counts
 * System.out.println(coverage.report().requireAtLeast(80));
 * }</pre>
 */
public final class MeshCoverage {
    private final MeshRouter plain;
    private final RuleInventory inventory;
    private final ReachedRules reader;
    private final Set<Asked> asked = new LinkedHashSet<>();
    private final Map<RuleId, Integer> calls = new LinkedHashMap<>();

    private MeshCoverage(MeshRouter router) {
        this.plain = router.heardBy(DecisionListener.NONE);
        this.inventory = RuleInventory.of(plain);
        this.reader = new ReachedRules(plain, inventory);
    }

    private record Asked(Call call, Conditions conditions, List<Outcome> outcomes) {}

    /**
     * Starts with no call.
     *
     * @param router the mesh
     * @return a collector for its rules
     */
    public static MeshCoverage of(MeshRouter router) {
        return new MeshCoverage(router);
    }

    /** {@return a router of the mesh; every call that it decides or explains counts, and every one of routers made of it} */
    public MeshRouter router() {
        return plain.heardBy(this::add);
    }

    /**
     * Counts a call that was explained by a router of this mesh.
     *
     * @param explanation the decision with its steps
     */
    public void add(Explanation explanation) {
        add(explanation.decision(), () -> explanation);
    }

    /**
     * Counts a call that was decided by a router of this mesh. Its steps are found by deciding it once more.
     *
     * @param decision the decision
     */
    public void add(Decision decision) {
        add(decision, () -> plain.explain(decision.call(), decision.conditions()));
    }

    private synchronized void add(Decision decision, Supplier<Explanation> explanation) {
        if (asked.add(new Asked(decision.call(), decision.conditions(), decision.outcomes()))) {
            reader.of(explanation.get()).forEach(id -> calls.merge(id, 1, Integer::sum));
        }
    }

    /**
     * Sums up what was reached until now. Rules that were not are looked at: those that no call can reach are told apart, and for
     * others a call is sought.
     *
     * @return the report
     */
    public synchronized CoverageReport report() {
        return new ReportMaker(plain, inventory, calls).report(asked.size());
    }
}
