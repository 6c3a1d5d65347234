package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls do not leave a place.
 *
 * @param part what of a place counts
 * @param name the place
 */
record StayRule(Part part, String name) implements DecisionRule {
    /** What of a place counts. */
    enum Part {
        REGION,
        CLUSTER,
        NETWORK;

        String of(WorkloadInstance workload) {
            return switch (this) {
                case REGION -> MeshPlaces.region(workload);
                case CLUSTER -> workload.cluster();
                case NETWORK -> workload.network();
            };
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String text() {
        return "stay in " + part.text() + " " + name;
    }

    @Override
    public boolean looksAtWays() {
        return true;
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        for (EndpointTarget target : decision.endpoints()) {
            for (Hop hop : target.hops()) {
                Optional<String> elsewhere = elsewhere(hop.proxy(), places);
                if (elsewhere.isPresent()) {
                    return Optional.of("share " + target.share() + " passes " + elsewhere.get());
                }
            }
            Optional<String> end = elsewhere(target.owner(), places);
            if (end.isPresent()) {
                return Optional.of("share " + target.share() + " is answered by " + end.get());
            }
        }
        return decision.share(Outcome.Kind.REFUSED).isZero() ? Optional.empty() : chosen(decision, places);
    }

    /** {@return an endpoint elsewhere that was chosen for calls which nobody answers} */
    private Optional<String> chosen(Decision decision, MeshPlaces places) {
        for (TargetShare target : decision.firstLeg().endpoints()) {
            Optional<String> elsewhere = target.endpoint().owner().isPresent()
                    ? elsewhere(target.endpoint().owner().get(), places)
                    : behindGateway(decision, target);
            if (elsewhere.isPresent()) {
                return Optional.of("share " + target.share() + " is sent to " + elsewhere.get());
            }
        }
        return Optional.empty();
    }

    /** {@return what is known of endpoints behind the gateway of a network} */
    private Optional<String> behindGateway(Decision decision, TargetShare target) {
        String where = switch (part) {
            case REGION -> region(decision, target);
            case CLUSTER ->
                target.endpoint().gateway().map(hop -> hop.cluster()).orElse("");
            case NETWORK ->
                target.endpoint().gateway().map(hop -> hop.network()).orElse("");
        };
        return where.equals(name)
                ? Optional.empty()
                : Optional.of(told(target.endpoint().address(), where));
    }

    private static String region(Decision decision, TargetShare target) {
        return decision.firstLeg().clusters().stream()
                .filter(share -> share.name().equals(target.cluster()))
                .map(ClusterShare::cluster)
                .flatMap(Optional::stream)
                .flatMap(cluster -> cluster.assignment().stream())
                .filter(group -> group.priority() == target.priority()
                        && group.endpoints().contains(target.endpoint()))
                .map(LocalityEndpoints::region)
                .findFirst()
                .orElse("");
    }

    private Optional<String> elsewhere(String id, MeshPlaces places) {
        Optional<WorkloadInstance> workload = places.workload(id);
        String where = workload.map(part::of).orElse("");
        return where.equals(name) ? Optional.empty() : Optional.of(told(id, where));
    }

    private String told(String what, String where) {
        return where.isEmpty()
                ? what + ", whose " + part.text() + " is not known"
                : what + " in " + part.text() + " " + where;
    }
}
