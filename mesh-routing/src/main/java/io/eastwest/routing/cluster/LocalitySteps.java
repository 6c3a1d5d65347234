package io.eastwest.routing.cluster;

import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.Locality;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.locality.LocalityPreference;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;

/** Tells what a preference between localities does, or why it does nothing. */
final class LocalitySteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.LOCALITY;

    private LocalitySteps() {}

    /**
     * Tells the outcome.
     *
     * @param preference what is preferred; empty: nothing is
     * @param groups groups in their order
     * @param client place of the proxy
     * @param trace takes the steps
     */
    static void tell(
            Optional<LocalityPreference> preference, List<EndpointGroup> groups, Locality client, TraceSink trace) {
        if (!trace.isRecording()) {
            return;
        }
        preference.ifPresentOrElse(
                each -> tell(each, client, trace),
                () -> trace.left(
                        STAGE, "preference", new Mismatch("nothing is preferred", "", ""), Optional.empty(), ""));
        for (EndpointGroup group : groups) {
            String weight =
                    group.weight().isPresent() ? ", weight " + group.weight().getAsLong() : "";
            String place = group.toLocalityEndpoints().locality();
            trace.taken(
                    STAGE,
                    place.isEmpty() ? "no locality" : place,
                    "priority " + group.priority() + weight + ", endpoints "
                            + group.members().size(),
                    Optional.empty(),
                    "");
        }
    }

    private static void tell(LocalityPreference preference, Locality client, TraceSink trace) {
        Optional<Origin> origin = preference.origin();
        String path = origin.map(Origin::path).orElse("");
        if (preference.isInert()) {
            Mismatch missing =
                    new Mismatch("outlierDetection", "set in the same policy, as nothing fails over without", "absent");
            trace.left(STAGE, "failover", missing, origin.map(Origin::resource), path);
        } else {
            String kind = preference.setting().distribute().isEmpty() ? "failover" : "distribute";
            trace.taken(STAGE, kind, "from " + text(client), origin.map(Origin::resource), path);
        }
    }

    private static String text(Locality place) {
        return place.region().isEmpty()
                ? "no locality"
                : String.join("/", place.region(), place.zone(), place.subzone())
                        .replaceAll("/+$", "");
    }
}
