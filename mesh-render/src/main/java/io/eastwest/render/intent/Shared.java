package io.eastwest.render.intent;

import java.util.List;
import java.util.Optional;

/**
 * Other clusters answer when the own has nobody who could.
 *
 * @param hosts full hostnames, or {@code *.} and a suffix
 */
record Shared(List<String> hosts) implements Promise {
    Shared {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String text() {
        return "calls of " + String.join(", ", hosts)
                + " are answered by other clusters too when the cluster of their caller has no healthy endpoint";
    }

    @Override
    public boolean covers(String host) {
        return KeepLocal.isAmong(hosts, host);
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        String own = call.call().caller().cluster();
        boolean alone = call.places().stream()
                .noneMatch(place -> place.usable() && place.cluster().equals(own));
        return alone && call.isAnswerable() && call.result().served().isZero()
                ? Optional.of("none is answered while other clusters have healthy endpoints")
                : Optional.empty();
    }
}
