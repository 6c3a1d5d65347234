package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.List;

/**
 * What would become of a call without retries. Immutable.
 *
 * @param outcomes ways the call ends, with exact shares that sum to one, as {@link Decision#outcomes()}
 * @param endpoints endpoints that answer, as {@link Decision#endpoints()}
 */
public record FirstTry(List<Outcome> outcomes, List<EndpointTarget> endpoints) {
    /**
     * Copies the lists.
     *
     * @param outcomes ways the call ends
     * @param endpoints endpoints that answer
     */
    public FirstTry {
        outcomes = List.copyOf(outcomes);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * The share of first tries that end in a way.
     *
     * @param kind the way
     * @return exact share
     */
    public Share share(Outcome.Kind kind) {
        return Share.sum(outcomes.stream()
                .filter(outcome -> outcome.kind() == kind)
                .map(Outcome::share)
                .toList());
    }

    /**
     * The share of first tries that an endpoint answers.
     *
     * @param owner the endpoint, as {@link EndpointTarget#owner()}
     * @return exact share
     */
    public Share share(String owner) {
        return Share.sum(endpoints.stream()
                .filter(target -> target.owner().equals(owner))
                .map(EndpointTarget::share)
                .toList());
    }
}
