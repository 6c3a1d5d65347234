package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Condition;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.question.CallClasses;
import io.eastwest.routing.question.CallClassifier;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureSurvey;
import io.eastwest.routing.question.SurveyedCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks every call about every failure. Failures are ordered from the smallest on, and once one breaks the invariant only smaller
 * ones are looked for.
 */
final class InvariantCheck {
    private static final int HEALTHY = -1;
    /** In findings that leave open what becomes of a call. */
    private static final List<String> UNCERTAIN =
            List.of("is followed no further", "is not followed", "NAME_OF_ANOTHER_CLUSTER");

    private final MeshRouter router;
    private final Invariant invariant;
    private final MeshPlaces places;
    private final FailureSurvey survey;
    private final CallClassifier classifier;
    private final List<Caller> callers;
    private final List<CallTarget> targets;
    private final Gaps gaps = new Gaps();
    private long calls;
    private int best;
    private Optional<Breach> found = Optional.empty();

    /** A call that breaks the invariant. */
    private record Breach(Call call, Conditions conditions) {}

    InvariantCheck(MeshRouter router, Invariant invariant) {
        this.router = router;
        this.invariant = invariant;
        this.places = new MeshPlaces(router);
        this.survey = FailureSurvey.of(router, invariant.failures(router));
        this.classifier = CallClassifier.of(router);
        ScopedCalls scoped = new ScopedCalls(router, invariant.scope());
        this.callers = scoped.callers();
        this.targets = scoped.targets(callers.get(0));
        scoped.uncalled().forEach(service -> gaps.add("calls to " + service));
        this.best = survey.failures().size();
    }

    InvariantAnswer answer() {
        long pairs = 0;
        for (CallTarget target : targets) {
            for (Caller caller : callers) {
                if (best == HEALTHY || survey.decisions() >= invariant.most()) {
                    break;
                }
                pairs++;
                ask(target, target.draft().from(caller));
            }
        }
        long all = (long) targets.size() * callers.size();
        if (best != HEALTHY && pairs < all) {
            gaps.add((all - pairs) + " of " + all + " pairs of caller and target, as the bound of " + invariant.most()
                    + " decisions was reached");
        }
        return new InvariantAnswer(
                invariant.text(),
                callers.size(),
                targets.size(),
                calls,
                survey.failures().size(),
                survey.decisions(),
                gaps.lines(),
                found.map(this::counterexample));
    }

    private void ask(CallTarget target, Call start) {
        if (router.resolve(MeshPlaces.id(router.workload(start.caller())), start.host())
                .isEmpty()) {
            calls++;
            if (invariant.rule().breachOfUnknownHost(start).isPresent()) {
                breaks(HEALTHY, start);
            }
            return;
        }
        CallClasses classes = classifier.classes(start);
        classes.gaps().forEach(gap -> gaps.add(gap, target.name()));
        for (Call call : classes.calls()) {
            if (best == HEALTHY) {
                return;
            }
            if (survey.decisions() >= invariant.most()) {
                gaps.add(
                        "the bound of " + invariant.most() + " decisions was reached, so not all calls were asked",
                        target.name());
                return;
            }
            ask(target, survey.call(call));
        }
    }

    private void ask(CallTarget target, SurveyedCall call) {
        calls++;
        Decision healthy = call.healthy().orElseThrow();
        note(target, healthy);
        if (isBroken(call.call(), healthy)) {
            breaks(HEALTHY, call.call());
            return;
        }
        for (int failure : call.touching()) {
            if (failure >= best) {
                return;
            }
            Optional<Decision> decision = call.under(failure);
            if (decision.isPresent()) {
                decision.get().notModelled().forEach(part -> gaps.add(part.toText(), target.name()));
                if (isBroken(call.call(), decision.get())) {
                    breaks(failure, call.callUnder(failure).orElseThrow());
                }
            }
        }
    }

    private void breaks(int failure, Call call) {
        best = failure;
        found = Optional.of(new Breach(
                call,
                failure == HEALTHY
                        ? Conditions.healthy()
                        : survey.failures().get(failure).conditions()));
    }

    private boolean isBroken(Call call, Decision decision) {
        return invariant.rule().breach(call, decision, places).isPresent();
    }

    /** What of a decision is not followed. */
    private void note(CallTarget target, Decision decision) {
        decision.notModelled().stream().map(NotModelled::toText).forEach(part -> gaps.add(part, target.name()));
        decision.findings().stream()
                .filter(finding -> UNCERTAIN.stream().anyMatch(finding::contains))
                .forEach(finding -> gaps.add(finding, target.name()));
        if (invariant.rule().looksAtWays() && !decision.firstLeg().mirrors().isEmpty()) {
            gaps.add("copies that are mirrored are not followed", target.name());
        }
    }

    private Counterexample counterexample(Breach breach) {
        boolean known = !router.resolve(
                        MeshPlaces.id(router.workload(breach.call().caller())),
                        breach.call().host())
                .isEmpty();
        if (!known) {
            return new Counterexample(
                    breach.call(),
                    breach.conditions(),
                    invariant.rule().breachOfUnknownHost(breach.call()).orElseThrow(),
                    Optional.empty());
        }
        Conditions fewest = fewest(breach);
        Decision decision = router.decide(breach.call(), fewest);
        return new Counterexample(
                breach.call(),
                fewest,
                invariant.rule().breach(breach.call(), decision, places).orElseThrow(),
                Optional.of(decision));
    }

    /** {@return conditions of which none can be left out} */
    private Conditions fewest(Breach breach) {
        Set<Condition> left = new LinkedHashSet<>(breach.conditions().all());
        for (Condition condition : breach.conditions().all()) {
            Set<Condition> without = new LinkedHashSet<>(left);
            without.remove(condition);
            if (isBroken(breach.call(), router.decide(breach.call(), new Conditions(without)))) {
                left = without;
            }
        }
        return new Conditions(left);
    }
}
