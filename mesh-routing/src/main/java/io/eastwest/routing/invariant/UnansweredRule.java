package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import java.util.Optional;

/** No endpoint answers. */
record UnansweredRule() implements DecisionRule {
    @Override
    public String text() {
        return "are not answered by any endpoint";
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        return decision.endpoints().stream()
                .filter(target -> !target.share().isZero())
                .findFirst()
                .map(UnansweredRule::text);
    }

    static String text(EndpointTarget target) {
        return "share " + target.share() + " is answered by " + target.owner();
    }
}
