package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides calls in two meshes and gathers those whose answers differ. */
final class DiffMaker {
    private static final String UNKNOWN_HOST = "the host is not known";

    private final Side before;
    private final Side after;
    private final List<Conditions> conditions;
    private final RequestKinds policies;
    private final Map<List<Object>, Found> found = new LinkedHashMap<>();
    private final Set<String> incomplete = new LinkedHashSet<>();

    DiffMaker(MeshRouter before, MeshRouter after, List<Conditions> conditions) {
        this.before = new Side(before);
        this.after = new Side(after);
        this.conditions = List.copyOf(conditions);
        List<AuthorizationPolicy> all = new ArrayList<>(policies(before));
        all.addAll(policies(after));
        this.policies = new RequestKinds(all);
    }

    private static List<AuthorizationPolicy> policies(MeshRouter router) {
        return router.snapshot().clusters().stream()
                .flatMap(cluster -> router.snapshot().resources(cluster, AuthorizationPolicy.class).stream())
                .toList();
    }

    /** A change as it is found, call by call. */
    private static final class Found {
        private final BehaviouralChange first;
        private final Set<Caller> callers = new LinkedHashSet<>();
        private int requests;

        Found(BehaviouralChange first) {
            this.first = first;
        }

        BehaviouralChange whole() {
            return new BehaviouralChange(
                    first.target(),
                    List.copyOf(callers),
                    requests,
                    first.witness(),
                    first.conditions(),
                    first.before(),
                    first.after(),
                    first.decisionBefore(),
                    first.decisionAfter());
        }
    }

    /** One of the two meshes. */
    private record Side(MeshRouter router) {
        Optional<Decision> decide(Call call, String caller, Conditions conditions) {
            return router.resolve(caller, call.host()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(router.decide(call, conditions));
        }

        Optional<VirtualHost> virtualHost(Call call, String caller) {
            return router.resolve(caller, call.host()).isEmpty() ? Optional.empty() : CallerRoutes.of(router, call);
        }
    }

    void compare(String id, Caller caller, CallTarget target) {
        Call start = CallSurvey.call(target.draft(), caller);
        for (Call call : calls(start, id, target)) {
            for (Conditions each : conditions) {
                compare(id, target, call, each);
            }
        }
    }

    private List<Call> calls(Call start, String id, CallTarget target) {
        if (start.request().isEmpty()) {
            return List.of(start);
        }
        RequestClasses classes = new RequestClasses();
        before.virtualHost(start, id).ifPresent(classes::add);
        after.virtualHost(start, id).ifPresent(classes::add);
        classes.add(policies);
        List<HttpRequest> requests = classes.of(start.request().get());
        if (!classes.complete()) {
            incomplete.add(target.name());
        }
        return requests.stream()
                .map(request -> new Call(start.caller(), start.host(), start.port(), Optional.of(request)))
                .toList();
    }

    private void compare(String id, CallTarget target, Call call, Conditions broken) {
        Optional<Decision> one = before.decide(call, id, broken);
        Optional<Decision> other = after.decide(call, id, broken);
        List<String> partsBefore = one.map(BehaviourText::of).orElse(List.of(UNKNOWN_HOST));
        List<String> partsAfter = other.map(BehaviourText::of).orElse(List.of(UNKNOWN_HOST));
        if (partsBefore.equals(partsAfter)) {
            return;
        }
        List<Object> key = List.of(target.name(), broken, partsBefore, partsAfter);
        Found change = found.computeIfAbsent(
                key,
                unused -> new Found(new BehaviouralChange(
                        target.name(),
                        List.of(),
                        0,
                        call,
                        broken,
                        BehaviourText.line(partsBefore, partsAfter),
                        BehaviourText.line(partsAfter, partsBefore),
                        one,
                        other)));
        change.callers.add(call.caller());
        change.requests++;
    }

    List<BehaviouralChange> changes() {
        return found.values().stream().map(Found::whole).toList();
    }

    List<String> incomplete() {
        return List.copyOf(incomplete);
    }
}
