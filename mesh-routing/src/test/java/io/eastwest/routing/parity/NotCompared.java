package io.eastwest.routing.parity;

import java.util.List;

/**
 * A field of the recordings that is not compared.
 *
 * @param field path of the field; lists are written as {@code []}
 * @param reason why it is not compared
 */
record NotCompared(String field, String reason) {
    /** All of them. */
    static final List<NotCompared> ALL = List.of(
            new NotCompared("endpoints[].owner", "said again by the endpoint groups, where it is compared"),
            new NotCompared(
                    "config.clusters[].outlierDetection.enforcingSuccessRate",
                    "istiod always sends 0: ejection by success rate is off and not part of the model"),
            new NotCompared(
                    "config.route.filters.cors.filter_enabled.default_value.numerator",
                    "istiod always sends 100 percent"));
}
