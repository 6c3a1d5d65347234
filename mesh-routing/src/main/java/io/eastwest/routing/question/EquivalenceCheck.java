package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.NotModelled;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides calls in two meshes until one is found whose decisions differ. */
final class EquivalenceCheck {
    private static final String UNKNOWN_HOST = "the host is not known";

    private final Side one;
    private final Side other;
    private final List<Conditions> conditions;
    private final RequestKinds policies;
    private final Map<List<RouteMatch>, Classes> known = new LinkedHashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> notCompared = new LinkedHashSet<>();
    private Optional<BehaviouralChange> witness = Optional.empty();
    private int calls;

    EquivalenceCheck(MeshRouter one, MeshRouter other, List<Conditions> conditions) {
        this.one = new Side(one, new CallerTables(one), new CallSurvey(one, new MeshPods(one)));
        this.other = new Side(other, new CallerTables(other), new CallSurvey(other, new MeshPods(other)));
        this.conditions = List.copyOf(conditions);
        this.policies = new RequestKinds(
                Stream.of(one, other).flatMap(EquivalenceCheck::policies).toList());
    }

    private static Stream<AuthorizationPolicy> policies(MeshRouter router) {
        return router.snapshot().clusters().stream()
                .flatMap(cluster -> router.snapshot().resources(cluster, AuthorizationPolicy.class).stream());
    }

    /** One request of each class. */
    private record Classes(List<HttpRequest> requests, boolean complete) {}

    /** One of the two meshes. */
    private record Side(MeshRouter router, CallerTables tables, CallSurvey survey) {
        Optional<Decision> decide(Call call, Conditions conditions) {
            return survey.decide(call, MeshPods.id(router.workload(call.caller())), conditions);
        }

        List<ProxyRoute> routes(Call call) {
            return decide(call, Conditions.healthy())
                    .flatMap(decision -> tables.virtualHost(call.caller(), decision.firstLeg()))
                    .map(VirtualHost::routes)
                    .orElse(List.of());
        }
    }

    void compare(CallTarget target, Caller caller) {
        if (witness.isPresent()) {
            return;
        }
        Call start = CallSurvey.call(target.draft(), caller);
        for (Call call : calls(target, start)) {
            if (calls == Equivalence.MOST_CALLS) {
                notCompared.add("some calls to " + target.name() + ": more than " + Equivalence.MOST_CALLS);
                return;
            }
            calls++;
            for (Conditions each : conditions) {
                compare(target, call, each);
                if (witness.isPresent()) {
                    return;
                }
            }
        }
    }

    private List<Call> calls(CallTarget target, Call start) {
        if (start.request().isEmpty()) {
            return List.of(start);
        }
        List<ProxyRoute> routes = Stream.of(one, other)
                .flatMap(side -> side.routes(start).stream())
                .toList();
        Classes classes = known.computeIfAbsent(
                routes.stream().map(ProxyRoute::match).toList(),
                key -> classes(routes, start.request().get()));
        if (!classes.complete()) {
            notCompared.add(
                    target.name() + ": an expression is not understood exactly, or conditions combine in more than "
                            + RequestClasses.MOST + " ways");
        }
        if (!policies.fixed().isEmpty()) {
            notCompared.add(
                    "policies look at " + String.join(", ", policies.fixed()) + ", in which the calls do not differ");
        }
        String authority = start.request().get().authority();
        return classes.requests().stream()
                .map(request -> new Call(
                        start.caller(),
                        start.host(),
                        start.port(),
                        Optional.of(request.toBuilder().authority(authority).build())))
                .toList();
    }

    private Classes classes(List<ProxyRoute> routes, HttpRequest start) {
        RequestClasses classes = new RequestClasses();
        routes.forEach(classes::add);
        classes.add(policies);
        List<HttpRequest> requests = classes.of(start);
        return new Classes(requests, classes.complete());
    }

    private void compare(CallTarget target, Call call, Conditions broken) {
        Optional<Decision> first = one.decide(call, broken);
        Optional<Decision> second = other.decide(call, broken);
        List<String> parts = first.map(BehaviourText::withoutNames).orElse(List.of(UNKNOWN_HOST));
        List<String> otherParts = second.map(BehaviourText::withoutNames).orElse(List.of(UNKNOWN_HOST));
        if (!parts.equals(otherParts)) {
            witness = Optional.of(new BehaviouralChange(
                    target.name(),
                    List.of(call.caller()),
                    1,
                    call,
                    broken,
                    BehaviourText.line(parts, otherParts),
                    BehaviourText.line(otherParts, parts),
                    first,
                    second));
            return;
        }
        if (first.isPresent() && second.isPresent()) {
            note(first.get(), second.get());
        }
    }

    /** Names that differ, and what neither decision knows. */
    private void note(Decision first, Decision second) {
        name("names of rules", rule(first), rule(second));
        name("names of clusters", clusters(first), clusters(second));
        Stream.of(first, second)
                .flatMap(decision -> decision.notModelled().stream())
                .map(NotModelled::toText)
                .forEach(notCompared::add);
    }

    private void name(String what, String name, String otherName) {
        if (!name.equals(otherName)) {
            ignored.add(what + ": " + name + " and " + otherName);
        }
    }

    private static String rule(Decision decision) {
        return decision.firstLeg().route().map(RuleStanding::name).orElse("none");
    }

    private static String clusters(Decision decision) {
        return decision.firstLeg().clusters().stream()
                .map(ClusterShare::name)
                .sorted()
                .toList()
                .toString();
    }

    Optional<BehaviouralChange> witness() {
        return witness;
    }

    int calls() {
        return calls;
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    List<String> notCompared() {
        return List.copyOf(notCompared);
    }
}
