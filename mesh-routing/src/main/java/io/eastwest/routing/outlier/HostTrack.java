package io.eastwest.routing.outlier;

import java.time.Duration;
import java.util.Optional;

/**
 * What is remembered about one host.
 *
 * @param counters errors in a row
 * @param ejectedAt when it was ejected; empty if it is not ejected
 * @param returnedAt when it last came back; empty if it never was ejected
 * @param factor how many times the first ejection the next or current one lasts, 0 or more
 */
record HostTrack(ErrorCounters counters, Optional<Duration> ejectedAt, Optional<Duration> returnedAt, long factor) {
    static final HostTrack NEW = new HostTrack(ErrorCounters.NONE, Optional.empty(), Optional.empty(), 0);

    boolean isEjected() {
        return ejectedAt.isPresent();
    }

    HostTrack withCounters(ErrorCounters other) {
        return new HostTrack(other, ejectedAt, returnedAt, factor);
    }

    HostTrack eject(Duration now, OutlierRules rules) {
        Duration base = rules.firstEjection();
        boolean grows =
                base.multipliedBy(factor).compareTo(rules.longestEjection().plus(base)) < 0;
        return new HostTrack(counters, Optional.of(now), returnedAt, grows ? factor + 1 : factor);
    }

    /** {@return when the ejection is over; the host comes back at the next check} */
    Optional<Duration> dueAt(OutlierRules rules) {
        Duration grown = rules.firstEjection().multipliedBy(factor);
        Duration longest = rules.longestEjection();
        return ejectedAt.map(at -> at.plus(grown.compareTo(longest) < 0 ? grown : longest));
    }

    /** {@return the host after a check} */
    HostTrack check(Duration now, OutlierRules rules) {
        if (isEjected()) {
            boolean over = dueAt(rules).filter(due -> due.compareTo(now) <= 0).isPresent();
            return over ? new HostTrack(ErrorCounters.NONE, Optional.empty(), Optional.of(now), factor) : this;
        }
        boolean calm = returnedAt
                .filter(at -> at.plus(rules.interval()).compareTo(now) <= 0)
                .isPresent();
        return calm && factor > 0 ? new HostTrack(counters, ejectedAt, returnedAt, factor - 1) : this;
    }
}
