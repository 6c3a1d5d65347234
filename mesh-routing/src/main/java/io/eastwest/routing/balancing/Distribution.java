package io.eastwest.routing.balancing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the requests to a cluster go: the exact share of each endpoint, and the share that finds no endpoint.
 *
 * <p>All shares and {@link #refused()} add up to exactly one. Queries are look-ups; everything is calculated when the distribution
 * is made.
 */
public final class Distribution {
    /** What Envoy says about a request that finds no endpoint; it answers 503. */
    public static final String NO_HEALTHY_UPSTREAM = "no healthy upstream";

    /** Response flag of a request that finds no endpoint. */
    public static final String NO_HEALTHY_UPSTREAM_FLAG = "UH";

    private final List<EndpointShare> shares;
    private final Map<String, EndpointShare> byAddress;
    private final Share refused;
    private final boolean schedule;
    private final Optional<HashPicker> picker;
    private final BalancingReport report;

    private Distribution(
            Map<String, EndpointShare> byAddress,
            boolean schedule,
            Optional<HashPicker> picker,
            BalancingReport report) {
        this.byAddress = byAddress;
        this.shares = List.copyOf(byAddress.values());
        this.refused = Share.ONE.minus(
                Share.sum(shares.stream().map(EndpointShare::share).toList()));
        this.schedule = schedule;
        this.picker = picker;
        this.report = report;
    }

    static Distribution of(
            Collection<EndpointShare> shares, boolean schedule, Optional<HashPicker> picker, BalancingReport report) {
        Map<String, EndpointShare> byAddress = new LinkedHashMap<>();
        for (EndpointShare share : shares) {
            if (!share.share().isZero()) {
                byAddress.put(share.address(), share);
            }
        }
        return new Distribution(byAddress, schedule, picker, report);
    }

    /** {@return the endpoints that get something, by priority, then by locality or in the order of the assignment} */
    public List<EndpointShare> shares() {
        return shares;
    }

    /**
     * {@return the share of an address, {@link Share#ZERO} if it gets nothing or is unknown}
     *
     * @param address the address
     */
    public Share share(String address) {
        EndpointShare share = byAddress.get(address);
        return share == null ? Share.ZERO : share.share();
    }

    /** {@return the share that is answered with {@link #NO_HEALTHY_UPSTREAM}} */
    public Share refused() {
        return refused;
    }

    /** {@return whether no request finds an endpoint} */
    public boolean isRefused() {
        return shares.isEmpty();
    }

    /** {@return whether the endpoint follows from a hash of the request, so that {@link #given(long)} may be asked} */
    public boolean isConsistentHash() {
        return picker.isPresent();
    }

    /**
     * {@return whether endpoints follow each other in a schedule (round robin, unequal weights, several weighted localities)}
     *
     * <p>Then the shares are those that a long run approaches, and one pick is not independent of the last.
     */
    public boolean isSchedule() {
        return schedule;
    }

    /**
     * {@return the endpoint of a hash; empty if it finds none}
     *
     * @param hash hash of the request, see {@link RequestHash}
     * @throws IllegalStateException if no hash is used, see {@link #isConsistentHash()}
     */
    public Optional<EndpointShare> pick(long hash) {
        return picker.orElseThrow(() -> new IllegalStateException("this distribution does not follow a hash"))
                .pick(hash)
                .map(host -> new EndpointShare(host.address(), host.placement(), Share.ONE));
    }

    /**
     * {@return the distribution of the requests that have a hash: everything to one endpoint, or nothing}
     *
     * @param hash hash of the request, see {@link RequestHash}
     * @throws IllegalStateException if no hash is used, see {@link #isConsistentHash()}
     */
    public Distribution given(long hash) {
        return of(pick(hash).stream().toList(), schedule, picker, report);
    }

    /** {@return how the shares came about} */
    public BalancingReport report() {
        return report;
    }

    /** {@return this distribution with other shares} */
    Distribution withShares(Collection<EndpointShare> others) {
        return of(others, schedule, picker, report);
    }

    /** {@return the shares as text: {@code 10.0.0.1:8080 1/3, 10.0.0.2:8080 2/3}} */
    @Override
    public String toString() {
        if (isRefused()) {
            return NO_HEALTHY_UPSTREAM;
        }
        StringBuilder text = new StringBuilder();
        for (EndpointShare share : shares) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(share.address())
                    .append(' ')
                    .append(share.share());
        }
        return refused.isZero() ? text.toString() : text + ", " + NO_HEALTHY_UPSTREAM + " " + refused;
    }
}
