package io.eastwest.routing.ztunnel;

import io.eastwest.routing.ambient.AmbientEndpoint;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.EndpointChoice;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints of a service that a client may get, and their shares: all that share the most of the scopes with the client,
 * by capacity. Mirrors ztunnel 1.30.3 {@code src/state.rs:load_balance, find_upstream_from_service}.
 */
final class EndpointPick {
    private EndpointPick() {}

    /**
     * An endpoint and its share.
     *
     * @param endpoint the endpoint
     * @param port port on it
     * @param share exact share of connections to the service
     */
    record Picked(AmbientEndpoint endpoint, int port, Share share) {}

    /** {@return endpoints with their shares; empty: there is none} */
    static List<Picked> of(AmbientService service, int port, AmbientWorkload client, TraceSink trace) {
        List<AmbientEndpoint> candidates = service.endpoints().stream()
                .filter(AmbientEndpoint::healthy)
                .filter(endpoint -> endpoint.ports().containsKey(port))
                .filter(endpoint -> isReachable(endpoint, client))
                .toList();
        List<AmbientEndpoint> chosen = chosen(service.choice(), candidates, client);
        if (trace.isRecording()) {
            service.endpoints().stream()
                    .filter(endpoint -> !chosen.contains(endpoint))
                    .forEach(endpoint -> trace.left(
                            TraceStep.Stage.DISCOVERY,
                            endpoint.workload().id(),
                            why(service.choice(), endpoint, port, client),
                            Optional.of(service.service().resource()),
                            ""));
        }
        long sum = chosen.stream()
                .mapToLong(endpoint -> endpoint.workload().capacity())
                .sum();
        List<Picked> picked = new ArrayList<>();
        for (AmbientEndpoint endpoint : chosen) {
            Integer target = endpoint.ports().get(port);
            if (target != null) {
                picked.add(new Picked(
                        endpoint, target, Share.of(endpoint.workload().capacity(), sum)));
            }
        }
        return picked;
    }

    private static Mismatch why(EndpointChoice choice, AmbientEndpoint endpoint, int port, AmbientWorkload client) {
        if (!endpoint.healthy()) {
            return new Mismatch("state", "healthy", "unhealthy");
        }
        if (!endpoint.ports().containsKey(port)) {
            return new Mismatch(
                    "port", Integer.toString(port), endpoint.ports().keySet().toString());
        }
        if (!isReachable(endpoint, client)) {
            return new Mismatch("address", "an address, or a gateway of another network", "none");
        }
        int rank = rank(choice, endpoint, client);
        String wanted = choice.mode() == EndpointChoice.Mode.STRICT ? "all of " : "the most of ";
        return new Mismatch("scopes in common", wanted + choice.scopes(), "the first " + rank);
    }

    /** An endpoint without an address needs a gateway, and that only helps from another network. */
    private static boolean isReachable(AmbientEndpoint endpoint, AmbientWorkload client) {
        AmbientWorkload workload = endpoint.workload();
        return !endpoint.address().isEmpty()
                || (workload.gateway().isPresent() && !workload.network().equals(client.network()));
    }

    private static List<AmbientEndpoint> chosen(
            EndpointChoice choice, List<AmbientEndpoint> candidates, AmbientWorkload client) {
        return switch (choice.mode()) {
            case STANDARD, PASSTHROUGH -> candidates;
            case STRICT ->
                candidates.stream()
                        .filter(endpoint -> rank(choice, endpoint, client)
                                == choice.scopes().size())
                        .toList();
            case FAILOVER -> {
                int best = candidates.stream()
                        .mapToInt(endpoint -> rank(choice, endpoint, client))
                        .max()
                        .orElse(0);
                yield candidates.stream()
                        .filter(endpoint -> rank(choice, endpoint, client) == best)
                        .toList();
            }
        };
    }

    /** {@return how many scopes from the first on are the same} */
    private static int rank(EndpointChoice choice, AmbientEndpoint endpoint, AmbientWorkload client) {
        int rank = 0;
        for (EndpointChoice.Scope scope : choice.scopes()) {
            if (!isSame(scope, client, endpoint.workload())) {
                return rank;
            }
            rank++;
        }
        return rank;
    }

    private static boolean isSame(EndpointChoice.Scope scope, AmbientWorkload one, AmbientWorkload other) {
        return switch (scope) {
            case NETWORK -> one.network().equals(other.network());
            case REGION -> part(one, 0).equals(part(other, 0));
            case ZONE -> part(one, 1).equals(part(other, 1));
            case SUBZONE -> part(one, 2).equals(part(other, 2));
            case NODE -> one.node().equals(other.node());
        };
    }

    private static String part(AmbientWorkload workload, int index) {
        String[] parts = workload.locality().split("/", -1);
        return index < parts.length ? parts[index] : "";
    }
}
