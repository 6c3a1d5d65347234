package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variants of a service answer calls in given shares, in every state; the share of one whose endpoints are all gone is lost.
 *
 * @param host full hostname of the service
 * @param percents percent by variant; they sum to 100
 * @param asked variant that answers alone, by header of the request
 */
record WeightedVariants(String host, Map<Variant, Integer> percents, Map<Header, Variant> asked) implements Promise {
    WeightedVariants {
        percents = Collections.unmodifiableMap(new LinkedHashMap<>(percents));
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("calls of " + host + " are answered by ");
        List<String> parts = new ArrayList<>();
        percents.forEach((variant, percent) -> {
            if (percent > 0) {
                parts.add(variant + " at " + percent + " %");
            }
        });
        text.append(String.join(" and ", parts));
        asked.forEach((header, variant) -> text.append(", those with ")
                .append(header.name())
                .append(": ")
                .append(header.value())
                .append(" by ")
                .append(variant)
                .append(" alone"));
        return text + "; no failure moves a share: that of a variant which is gone is lost, and no other call is";
    }

    @Override
    public boolean covers(String called) {
        return called.equals(host);
    }

    @Override
    public List<Header> headers() {
        return List.copyOf(asked.keySet());
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        Share answered = Share.ZERO;
        for (Variant variant : percents.keySet()) {
            Share got = call.answeredBy(variant);
            Share wanted = wanted(call, variant);
            Optional<String> absence = wanted.isZero() ? Optional.empty() : call.absence(variant);
            boolean excused = absence.isPresent() && !call.healthy();
            if (absence.isPresent() && call.healthy()) {
                return absence;
            }
            if (!got.equals(excused ? Share.ZERO : wanted)) {
                return Optional.of(variant + " answers a share of " + got + " but shall answer "
                        + (excused ? Share.ZERO : wanted));
            }
            answered = answered.plus(got);
        }
        Share others = call.result().served().minus(answered);
        return others.isZero()
                ? Optional.empty()
                : Optional.of("a share of " + others + " is answered by none of " + percents.keySet());
    }

    @Override
    public Optional<String> remark(PromisedCall call) {
        return percents.keySet().stream()
                .filter(variant -> !wanted(call, variant).isZero())
                .flatMap(variant -> call.absence(variant).stream()
                        .map(absence ->
                                absence + ": its share of " + wanted(call, variant) + " is lost, as it has to be"))
                .findFirst();
    }

    private Share wanted(PromisedCall call, Variant variant) {
        for (Map.Entry<Header, Variant> each : asked.entrySet()) {
            if (call.has(each.getKey().name(), each.getKey().value())) {
                return each.getValue().equals(variant) ? Share.ONE : Share.ZERO;
            }
        }
        return Share.of(percents.getOrDefault(variant, 0), 100);
    }
}
