package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.match.PlainRequest;
import io.eastwest.routing.match.RouteList;
import io.eastwest.routing.match.RouteObserver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules of a host can take a call of a caller, each with such a call, and which are shadowed, and by which. Every call
 * given has been decided by the engine. Immutable, rules in their order at the caller's sidecar.
 */
public final class RuleReach {
    private final List<RuleStanding> rules;
    private final boolean complete;

    private RuleReach(List<RuleStanding> rules, boolean complete) {
        this.rules = List.copyOf(rules);
        this.complete = complete;
    }

    /**
     * Asks about the rules that decide calls to a host.
     *
     * @param router the mesh
     * @param start a call of a workload with a sidecar to the host; its path, method and headers do not matter
     * @return the rules; none where no route decides, as for TCP
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     */
    public static RuleReach of(MeshRouter router, Call start) {
        Optional<VirtualHost> host = start.request().isEmpty() ? Optional.empty() : CallerRoutes.of(router, start);
        if (host.isEmpty()) {
            return new RuleReach(List.of(), true);
        }
        RequestClasses classes = new RequestClasses();
        classes.add(host.get());
        List<HttpRequest> requests = classes.of(start.request().orElseThrow());
        RouteList all = RouteList.of(host.get().routes());
        List<Optional<ProxyRoute>> taken = requests.stream()
                .map(request -> all.first(new PlainRequest(request), RouteObserver.NONE))
                .toList();
        List<RuleStanding> rules = new ArrayList<>();
        for (ProxyRoute rule : host.get().routes()) {
            rules.add(standing(router, start, rule, requests, taken));
        }
        return new RuleReach(rules, classes.complete());
    }

    @SuppressWarnings("ReferenceEquality") // two rules may be equal; the later one is shadowed
    private static RuleStanding standing(
            MeshRouter router,
            Call start,
            ProxyRoute rule,
            List<HttpRequest> requests,
            List<Optional<ProxyRoute>> taken) {
        RouteList alone = RouteList.of(List.of(rule));
        Set<ProxyRoute> shadows = new LinkedHashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            if (alone.first(new PlainRequest(requests.get(i)), RouteObserver.NONE)
                    .isEmpty()) {
                continue;
            }
            ProxyRoute first = taken.get(i).orElseThrow();
            if (first != rule) {
                shadows.add(first);
                continue;
            }
            Call call = new Call(start.caller(), start.host(), start.port(), Optional.of(requests.get(i)));
            if (router.decide(call).firstLeg().route().filter(rule::equals).isPresent()) {
                return new RuleStanding(rule, Optional.of(call), List.of());
            }
        }
        return new RuleStanding(rule, Optional.empty(), List.copyOf(shadows));
    }

    /** {@return the rules in their order} */
    public List<RuleStanding> rules() {
        return rules;
    }

    /** {@return the rules that no call reaches} */
    public List<RuleStanding> unreached() {
        return rules.stream().filter(rule -> rule.witness().isEmpty()).toList();
    }

    /**
     * {@return whether a rule without a call has none at all; false: an expression is not understood exactly, or conditions
     * combine in more ways than are tried}
     */
    public boolean complete() {
        return complete;
    }

    /** {@return a line for each rule} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(rule.toText()).append('\n'));
        return complete
                ? text.toString()
                : text.append("not all combinations of conditions were tried\n").toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
