package io.eastwest.routing.outlier;

import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Outlier detection of one proxy for one cluster at one time.
 *
 * <p>Times count from the moment the proxy got the cluster and never go back. Checks run by themselves at every interval; at the
 * very time of a check it comes before a result. Jitter of ejections is 0, as Istio leaves it.
 */
public final class OutlierState {
    private final OutlierRules rules;
    private final SortedMap<String, HostTrack> hosts;
    private final Duration now;
    private final List<OutlierChange> changes;

    private OutlierState(
            OutlierRules rules, SortedMap<String, HostTrack> hosts, Duration now, List<OutlierChange> changes) {
        this.rules = rules;
        this.hosts = Collections.unmodifiableSortedMap(hosts);
        this.now = now;
        this.changes = List.copyOf(changes);
    }

    /**
     * {@return the state at time 0: nothing happened yet}
     *
     * @param settings the settings as sent; empty fields have Envoy's defaults
     * @param addresses all hosts of the cluster over all priorities, unhealthy ones included
     * @throws IllegalArgumentException if an enforcing percentage is neither 0 nor 100 (Istio sends no other, and anything between
     *     would be chance), or a time or percentage is out of range
     */
    public static OutlierState of(OutlierSettings settings, Collection<String> addresses) {
        return new OutlierState(OutlierRules.of(settings), new TreeMap<>(), Duration.ZERO, List.of())
                .withHosts(addresses);
    }

    /**
     * {@return the state after the cluster got other hosts; hosts that stay are remembered}
     *
     * @param addresses all hosts of the cluster
     */
    public OutlierState withHosts(Collection<String> addresses) {
        SortedMap<String, HostTrack> next = new TreeMap<>();
        addresses.forEach(address -> next.put(address, hosts.getOrDefault(address, HostTrack.NEW)));
        return new OutlierState(rules, next, now, List.of());
    }

    /**
     * {@return the state at a time, after all checks up to it}
     *
     * @param time not before {@link #now()}
     * @throws IllegalArgumentException if the time lies before that of this state
     */
    public OutlierState advance(Duration time) {
        if (time.compareTo(now) < 0) {
            throw new IllegalArgumentException("time must not go back from " + now + " to " + time);
        }
        SortedMap<String, HostTrack> next = new TreeMap<>(hosts);
        List<OutlierChange> done = new ArrayList<>();
        Duration interval = rules.interval();
        long last = time.dividedBy(interval);
        for (long check = now.dividedBy(interval) + 1; check <= last; check++) {
            Duration at = interval.multipliedBy(check);
            next.replaceAll((address, track) -> {
                HostTrack checked = track.check(at, rules);
                if (track.isEjected() && !checked.isEjected()) {
                    done.add(new Change(at, address, OutlierVerdict.RETURNED, Optional.empty()));
                }
                return checked;
            });
        }
        return new OutlierState(rules, next, time, done);
    }

    /**
     * {@return the state after a result; a host that the cluster does not have is ignored}
     *
     * @param event the result, not before {@link #now()}
     * @throws IllegalArgumentException if the time lies before that of this state
     */
    public OutlierState on(OutlierEvent event) {
        OutlierState before = advance(event.at());
        HostTrack track = before.hosts.get(event.address());
        if (track == null) {
            return before;
        }
        SortedMap<String, HostTrack> next = new TreeMap<>(before.hosts);
        List<OutlierChange> done = new ArrayList<>(before.changes);
        Signal signal = Signal.of(event.result(), rules.split());
        HostTrack counted = track.withCounters(track.counters().after(signal));
        for (ConsecutiveDetector detector : ConsecutiveDetector.values()) {
            counted = fire(track, counted, detector, event, before.ejected().size(), done);
        }
        next.put(event.address(), counted);
        return new OutlierState(rules, next, event.at(), done);
    }

    /** {@return the time of this state} */
    public Duration now() {
        return now;
    }

    /** {@return addresses of the hosts that are ejected} */
    public SortedSet<String> ejected() {
        SortedSet<String> ejected = new TreeSet<>();
        hosts.forEach((address, track) -> {
            if (track.isEjected()) {
                ejected.add(address);
            }
        });
        return ejected;
    }

    /**
     * {@return when the ejection of a host is over; it comes back at the first check from then on. Empty if it is not ejected}
     *
     * @param address the host
     */
    public Optional<Duration> ejectedUntil(String address) {
        return track(address).dueAt(rules);
    }

    /**
     * {@return how many times the first ejection the current one lasts, or, for a host that is not ejected, the last one after it
     * calmed down; 0 for a host that is as good as new}
     *
     * @param address the host
     */
    public long ejectionFactor(String address) {
        return track(address).factor();
    }

    /** {@return what the last step did, in order} */
    public List<OutlierChange> changes() {
        return changes;
    }

    private HostTrack track(String address) {
        return hosts.getOrDefault(address, HostTrack.NEW);
    }

    /** A detector fires when this very result brought its counter to the threshold and the host is not ejected. */
    private HostTrack fire(
            HostTrack before,
            HostTrack counted,
            ConsecutiveDetector detector,
            OutlierEvent event,
            int ejected,
            List<OutlierChange> done) {
        ConsecutiveRule rule = rules.of(detector);
        long count = counted.counters().of(detector);
        boolean fires = count > before.counters().of(detector) && count == rule.threshold();
        if (!fires || counted.isEjected()) {
            return counted;
        }
        OutlierVerdict verdict = verdict(rule, ejected);
        done.add(new Change(event.at(), event.address(), verdict, Optional.of(detector)));
        HostTrack judged = verdict == OutlierVerdict.EJECTED ? counted.eject(event.at(), rules) : counted;
        return judged.withCounters(judged.counters().without(detector));
    }

    private OutlierVerdict verdict(ConsecutiveRule rule, int ejected) {
        if (ejected >= rules.mostEjected(hosts.size())) {
            return OutlierVerdict.KEPT_BY_LIMIT;
        }
        return rule.enforced() ? OutlierVerdict.EJECTED : OutlierVerdict.KEPT_NOT_ENFORCED;
    }

    private record Change(Duration at, String address, OutlierVerdict verdict, Optional<ConsecutiveDetector> detector)
            implements OutlierChange {}
}
