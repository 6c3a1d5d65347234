package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.match.PlainRequest;
import io.eastwest.routing.match.RouteList;
import io.eastwest.routing.match.RouteObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the calls that the routes of a caller and the policies on their ways tell apart: one call of each class. What is alike for
 * several callers is worked out once. Not thread-safe: each thread takes its own.
 */
public final class CallClassifier {
    private final MeshRouter router;
    private final CallerTables tables;
    private final PolicyNamespaces namespaces;
    private final Map<String, List<AuthorizationPolicy>> policies = new TreeMap<>();
    private final Map<Key, Made> known = new LinkedHashMap<>();

    private CallClassifier(MeshRouter router) {
        this.router = router;
        this.tables = new CallerTables(router);
        this.namespaces = new PolicyNamespaces(router, new MeshPods(router));
        for (String cluster : router.snapshot().clusters()) {
            for (AuthorizationPolicy policy : router.snapshot().resources(cluster, AuthorizationPolicy.class)) {
                policies.computeIfAbsent(policy.metadata().namespaceOrDefault(), key -> new ArrayList<>())
                        .add(policy);
            }
        }
    }

    /** What classes depend on. */
    private record Key(List<RouteMatch> routes, Set<String> namespaces) {}

    /**
     * Classes as they are for every caller with the same routes.
     *
     * @param requests one request of each class; their authority does not count
     * @param untaken routes that take none of the requests, by position
     * @param gaps what they may not show
     */
    private record Made(List<HttpRequest> requests, List<Integer> untaken, List<String> gaps) {}

    /**
     * Prepares to classify calls.
     *
     * @param router the mesh
     * @return the classifier
     */
    public static CallClassifier of(MeshRouter router) {
        return new CallClassifier(router);
    }

    /**
     * Classifies the calls of a caller to a port of a host.
     *
     * @param start any of the calls
     * @return one call of each class; the call itself where it is not HTTP
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     */
    public CallClasses classes(Call start) {
        if (start.request().isEmpty()) {
            return new CallClasses(List.of(start), List.of());
        }
        Decision decision = router.decide(start);
        List<ProxyRoute> routes = tables.virtualHost(start.caller(), decision.firstLeg())
                .map(VirtualHost::routes)
                .orElse(List.of());
        Key key = new Key(
                routes.stream().map(ProxyRoute::match).toList(),
                relevant(namespaces.of(start.host(), decision, routes)));
        Made made = known.get(key);
        if (made == null) {
            made = make(key, routes, start.request().get());
            known.put(key, made);
        }
        List<String> gaps = new ArrayList<>(made.gaps());
        made.untaken()
                .forEach(index -> gaps.add("no call was found that takes " + RuleStanding.name(routes.get(index))));
        decision.endpoints().stream()
                .flatMap(target -> target.hops().stream())
                .filter(hop -> hop.kind() == Hop.Kind.WAYPOINT)
                .map(hop -> "the routes of waypoint " + hop.proxy() + " are not looked at")
                .distinct()
                .forEach(gaps::add);
        String authority = start.request().get().authority();
        return new CallClasses(
                made.requests().stream()
                        .map(request -> request.toBuilder().authority(authority).build())
                        .map(request -> new Call(start.caller(), start.host(), start.port(), Optional.of(request)))
                        .toList(),
                gaps);
    }

    private Set<String> relevant(Set<String> all) {
        Set<String> relevant = new LinkedHashSet<>(policies.keySet());
        relevant.retainAll(all);
        return relevant;
    }

    private Made make(Key key, List<ProxyRoute> routes, HttpRequest start) {
        RequestClasses classes = new RequestClasses();
        routes.forEach(classes::add);
        RequestKinds kinds = new RequestKinds(key.namespaces().stream()
                .flatMap(namespace -> policies.getOrDefault(namespace, List.of()).stream())
                .toList());
        classes.add(kinds);
        List<HttpRequest> requests = classes.of(start);
        List<String> gaps = new ArrayList<>();
        if (!classes.complete()) {
            gaps.add("an expression is not understood exactly, or conditions combine in more than "
                    + RequestClasses.MOST + " ways");
        }
        if (!kinds.fixed().isEmpty()) {
            gaps.add("policies look at " + String.join(", ", kinds.fixed()) + ", in which the calls do not differ");
        }
        routes.stream()
                .filter(route -> !route.match().claims().isEmpty())
                .map(route -> RuleStanding.name(route) + " looks at the claims of tokens, which the calls do not have")
                .forEach(gaps::add);
        return new Made(requests, classes.complete() ? List.of() : untaken(routes, requests), gaps);
    }

    /** {@return where conditions are understood, a rule that takes no request is shadowed or takes none at all} */
    private static List<Integer> untaken(List<ProxyRoute> routes, List<HttpRequest> requests) {
        RouteList all = RouteList.of(routes);
        Set<Integer> rest = new LinkedHashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            rest.add(i);
        }
        for (HttpRequest request : requests) {
            all.first(new PlainRequest(request), RouteObserver.NONE)
                    .ifPresent(taken -> rest.remove(position(routes, taken)));
        }
        return List.copyOf(rest);
    }

    @SuppressWarnings("ReferenceEquality") // two rules may be equal
    private static int position(List<ProxyRoute> routes, ProxyRoute taken) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) == taken) {
                return i;
            }
        }
        return -1;
    }
}
