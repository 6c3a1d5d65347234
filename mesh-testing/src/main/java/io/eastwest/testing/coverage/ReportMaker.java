package io.eastwest.testing.coverage;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a report of what was counted. */
final class ReportMaker {
    private final MeshRouter router;
    private final RuleInventory inventory;
    private final Map<RuleId, Integer> calls;

    ReportMaker(MeshRouter router, RuleInventory inventory, Map<RuleId, Integer> calls) {
        this.router = router;
        this.inventory = inventory;
        this.calls = calls;
    }

    CoverageReport report(int asked) {
        UnreachedRules unreached = new UnreachedRules(
                router,
                inventory.rules().stream()
                        .filter(rule -> rule.never().isEmpty() && !calls.containsKey(rule.id()))
                        .map(CoverableRule::id)
                        .toList());
        List<CoverageItem> items = new ArrayList<>();
        for (CoverableRule rule : inventory.rules()) {
            int reached = calls.getOrDefault(rule.id(), 0);
            Verdict verdict = Verdict.never(rule.never());
            if (reached > 0) {
                verdict = Verdict.OPEN;
            } else if (rule.never().isEmpty()) {
                verdict = unreached.of(rule);
            }
            items.add(item(rule, reached, verdict));
        }
        return new CoverageReport(router.snapshot().topology().metadata().name(), asked, items, unreached.complete());
    }

    private CoverageItem item(CoverableRule rule, int reached, Verdict verdict) {
        RuleId id = rule.id();
        CoverageStanding standing = reached > 0 ? CoverageStanding.REACHED : CoverageStanding.MISSED;
        if (!verdict.because().isEmpty()) {
            standing = CoverageStanding.UNREACHABLE;
        }
        return new CoverageItem(
                rule.kind(),
                id.cluster(),
                id.resource(),
                id.path(),
                router.snapshot().locate(id.cluster(), id.resource(), DocumentPath.parse(id.path())),
                standing,
                reached,
                verdict.because(),
                verdict.witness());
    }
}
