package io.eastwest.routing.question;

import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.question.AccessCell.Verdict;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads from an explanation whether a call passes and which rule decides. */
final class AccessReasons {
    private static final Set<Reason> OF_SECURITY = new TreeSet<>(
            List.of(Reason.RBAC_DENIED, Reason.JWT_DENIED, Reason.TLS_HANDSHAKE_FAILED, Reason.FILTER_CHAIN_NOT_FOUND));
    private static final String ALLOW = "ALLOW ";
    private static final String DENY = "DENY ";
    private static final String NEAREST = "nearest ALLOW rule ";

    /**
     * Why a call ends as it does.
     *
     * @param verdict how it ends
     * @param text the rule or other cause
     * @param step the rule; empty: no rule decides
     */
    record Cause(Verdict verdict, String text, Optional<TraceStep> step) {}

    private AccessReasons() {}

    static Cause of(Explanation explanation) {
        Decision decision = explanation.decision();
        Share passed = decision.share(Outcome.Kind.FORWARDED);
        List<TraceStep> filters = explanation.steps().stream()
                .filter(step -> step.stage() == TraceStep.Stage.FILTER)
                .toList();
        if (passed.equals(Share.ONE)) {
            return allowed(filters);
        }
        Optional<Outcome> refused = decision.outcomes().stream()
                .filter(outcome -> OF_SECURITY.contains(outcome.reason()))
                .findFirst();
        if (refused.isEmpty()) {
            return new Cause(Verdict.NOT_REACHED, details(decision.outcomes()), Optional.empty());
        }
        Verdict verdict = passed.isZero() ? Verdict.DENIED : Verdict.PARTLY;
        return refused.get().reason() == Reason.RBAC_DENIED
                ? denied(verdict, filters, refused.get())
                : new Cause(verdict, details(List.of(refused.get())), Optional.empty());
    }

    private static Cause allowed(List<TraceStep> filters) {
        List<TraceStep> rules = taken(filters, ALLOW);
        if (rules.isEmpty()) {
            return new Cause(Verdict.ALLOWED, "no policy restricts it", Optional.empty());
        }
        String text = rules.stream().map(AccessReasons::rule).distinct().collect(Collectors.joining(" and "));
        return new Cause(Verdict.ALLOWED, "by " + text, Optional.of(rules.get(rules.size() - 1)));
    }

    private static Cause denied(Verdict verdict, List<TraceStep> filters, Outcome refused) {
        List<TraceStep> rules = taken(filters, DENY);
        if (!rules.isEmpty()) {
            TraceStep last = rules.get(rules.size() - 1);
            return new Cause(verdict, "by " + rule(last), Optional.of(last));
        }
        Optional<TraceStep> nearest = filters.stream()
                .filter(step -> step.candidate().startsWith(NEAREST))
                .reduce((first, second) -> second);
        return nearest.map(step ->
                        new Cause(verdict, "no rule allows it; " + rule(step) + " " + step.reason(), Optional.of(step)))
                .orElseGet(() -> new Cause(verdict, details(List.of(refused)), Optional.empty()));
    }

    private static List<TraceStep> taken(List<TraceStep> filters, String action) {
        return filters.stream()
                .filter(step -> step.taken() && step.candidate().startsWith(action))
                .toList();
    }

    private static String rule(TraceStep step) {
        return step.resource()
                .map(resource -> resource + (step.path().isEmpty() ? "" : " " + step.path()))
                .orElseGet(step::candidate);
    }

    private static String details(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .map(outcome -> outcome.detail().isEmpty() ? outcome.reason().name() : outcome.detail())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
