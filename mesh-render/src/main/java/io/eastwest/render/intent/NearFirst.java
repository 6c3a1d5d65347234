package io.eastwest.render.intent;

import io.eastwest.routing.question.PlaceShare;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Calls stay near while all endpoints there are up, and go on while any is.
 *
 * @param intent what was wanted
 */
record NearFirst(PreferLocal intent) implements Promise {
    @Override
    public String text() {
        String area = intent.within() == PreferLocal.Within.REGION ? "region" : "cluster";
        StringBuilder text = new StringBuilder("calls of " + intent.host() + " stay in the " + area
                + " of their caller while all its endpoints there are healthy; when none is, they go ");
        new TreeMap<>(intent.failover())
                .forEach((from, to) -> text.append("from ")
                        .append(from)
                        .append(" to ")
                        .append(to)
                        .append(", else "));
        return text + "elsewhere; none is lost while an endpoint is healthy";
    }

    @Override
    public boolean covers(String host) {
        return host.equals(intent.host());
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        if (!call.isAnswerable()) {
            return Optional.empty();
        }
        if (!call.result().lost().isZero()) {
            return Optional.of("a share of " + call.result().lost() + " is lost while endpoints are healthy");
        }
        String own = area(call.call().caller().cluster(), call.locality());
        Set<String> allowed = allowed(call.places(), own);
        return call.result().answered().stream()
                .filter(place -> !allowed.contains(area(place.cluster(), place.locality())))
                .max(Comparator.comparing(PlaceShare::share))
                .map(place -> "a share of " + place.share() + " is answered in " + place.place() + " but only "
                        + allowed + " may");
    }

    private Set<String> allowed(List<EndpointPlace> places, String own) {
        Set<String> all = new TreeSet<>();
        places.stream().filter(EndpointPlace::usable).forEach(place -> all.add(area(place)));
        if (isWhole(places, own)) {
            return new TreeSet<>(List.of(own));
        }
        String next = intent.failover().getOrDefault(own, "");
        if (!isWhole(places, next)) {
            return all;
        }
        Set<String> allowed = new TreeSet<>(List.of(next));
        if (all.contains(own)) {
            allowed.add(own);
        }
        return allowed;
    }

    private boolean isWhole(List<EndpointPlace> places, String area) {
        List<EndpointPlace> inside =
                places.stream().filter(place -> area(place).equals(area)).toList();
        return !inside.isEmpty() && inside.stream().allMatch(EndpointPlace::usable);
    }

    private String area(EndpointPlace place) {
        return area(place.cluster(), place.locality());
    }

    private String area(String cluster, String locality) {
        return intent.within() == PreferLocal.Within.REGION ? LocalityPatterns.region(locality) : cluster;
    }
}
