package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import java.util.List;
import java.util.Optional;

/** Every hop is secured by certificates of the mesh on both sides. */
record MutualTlsRule() implements DecisionRule {
    /** A gateway that passes TLS on does not end it: how its end is secured tells for both parts of the way. */
    private static final List<String> SECURE = List.of("mutual TLS", "HBONE", "double HBONE", "passed through");

    @Override
    public String text() {
        return "are mutual TLS on all hops";
    }

    @Override
    public boolean looksAtWays() {
        return true;
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        for (EndpointTarget target : decision.endpoints()) {
            List<Hop> hops = target.hops();
            for (int i = 1; i < hops.size(); i++) {
                if (!SECURE.contains(hops.get(i).secured())) {
                    return Optional.of("share " + target.share() + " goes from "
                            + hops.get(i - 1).proxy() + " to " + hops.get(i).proxy() + " by "
                            + hops.get(i).secured());
                }
            }
            if (hops.size() < 2 || hops.get(hops.size() - 1).secured().equals("passed through")) {
                return Optional.of("share " + target.share() + " is not followed to its end at " + target.address());
            }
        }
        return Optional.empty();
    }
}
