package io.eastwest.routing.invariant;

import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Which calls an invariant is about. Each {@code from} narrows down who calls, each {@code to} what is called; then one method says
 * what must be true of all of them. Immutable.
 */
public final class CallScope {
    static final CallScope ALL = new CallScope(new LinkedHashMap<>(), new LinkedHashMap<>(), OptionalInt.empty());

    private final Map<Selector, String> from;
    private final Map<Selector, String> to;
    private final OptionalInt port;

    private CallScope(Map<Selector, String> from, Map<Selector, String> to, OptionalInt port) {
        this.from = from;
        this.to = to;
        this.port = port;
    }

    /** By what calls are chosen. */
    enum Selector {
        WORKLOAD,
        NAMESPACE,
        SERVICE,
        CLUSTER,
        REGION;

        String text(String value) {
            return name().toLowerCase(Locale.ROOT) + " " + value;
        }
    }

    private CallScope from(Selector selector, String value) {
        Map<Selector, String> all = new LinkedHashMap<>(from);
        all.put(selector, value);
        return new CallScope(all, to, port);
    }

    private CallScope to(Selector selector, String value) {
        Map<Selector, String> all = new LinkedHashMap<>(to);
        all.put(selector, value);
        return new CallScope(from, all, port);
    }

    /**
     * Calls of one workload, wherever it runs.
     *
     * @param namespace its namespace
     * @param workload its name, as in {@link io.eastwest.routing.Caller#workload()}
     * @return these calls
     */
    public CallScope fromWorkload(String namespace, String workload) {
        return from(Selector.WORKLOAD, namespace + "/" + workload);
    }

    /**
     * Calls of the workloads of a namespace.
     *
     * @param namespace the namespace
     * @return these calls
     */
    public CallScope fromNamespace(String namespace) {
        return from(Selector.NAMESPACE, namespace);
    }

    /**
     * Calls of the workloads of a cluster.
     *
     * @param cluster the cluster
     * @return these calls
     */
    public CallScope fromCluster(String cluster) {
        return from(Selector.CLUSTER, cluster);
    }

    /**
     * Calls of the workloads of a region.
     *
     * @param region the region
     * @return these calls
     */
    public CallScope fromRegion(String region) {
        return from(Selector.REGION, region);
    }

    /**
     * Calls to a service.
     *
     * @param service {@code name.namespace}, or the host of a ServiceEntry
     * @return these calls
     */
    public CallScope toService(String service) {
        return to(Selector.SERVICE, service);
    }

    /**
     * Calls to the services of a namespace.
     *
     * @param namespace the namespace
     * @return these calls
     */
    public CallScope toNamespace(String namespace) {
        return to(Selector.NAMESPACE, namespace);
    }

    /**
     * Calls to one port.
     *
     * @param number the port of services
     * @return these calls
     */
    public CallScope toPort(int number) {
        return new CallScope(from, to, OptionalInt.of(number));
    }

    /**
     * Callers, and all that the calls pass and are sent to, are in one region. Calls that nobody answers count with the endpoints
     * that were chosen for them.
     *
     * @param region the region
     * @return the invariant
     */
    public Invariant stayInRegion(String region) {
        return Invariant.of(this, new StayRule(StayRule.Part.REGION, region));
    }

    /**
     * Callers, and all that the calls pass and are sent to, are in one cluster.
     *
     * @param cluster the cluster
     * @return the invariant
     */
    public Invariant stayInCluster(String cluster) {
        return Invariant.of(this, new StayRule(StayRule.Part.CLUSTER, cluster));
    }

    /**
     * Callers, and all that the calls pass and are sent to, are in one network.
     *
     * @param network the network
     * @return the invariant
     */
    public Invariant stayInNetwork(String network) {
        return Invariant.of(this, new StayRule(StayRule.Part.NETWORK, network));
    }

    /**
     * Every hop of calls that are answered is secured by mutual TLS of the mesh or HBONE.
     *
     * @return the invariant
     */
    public Invariant areMutualTlsOnAllHops() {
        return Invariant.of(this, new MutualTlsRule());
    }

    /**
     * All calls are answered, by endpoints or by rules.
     *
     * @return the invariant
     */
    public Invariant areAnswered() {
        return areAnsweredAtLeast(Share.ONE);
    }

    /**
     * A share of each kind of calls is answered, by endpoints or by rules.
     *
     * @param share the least share, more than 0
     * @return the invariant
     * @throws IllegalArgumentException if the share is 0 or more than 1
     */
    public Invariant areAnsweredAtLeast(Share share) {
        return Invariant.of(this, new AnsweredRule(share));
    }

    /**
     * No endpoint answers any of the calls.
     *
     * @return the invariant
     */
    public Invariant areNotAnswered() {
        return Invariant.of(this, new UnansweredRule());
    }

    /**
     * None of the calls is answered by an endpoint of a service, whatever host is called.
     *
     * @param service {@code name.namespace}, or the host of a ServiceEntry
     * @return the invariant
     */
    public Invariant neverReachService(String service) {
        return Invariant.of(this, new ReachRule(service));
    }

    /**
     * At most a share of each kind of calls passes an east-west gateway.
     *
     * @param share the largest share
     * @return the invariant
     * @throws IllegalArgumentException if the share is more than 1
     */
    public Invariant crossEastWestGatewaysAtMost(Share share) {
        return Invariant.of(this, new GatewayRule(share));
    }

    /**
     * Something else is true of every decision. Calls whose host the DNS of their caller does not know have none.
     *
     * @param text what, such as {@code are answered by one pod}
     * @param rule whether it is true; it must depend on nothing but outcomes and endpoints, as decisions that are alike in these
     *     are asked about once
     * @return the invariant
     */
    public Invariant satisfy(String text, Predicate<Decision> rule) {
        return Invariant.of(this, new GivenRule(text, rule));
    }

    Map<Selector, String> from() {
        return from;
    }

    Map<Selector, String> to() {
        return to;
    }

    OptionalInt port() {
        return port;
    }

    /** {@return the calls for people, such as {@code calls from namespace web to service orders.shop}} */
    String text() {
        List<String> parts = new ArrayList<>(List.of("calls"));
        from.forEach((selector, value) -> parts.add("from " + selector.text(value)));
        to.forEach((selector, value) -> parts.add("to " + selector.text(value)));
        port.ifPresent(number -> parts.add("to port " + number));
        return String.join(" ", parts);
    }

    @Override
    public String toString() {
        return text();
    }
}
