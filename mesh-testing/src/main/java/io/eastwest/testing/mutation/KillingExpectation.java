package io.eastwest.testing.mutation;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.testing.DecisionAssert;
import io.eastwest.testing.MeshAssertions;
import io.eastwest.testing.coverage.CallYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes what a mesh does with a call as an expectation which another mesh does not meet. */
final class KillingExpectation {
    private final Difference difference;
    private final Decision before;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private boolean tells;

    private KillingExpectation(Difference difference, Decision before) {
        this.difference = difference;
        this.before = before;
    }

    /**
     * What was written.
     *
     * @param text an entry of the file; empty: no field of it tells the two apart
     * @param rank how much people would want it, the less the more
     */
    record Entry(String text, int rank) {
        private static final int WORST = 4;
    }

    static Entry of(Difference difference) {
        return difference
                .before()
                .map(before -> new KillingExpectation(difference, before).write())
                .orElse(new Entry("", Entry.WORST));
    }

    private Entry write() {
        addOutcome();
        if (!tells || !before.endpoints().isEmpty()) {
            addShares("clusters", EndpointTarget::cluster, DecisionAssert::withShareOfCluster);
        }
        add(
                "service",
                single(target -> ExpectationText.service(target.routedTo())),
                value -> each -> each.toService(ExpectationText.part(value, 0), ExpectationText.part(value, 1)));
        add(
                "subset",
                single(target -> SubsetKey.parse(target.routedTo()).subset()),
                value -> each -> each.toSubset(value));
        if (!tells) {
            addSettings();
        }
        if (!tells) {
            addShares("workloads", EndpointTarget::owner, DecisionAssert::withShareOf);
        }
        if (!tells) {
            before.firstLeg()
                    .route()
                    .ifPresent(route -> add("route", Optional.of(route.name()), name -> each -> each.takesRoute(name)));
        }
        if (!tells) {
            return new Entry("", Entry.WORST);
        }
        return new Entry(text(), (fields.containsKey("route") ? 2 : 0) + (before.isForwarded() ? 0 : 1));
    }

    private void addOutcome() {
        if (before.outcomes().isEmpty()) {
            return;
        }
        Outcome outcome = before.outcomes().get(0);
        if (!before.outcomes().stream().allMatch(each -> isLike(each, outcome))) {
            return;
        }
        switch (outcome.kind()) {
            case FORWARDED -> addAll(Map.entry("outcome", "forwarded"), DecisionAssert::forwards);
            case DIRECT ->
                outcome.status()
                        .ifPresent(status -> addAll(
                                Map.entry("outcome", "direct, status: " + status),
                                each -> each.isAnsweredDirectly(status)));
            case REFUSED -> addRefused(outcome);
            case REDIRECTED ->
                before.firstLeg()
                        .response()
                        .flatMap(ClientResponse::location)
                        .ifPresent(location -> addAll(
                                Map.entry("outcome", "redirected, location: " + CallYaml.quoted(location)),
                                each -> each.isRedirectedTo(location)));
        }
    }

    /** How the caller's proxy sends requests, as far as that tells. */
    private void addSettings() {
        Optional<RouteAction> action = before.firstLeg().route().map(ProxyRoute::action);
        if (action.isPresent() && action.get() instanceof ForwardAction forward) {
            addTelling(
                    Map.entry("timeout", ExpectationText.of(forward.timeout())),
                    each -> each.timesOutAfter(forward.timeout()));
            int times = forward.retries().map(RetryPolicy::attempts).orElse(0);
            addTelling(Map.entry("retries", Integer.toString(times)), each -> each.isTriedAgain(times));
        }
        before.firstLeg().upstreamRequests().stream()
                .flatMap(sent -> sent.path().stream())
                .findFirst()
                .ifPresent(path ->
                        addTelling(Map.entry("sentPath", CallYaml.quoted(path)), each -> each.isSentWithPath(path)));
        before.firstLeg().mirrors().stream()
                .flatMap(mirror -> ExpectationText.service(mirror.name()).stream())
                .findFirst()
                .ifPresent(name -> addTelling(
                        Map.entry("copiedTo", CallYaml.plain(name)),
                        each -> each.isCopiedTo(ExpectationText.part(name, 0), ExpectationText.part(name, 1))));
    }

