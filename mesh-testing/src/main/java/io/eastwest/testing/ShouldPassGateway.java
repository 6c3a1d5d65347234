package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says that answered calls pass other gateways between networks than expected. */
final class ShouldPassGateway {
    private ShouldPassGateway() {}

    static Optional<Failure> shouldPassGatewayOfCluster(Decision decision, String cluster) {
        return each(
                decision,
                target -> passes(target, hop -> hop.proxy().startsWith(cluster + "/")),
                "to pass a gateway of cluster \"" + cluster + "\" each time");
    }

    static Optional<Failure> shouldPassGateway(Decision decision, String gateway) {
        WorkloadName name = new WorkloadName(gateway);
        return each(
                decision,
                target -> passes(target, hop -> name.means(hop.proxy(), hop.address())),
                "to pass gateway \"" + gateway + "\" each time");
    }

    static Optional<Failure> shouldPassNoGateway(Decision decision) {
        return each(decision, target -> !passes(target, hop -> true), "to pass no gateway");
    }

    private static Optional<Failure> each(Decision decision, Predicate<EndpointTarget> isExpected, String expected) {
        if (decision.endpoints().isEmpty()) {
            return Optional.of(new Failure(expected, Found.NO_ENDPOINT));
        }
        return decision.endpoints().stream().allMatch(isExpected)
                ? Optional.empty()
                : Optional.of(new Failure(
                        expected, "it passes:" + Found.lines(decision.endpoints(), ShouldPassGateway::gateways)));
    }

    private static boolean passes(EndpointTarget target, Predicate<Hop> isMeant) {
        return target.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.EAST_WEST_GATEWAY && isMeant.test(hop));
    }

    private static String gateways(EndpointTarget target) {
        String passed = target.hops().stream()
                .filter(hop -> hop.kind() == Hop.Kind.EAST_WEST_GATEWAY)
                .map(Hop::proxy)
                .collect(Collectors.joining(", "));
        return target.share() + " " + (passed.isEmpty() ? "no gateway" : passed) + " to " + target.owner();
    }
}
