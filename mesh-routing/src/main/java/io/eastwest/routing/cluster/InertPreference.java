package io.eastwest.routing.cluster;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.locality.LocalityPreference;
import java.util.Optional;

/** Says of a preference between localities that nothing comes of it. */
final class InertPreference {
    private InertPreference() {}

    static Optional<String> finding(LocalityPreference preference) {
        return preference.isInert() ? preference.origin().map(InertPreference::text) : Optional.empty();
    }

    private static String text(Origin origin) {
        return "WARNING " + origin.resource() + " " + origin.path()
                + ": no endpoint is preferred because outlierDetection is missing; add outlierDetection to the same policy"
                + " LOCALITY_WITHOUT_OUTLIER_DETECTION";
    }
}
