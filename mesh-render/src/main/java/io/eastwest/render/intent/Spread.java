package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Calls of a locality are answered by regions in given shares while all endpoints are up, and by those regions at all times.
 *
 * @param intent what was wanted
 */
record Spread(DistributeByPercent intent) implements Promise {
    @Override
    public String text() {
        StringBuilder text = new StringBuilder("calls of " + intent.host() + " ");
        intent.shares().forEach((from, to) -> {
            text.append("from ").append(from).append(" are answered by");
            regions(to)
                    .forEach((region, percent) -> text.append(' ')
                            .append(region)
                            .append(" at ")
                            .append(percent)
                            .append(" %,"));
            text.append(' ');
        });
        return text + "while all endpoints are healthy; none is lost while one of these regions has a healthy endpoint";
    }

    @Override
    public boolean covers(String host) {
        return host.equals(intent.host());
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        Optional<Map<String, Integer>> wanted = intent.shares().entrySet().stream()
                .filter(each -> LocalityPatterns.isIn(call.locality(), each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .map(each -> regions(each.getValue()));
        return wanted.flatMap(regions -> breach(call, regions));
    }

    private static Optional<String> breach(PromisedCall call, Map<String, Integer> regions) {
        Map<String, Share> answered = new TreeMap<>();
        call.result()
                .answered()
                .forEach(
                        place -> answered.merge(LocalityPatterns.region(place.locality()), place.share(), Share::plus));
        Optional<String> other = answered.keySet().stream()
                .filter(region -> !regions.containsKey(region))
                .findFirst();
        if (other.isPresent()) {
            return Optional.of("a share of " + answered.get(other.get()) + " is answered in " + other.get());
        }
        List<EndpointPlace> meant = call.places().stream()
                .filter(place -> regions.containsKey(LocalityPatterns.region(place.locality())))
                .toList();
        if (meant.stream().anyMatch(EndpointPlace::usable)
                && !call.result().lost().isZero()) {
            return Optional.of("a share of " + call.result().lost() + " is lost while endpoints are healthy");
        }
        if (!meant.stream().allMatch(EndpointPlace::usable)) {
            return Optional.empty();
        }
        for (Map.Entry<String, Integer> region : regions.entrySet()) {
            Share got = answered.getOrDefault(region.getKey(), Share.ZERO);
            if (!got.equals(Share.of(region.getValue(), 100))) {
                return Optional.of(region.getKey() + " answers a share of " + got + " but shall answer "
                        + Share.of(region.getValue(), 100));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> regions(Map<String, Integer> to) {
        Map<String, Integer> regions = new TreeMap<>();
        to.forEach((locality, percent) -> regions.merge(LocalityPatterns.region(locality), percent, Integer::sum));
        return regions;
    }
}
