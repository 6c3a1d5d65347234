package io.eastwest.routing.question;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the proxies after the first do that their peers and operators would notice: waypoints, gateways and sidecars of servers. */
final class LaterBehaviour {
    private LaterBehaviour() {}

    /**
     * {@return lines, each with its proxy}
     *
     * @param names whether the names of clusters count
     */
    static List<String> of(ObservedCall call, boolean names) {
        Set<String> lines = new LinkedHashSet<>();
        for (ObservedCall.Visit visit : call.visits()) {
            boolean first = call.decision()
                    .filter(decision -> decision.firstLeg().equals(visit.answer()))
                    .isPresent();
            if (!first && visit.exchange().isPresent()) {
                HttpRequest arrived =
                        visit.exchange().map(HttpExchange::request).orElseThrow();
                BehaviourText.onTheWay(visit.answer(), Optional.of(arrived), names)
                        .forEach(line -> lines.add("at " + visit.proxy() + ": " + line));
            }
        }
        return new ArrayList<>(lines);
    }
}
