package io.eastwest.testing.expect;

import io.eastwest.routing.balancing.Share;
import io.eastwest.testing.DecisionAssert;
import io.eastwest.testing.expect.ExpectationDocument.Answer;
import io.eastwest.testing.expect.ExpectationDocument.ExpectedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The assertions that an expected answer means. */
final class ExpectedChecks {
    /** Takes a problem of a field. */
    interface Problems {
        /** Notes it. */
        Optional<?> add(String field, String message, String hint);
    }

    private final Problems problems;
    private final List<Consumer<DecisionAssert>> checks = new ArrayList<>();

    private boolean sound = true;

    ExpectedChecks(Problems problems) {
        this.problems = (field, message, hint) -> {
            sound = false;
            return problems.add(field, message, hint);
        };
    }

    List<Consumer<DecisionAssert>> all() {
        return List.copyOf(checks);
    }

    void add(Answer answer) {
        addOutcome(answer);
        answer.service()
                .ifPresent(name -> addService("service", name, parts -> each -> each.toService(parts[0], parts[1])));
        answer.subset().ifPresent(name -> checks.add(each -> each.toSubset(name)));
        answer.route().ifPresent(name -> checks.add(each -> each.takesRoute(name)));
        answer.gateway().ifPresent(cluster -> checks.add(each -> each.passesGatewayOf(cluster)));
        answer.neverClusters().forEach(cluster -> checks.add(each -> each.neverReachesCluster(cluster)));
        addShares("clusters", answer.clusters(), (check, share) -> each -> each.withShareOfCluster(check, share));
        addShares("workloads", answer.workloads(), (check, share) -> each -> each.withShareOf(check, share));
        answer.timeout().ifPresent(timeout -> checks.add(each -> each.timesOutAfter(timeout)));
        answer.retries().ifPresent(times -> checks.add(each -> each.isTriedAgain(times)));
        answer.sentPath().ifPresent(path -> checks.add(each -> each.isSentWithPath(path)));
        answer.copiedTo()
                .ifPresent(name -> addService("copiedTo", name, parts -> each -> each.isCopiedTo(parts[0], parts[1])));
        if (answer.noFindings().orElse(false)) {
            checks.add(DecisionAssert::hasNoFindings);
        }
        if (checks.isEmpty() && sound) {
            problems.add(
                    "expect", "nothing is expected", "name at least one of outcome, service, subset, clusters, ...");
        }
    }

    private void addOutcome(Answer answer) {
        Optional<ExpectedOutcome> outcome = answer.outcome();
        if (outcome.isPresent()) {
            switch (outcome.get()) {
                case forwarded -> checks.add(DecisionAssert::forwards);
                case redirected -> addRedirected(answer);
                case direct -> addDirect(answer);
                case refused -> addRefused(answer);
            }
        }
        require(answer.location().isPresent(), "location", outcome, ExpectedOutcome.redirected);
        require(answer.flags().isPresent(), "flags", outcome, ExpectedOutcome.refused);
        require(answer.status().isPresent(), "status", outcome, ExpectedOutcome.refused, ExpectedOutcome.direct);
    }

    private void require(boolean given, String field, Optional<ExpectedOutcome> outcome, ExpectedOutcome... outcomes) {
        if (given && outcome.filter(List.of(outcomes)::contains).isEmpty()) {
            problems.add(
                    "expect." + field,
                    field + " is said of another outcome",
                    "write outcome: "
                            + String.join(
                                    " or ",
                                    List.of(outcomes).stream()
                                            .map(ExpectedOutcome::name)
                                            .toList()));
        }
    }

    private void addRedirected(Answer answer) {
        answer.location()
                .ifPresentOrElse(
                        location -> checks.add(each -> each.isRedirectedTo(location)),
                        () -> problems.add("expect", "location is missing", "say where the redirect leads"));
    }

    private void addDirect(Answer answer) {
        answer.status()
                .ifPresentOrElse(
                        status -> checks.add(each -> each.isAnsweredDirectly(status)),
                        () -> problems.add("expect", "status is missing", "say which status the proxy answers with"));
    }

    private void addRefused(Answer answer) {
        if (answer.flags().isEmpty()) {
            if (answer.status().isPresent()) {
                problems.add(
                        "expect", "flags are missing", "add Envoy's response flags, - for none, or remove the status");
            }
            checks.add(DecisionAssert::isRefused);
            return;
        }
        String flags = answer.flags().get();
        if (answer.status().isPresent()) {
            int status = answer.status().getAsInt();
            checks.add(each -> each.refusedWith(status, flags));
        } else {
            checks.add(each -> each.closedWith(flags));
        }
    }

    private void addService(String field, String service, Function<String[], Consumer<DecisionAssert>> check) {
        String[] parts = service.split("\\.", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            problems.add("expect." + field, "\"" + service + "\" names no service", "write name.namespace");
            return;
        }
        checks.add(check.apply(parts));
    }

    private void addShares(String field, Map<String, String> shares, ShareCheck check) {
        shares.forEach((name, text) -> {
            Optional<Share> share = ShareText.parse(text);
            if (share.isPresent()) {
                checks.add(check.of(name, share.get()));
            } else {
                problems.add("expect." + field, "\"" + text + "\" is no share", ShareText.ACCEPTED);
            }
        });
    }

    private interface ShareCheck {
        Consumer<DecisionAssert> of(String name, Share share);
    }
}
