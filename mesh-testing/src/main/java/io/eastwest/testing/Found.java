package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parts of a decision as they stand in failures: one line each, exact share first. */
final class Found {
    static final String NO_ENDPOINT = "no endpoint answers it";

    private Found() {}

    static String outcomes(Decision decision) {
        return "it ends as:" + lines(decision.outcomes(), outcome -> outcome.share() + " " + outcome(outcome));
    }

    static String outcome(Outcome outcome) {
        return outcome.kind().name().toLowerCase(Locale.ROOT)
                + (outcome.status().isPresent() ? " " + outcome.status().getAsInt() : "")
                + (outcome.flags().equals("-") ? "" : " " + outcome.flags())
                + " " + outcome.reason();
    }

    static String clusters(Decision decision) {
        return shares(
                decision,
                "it is answered in:",
                target -> target.cluster().isEmpty() ? "(outside the mesh)" : target.cluster());
    }

    static String owners(Decision decision) {
        return shares(decision, "it is answered by:", EndpointTarget::owner);
    }

    static String routes(Decision decision) {
        return shares(decision, "it goes to:", EndpointTarget::routedTo);
    }

    private static String shares(Decision decision, String title, Function<EndpointTarget, String> name) {
        if (decision.endpoints().isEmpty()) {
            return NO_ENDPOINT;
        }
        Map<String, Share> shares = new TreeMap<>();
        decision.endpoints().forEach(target -> shares.merge(name.apply(target), target.share(), Share::plus));
        return title + lines(shares.entrySet(), each -> each.getValue() + " " + each.getKey());
    }

    static <T> String lines(Collection<T> all, Function<T, String> line) {
        return all.stream().map(each -> "\n  " + line.apply(each)).collect(Collectors.joining());
    }
}
