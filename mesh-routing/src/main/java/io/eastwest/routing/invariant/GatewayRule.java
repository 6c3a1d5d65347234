package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.balancing.Share;
import java.util.Optional;

/**
 * At most a share passes east-west gateways.
 *
 * @param most the share
 */
record GatewayRule(Share most) implements DecisionRule {
    GatewayRule {
        if (most.compareTo(Share.ONE) > 0) {
            throw new IllegalArgumentException("the largest share through gateways must be at most 1 but was " + most);
        }
    }

    @Override
    public String text() {
        return "cross east-west gateways to at most " + most;
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        Share crossing = Share.sum(decision.endpoints().stream()
                .filter(target -> target.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.EAST_WEST_GATEWAY))
                .map(EndpointTarget::share)
                .toList());
        return crossing.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of("share " + crossing + " crosses an east-west gateway");
    }
}
