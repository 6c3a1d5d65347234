package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.Outcome;
import java.util.Locale;
import java.util.stream.Collectors;

/** A decision as text. */
final class DecisionText {
    private static final int PERCENT = 100;

    private DecisionText() {}

    static String of(Decision decision) {
        StringBuilder text = new StringBuilder();
        text.append(decision.call()).append('\n');
        text.append("  when ").append(decision.conditions()).append('\n');
        decision.firstLeg()
                .route()
                .ifPresent(route -> text.append("  route ")
                        .append(name(route))
                        .append(route.origin().map(DecisionText::origin).orElse(""))
                        .append('\n'));
        for (Outcome outcome : decision.outcomes()) {
            text.append("  ").append(outcome(outcome)).append('\n');
        }
        if (decision.isRetried()) {
            text.append("  first try: ");
            text.append(decision.firstTry().outcomes().stream()
                            .map(DecisionText::outcome)
                            .collect(Collectors.joining(" | ")))
                    .append('\n');
        }
        for (EndpointTarget target : decision.endpoints()) {
            text.append(String.format(
                            Locale.ROOT,
                            "  %7s  %s (%s)%s%s",
                            percent(target.share().toDouble()),
                            target.owner(),
                            target.address(),
                            hops(target),
                            firstTry(decision, target)))
                    .append('\n');
        }
        decision.findings()
                .forEach(finding -> text.append("  note: ").append(finding).append('\n'));
        return text.toString();
    }

    private static String name(ProxyRoute route) {
        return route.name().isEmpty() ? "(unnamed)" : route.name();
    }

    private static String origin(Origin origin) {
        return " of " + origin.resource() + (origin.path().isEmpty() ? "" : " " + origin.path());
    }

    private static String outcome(Outcome outcome) {
        String status = outcome.status().isPresent() ? " " + outcome.status().getAsInt() : "";
        String flags = outcome.flags().equals("-") ? "" : " " + outcome.flags();
        String detail = outcome.detail().isEmpty() ? "" : ": " + outcome.detail();
        return outcome.kind().name().toLowerCase(Locale.ROOT) + status + flags + " "
                + percent(outcome.share().toDouble()) + " " + outcome.reason() + detail;
    }

    /** {@return the share of first tries that come to an endpoint on the same way} */
    private static String firstTry(Decision decision, EndpointTarget target) {
        if (!decision.isRetried()) {
            return "";
        }
        Share share = Share.sum(decision.firstTry().endpoints().stream()
                .filter(each -> each.withShare(target.share()).equals(target))
                .map(EndpointTarget::share)
                .toList());
        return ", first try " + percent(share.toDouble());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * PERCENT);
    }

    private static String hops(EndpointTarget target) {
        return target.hops().stream()
                .skip(1)
                .filter(hop -> hop.kind() == Hop.Kind.EAST_WEST_GATEWAY || hop.kind() == Hop.Kind.WAYPOINT)
                .map(hop -> " through " + hop.proxy() + " at " + hop.address())
                .collect(Collectors.joining());
    }
}
