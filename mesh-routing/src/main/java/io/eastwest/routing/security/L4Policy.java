package io.eastwest.routing.security;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.trace.Mismatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A policy as ztunnel gets it: rules about connections alone. Immutable and thread-safe. */
public final class L4Policy {
    private final String name;
    private final boolean denies;
    private final Origin origin;
    private final List<L4Rule> rules;

    L4Policy(String name, boolean denies, Origin origin, List<L4Rule> rules) {
        this.name = name;
        this.denies = denies;
        this.origin = origin;
        this.rules = List.copyOf(rules);
    }

    /** {@return its name at ztunnel, {@code <namespace>/<name>}; one that istiod makes starts with {@code istio_} or {@code converted_}} */
    public String name() {
        return name;
    }

    /** {@return whether a connection that matches is refused; else connections that match no such policy are} */
    public boolean denies() {
        return denies;
    }

    /** {@return the resource it is made of} */
    public Origin origin() {
        return origin;
    }

    /**
     * Asks whether a connection matches.
     *
     * @param connection peer, addresses and port
     * @return the rule that matches; empty: none does
     */
    public Optional<Origin> match(RbacInput connection) {
        return rules.stream()
                .filter(rule -> rule.matches(connection))
                .map(L4Rule::origin)
                .findFirst();
    }

    /**
     * Says why a connection does not match.
     *
     * @param connection peer, addresses and port
     * @return for each rule the first field that fails, with expected and actual value
     */
    public List<Mismatch> mismatches(RbacInput connection) {
        return rules.isEmpty()
                ? List.of(new Mismatch("no rule is left that ztunnel can test", "", ""))
                : rules.stream()
                        .flatMap(rule -> rule.mismatches(connection).stream())
                        .toList();
    }

    /**
     * Says what a connection lacks to match the nearest rule.
     *
     * @param connection peer, addresses and port
     * @return the rule that lacks the fewest fields, with these; empty: there is no rule
     */
    public Optional<Nearest> nearest(RbacInput connection) {
        return rules.stream()
                .map(rule -> new Nearest(rule.origin(), rule.missing(connection)))
                .min(Comparator.comparingInt(each -> each.missing().size()));
    }

    /**
     * A rule that does not match.
     *
     * @param origin where it is written
     * @param missing fields that are in the way, each with expected and actual value
     */
    public record Nearest(Origin origin, List<Mismatch> missing) {
        /**
         * Copies the list.
         *
         * @param origin where it is written
         * @param missing fields that are in the way
         */
        public Nearest {
            missing = List.copyOf(missing);
        }
    }

    @Override
    public String toString() {
        return (denies ? "DENY " : "ALLOW ") + name;
    }
}