    private void addTelling(Map.Entry<String, String> field, Consumer<DecisionAssert> check) {
        if (difference.after().map(after -> !holds(after, check)).orElse(true)) {
            addAll(field, check);
        }
    }

    private static boolean isLike(Outcome one, Outcome other) {
        return one.kind() == other.kind()
                && one.status().equals(other.status())
                && one.flags().equals(other.flags())
                && one.closed() == other.closed();
    }

    private void addRefused(Outcome outcome) {
        String flags = CallYaml.plain(outcome.flags());
        if (outcome.closed()) {
            addAll(Map.entry("outcome", "refused, flags: " + flags), each -> each.closedWith(outcome.flags()));
        } else if (outcome.status().isPresent()) {
            int status = outcome.status().getAsInt();
            addAll(
                    Map.entry("outcome", "refused, status: " + status + ", flags: " + flags),
                    each -> each.refusedWith(status, outcome.flags()));
        } else {
            addAll(Map.entry("outcome", "refused"), DecisionAssert::isRefused);
        }
    }

    /** {@return what all endpoints have in common} */
    private Optional<String> single(Function<EndpointTarget, ?> property) {
        Set<Object> values = new LinkedHashSet<>();
        before.endpoints().forEach(target -> values.add(property.apply(target)));
        if (values.size() != 1) {
            return Optional.empty();
        }
        Object value = values.iterator().next();
        Object found = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return found instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private void add(String field, Optional<String> value, Function<String, Consumer<DecisionAssert>> check) {
        value.ifPresent(text -> addAll(Map.entry(field, CallYaml.plain(text)), check.apply(text)));
    }

    /** A check of a share. */
    private interface ShareCheck {
        /** Checks. */
        DecisionAssert of(DecisionAssert decision, String name, Share share);
    }

    private void addShares(String field, Function<EndpointTarget, String> property, ShareCheck check) {
        Map<String, Share> shares = new LinkedHashMap<>();
        before.endpoints().forEach(target -> shares.merge(property.apply(target), target.share(), Share::plus));
        difference
                .after()
                .ifPresent(after ->
                        after.endpoints().forEach(target -> shares.putIfAbsent(property.apply(target), Share.ZERO)));
        shares.remove("");
        if (shares.isEmpty()) {
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<Consumer<DecisionAssert>> checks = new ArrayList<>();
        shares.forEach((name, share) -> {
            texts.put(CallYaml.plain(name), ExpectationText.of(share));
            checks.add(each -> check.of(each, name, share));
        });
        addAll(Map.entry(field, CallYaml.flow(texts)), each -> checks.forEach(one -> one.accept(each)));
    }

    /** Adds a field that holds for the mesh; notes whether the other does not meet it. */
    private void addAll(Map.Entry<String, String> field, Consumer<DecisionAssert> check) {
        if (holds(before, check)) {
            fields.put(field.getKey(), field.getValue());
            tells |= difference.after().map(after -> !holds(after, check)).orElse(true);
        }
    }

    private static boolean holds(Decision decision, Consumer<DecisionAssert> check) {
        try {
            check.accept(MeshAssertions.assertThat(decision));
            return true;
        } catch (AssertionError failed) {
            return false;
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("- call: ")
                .append(CallYaml.of(difference.call()))
                .append('\n');
        if (!difference.conditions().all().isEmpty()) {
            text.append("  when: ")
                    .append(CallYaml.quoted(difference.conditions().notation()))
                    .append('\n');
        }
        return text.append("  expect: ")
                .append(CallYaml.flow(fields))
                .append('\n')
                .toString();
    }
}
