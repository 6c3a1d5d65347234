package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.CallResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Calls of a cluster are answered by one cluster only.
 *
 * @param host full hostname of the service
 * @param clusters cluster that answers, by cluster of the caller
 */
record OnlyFrom(String host, Map<String, String> clusters) implements Promise {
    OnlyFrom {
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("calls of " + host + " ");
        new TreeMap<>(clusters)
                .forEach((from, to) -> text.append("from ")
                        .append(from)
                        .append(" are answered by ")
                        .append(to)
                        .append(" only, "));
        return text
                + "and are not lost while an endpoint there is healthy; calls from elsewhere are not lost while any is";
    }

    @Override
    public boolean covers(String called) {
        return called.equals(host);
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        String source = call.call().caller().cluster();
        String only = clusters.getOrDefault(source, "");
        CallResult result = call.result();
        if (!only.isEmpty()) {
            Share wrong = result.served().minus(result.servedBy(only));
            if (!wrong.isZero()) {
                return Optional.of("a share of " + wrong + " is answered outside of " + only);
            }
        }
        boolean answerable = call.places().stream()
                .anyMatch(place ->
                        place.usable() && (only.isEmpty() || place.cluster().equals(only)));
        return answerable && !result.lost().isZero()
                ? Optional.of("a share of " + result.lost() + " is lost while endpoints are healthy")
                : Optional.empty();
    }
}
