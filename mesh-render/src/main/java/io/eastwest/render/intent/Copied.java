package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import java.util.List;
import java.util.Optional;

/**
 * One variant answers; a share of the requests is copied to another, and no failure of that one loses a call.
 *
 * @param intent what was wanted
 */
record Copied(MirrorCalls intent) implements Promise {
    @Override
    public String text() {
        return "calls of " + intent.host() + " are answered by " + intent.primary()
                + " alone, and lost only when it is gone; "
                + intent.percent() + " % of requests are copied to " + intent.shadow()
                + ", and arrive while an endpoint there is healthy";
    }

    @Override
    public boolean covers(String called) {
        return called.equals(intent.host());
    }

    @Override
    public Optional<String> breach(PromisedCall call) {
        Optional<String> absence = call.absence(intent.primary());
        if (absence.isPresent() && call.healthy()) {
            return absence;
        }
        Share wanted = absence.isPresent() ? Share.ZERO : Share.ONE;
        Share got = call.answeredBy(intent.primary());
        if (!got.equals(wanted)) {
            return Optional.of(intent.primary() + " answers a share of " + got + " but shall answer " + wanted);
        }
        Share others = call.result().served().minus(got);
        if (!others.isZero()) {
            return Optional.of("a share of " + others + " is answered by others than " + intent.primary());
        }
        boolean copied = call.call().request().isPresent() && absence.isEmpty();
        return copied ? breachOfCopies(call) : Optional.empty();
    }

    private Optional<String> breachOfCopies(PromisedCall call) {
        List<Copies> copies = call.copies();
        Share wanted = Share.of(intent.percent(), 100);
        Share copied = Share.sum(copies.stream().map(Copies::share).toList());
        Optional<String> absence = call.absence(intent.shadow());
        boolean isExact = copied.equals(wanted) || absence.isPresent(); // nothing is copied to nobody
        if (copies.size() != 1 || !isExact) {
            return Optional.of("a share of " + copied + " is copied but shall be " + wanted);
        }
        String destination = copies.get(0).destination();
        if (!destination.endsWith("|" + intent.shadow().name() + "|" + intent.host())) {
            return Optional.of("copies go to " + destination + " but shall go to " + intent.shadow());
        }
        if (absence.isPresent()) {
            return call.healthy() ? absence : Optional.empty();
        }
        Share arriving = copies.get(0).arriving().orElse(Share.ZERO);
        return arriving.equals(Share.ONE)
                ? Optional.empty()
                : Optional.of(
                        "a share of " + arriving + " of the copies arrives while " + intent.shadow() + " is healthy");
    }

    @Override
    public Optional<String> remark(PromisedCall call) {
        Optional<String> gone = call.absence(intent.primary());
        if (gone.isPresent()) {
            return gone.map(absence -> absence + ": all calls are lost, as they have to be");
        }
        return call.call().request().isEmpty()
                ? Optional.empty()
                : call.absence(intent.shadow())
                        .map(absence -> absence + ": copies are lost, calls are not")
                        .or(() -> Optional.of(
                                "a share of " + Share.of(intent.percent(), 100) + " is copied to " + intent.shadow()));
    }
}
