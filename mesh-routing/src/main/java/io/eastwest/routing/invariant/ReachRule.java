package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import java.util.Optional;
import java.util.Set;

/**
 * No endpoint of a service answers, by whatever name it is called.
 *
 * @param service the service
 */
record ReachRule(String service) implements DecisionRule {
    @Override
    public String text() {
        return "never reach service " + service;
    }

    @Override
    public boolean looksAtWays() {
        return true;
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        Set<String> endpoints = places.endpoints(service);
        return decision.endpoints().stream()
                .filter(target -> !target.share().isZero()
                        && (endpoints.contains(target.owner()) || endpoints.contains(target.address())))
                .findFirst()
                .map(UnansweredRule::text);
    }
}
