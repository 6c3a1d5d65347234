package io.eastwest.routing;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is happening: what does not answer. Immutable, compared by value; {@link #healthy()} is neutral.
 *
 * <p>What is down still stands in the endpoints that control planes send: this is the time after a loss that no registry
 * has noticed. A client leaves such an endpoint only when its outlier detection may eject it: a cluster without outlier
 * detection goes on sending to it, and one with {@code maxEjectionPercent} ejects no more than that share of its hosts,
 * here in the order in which they are sent. Calls that get to an endpoint that is down end as refused with the flag UF.
 *
 * @param all what is broken, in the order given
 */
public record Conditions(Set<Condition> all) {
    private static final Conditions HEALTHY = new Conditions(Collections.emptySet());

    /**
     * Copies the set.
     *
     * @param all what is broken
     */
    public Conditions {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }

    /** {@return nothing is broken} */
    public static Conditions healthy() {
        return HEALTHY;
    }

    /**
     * Combines conditions.
     *
     * @param conditions what is broken
     * @return all of them
     */
    public static Conditions of(Condition... conditions) {
        return new Conditions(new LinkedHashSet<>(List.of(conditions)));
    }

    /**
     * All pods of a cluster are down, its gateways too.
     *
     * @param cluster the cluster
     * @return the condition
     */
    public static Conditions clusterDown(String cluster) {
        return of(new Condition.ClusterDown(cluster));
    }

    /**
     * All pods of a workload in one cluster are down.
     *
     * @param cluster the cluster
     * @param namespace the namespace
     * @param workload the workload, as in {@link Caller#workload()}
     * @return the condition
     */
    public static Conditions workloadDown(String cluster, String namespace, String workload) {
        return of(new Condition.WorkloadDown(cluster, namespace, workload));
    }

    /**
     * A pod is down.
     *
     * @param pod {@code <cluster>/<namespace>/<pod>}
     * @return the condition
     */
    public static Conditions podDown(String pod) {
        return of(new Condition.PodDown(pod));
    }

    /**
     * An endpoint is down.
     *
     * @param address {@code ip:port}
     * @return the condition
     */
    public static Conditions endpointDown(String address) {
        return of(new Condition.EndpointDown(address));
    }

    /**
     * A region or zone is down.
     *
     * @param locality {@code region} or {@code region/zone}
     * @return the condition
     */
    public static Conditions localityDown(String locality) {
        return of(new Condition.LocalityDown(locality));
    }

    /**
     * The east-west gateways of a network are down.
     *
     * @param network the network
     * @return the condition
     */
    public static Conditions gatewaysDown(String network) {
        return of(new Condition.GatewaysDown(network));
    }

    /**
     * Two networks do not reach each other.
     *
     * @param one a network
     * @param other another network
     * @return the condition
     */
    public static Conditions linkCut(String one, String other) {
        return of(new Condition.LinkCut(one, other));
    }

    /**
     * Adds what else is broken.
     *
     * @param others other conditions
     * @return both
     */
    public Conditions and(Conditions others) {
        Set<Condition> both = new LinkedHashSet<>(all);
        both.addAll(others.all);
        return new Conditions(both);
    }

    @Override
    public String toString() {
        return all.isEmpty()
                ? "nothing is broken"
                : all.stream().map(Condition::toString).collect(Collectors.joining(", "));
    }
}
