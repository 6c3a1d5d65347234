package io.eastwest.routing;

import java.time.Duration;
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
 * here in the order in which they are sent. Taken as ejected is what fails each time: what is down, what refuses or shows an
 * expired certificate, and the address of a gateway behind which nothing answers for the cluster. A gateway of which some pods
 * are down, or that still reaches some endpoints, fails now and then and is not ejected: its errors do not follow each other.
 * {@link #hostEjected} says exactly what is ejected instead.
 *
 * <p>Calls that get to an endpoint that is down end as refused with the flag UF, or UF,URX when retries came to nothing.
 *
 * @param all what is broken, in the order given
 */
public record Conditions(Set<Condition> all) {
    static final String HEALTHY_NOTATION = "healthy";

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
     * Reads conditions, one behind the other with semicolons between them, such as {@code cluster cluster-1 down; link
     * network-1 network-2 cut}. What is accepted:
     *
     * <pre>
     * endpoint ADDRESS:PORT down       pod CLUSTER/NAMESPACE/POD down     workload CLUSTER/NAMESPACE/WORKLOAD down
     * node CLUSTER/NODE down           zone REGION/ZONE down              region REGION down
     * subzone REGION/ZONE/SUBZONE down cluster CLUSTER down               network NETWORK down
     * gateway ADDRESS down             gateways NETWORK down              link NETWORK NETWORK cut
     * control-plane CLUSTER down       authority CLUSTER expired          certificate CLUSTER/NAMESPACE/WORKLOAD expired
     * host PROXY ENVOY-CLUSTER ADDRESS:PORT ejected                     joined ADDRESS:PORT DURATION ago
     * </pre>
     *
     * <p>{@code healthy}, alone, or no text at all: nothing is broken. Blanks may stand between words. Whether the mesh has what
     * is named is checked when a router is asked.
     *
     * @param text at most 65,536 characters and 1,000 conditions
     * @return the conditions; {@link #notation()} writes them
     * @throws IllegalArgumentException if the text is not of this form, with the position (from 0) and what is accepted there
     */
    public static Conditions parse(String text) {
        return new Conditions(ConditionNotation.parse(text));
    }

    /** {@return the conditions in the order given, as {@link #parse} reads them} */
    public String notation() {
        return all.isEmpty()
                ? HEALTHY_NOTATION
                : all.stream().map(Condition::notation).collect(Collectors.joining("; "));
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
     * All pods on a node are down.
     *
     * @param cluster the cluster
     * @param node name of the node
     * @return the condition
     */
    public static Conditions nodeDown(String cluster, String node) {
        return of(new Condition.NodeDown(cluster, node));
    }

    /**
     * A network carries nothing.
     *
     * @param network the network
     * @return the condition
     */
    public static Conditions networkDown(String network) {
        return of(new Condition.NetworkDown(network));
    }

    /**
     * One address of a gateway is down.
     *
     * @param address IP address or host name, without port
     * @return the condition
     */
    public static Conditions gatewayDown(String address) {
        return of(new Condition.GatewayDown(address));
    }

    /**
     * The control plane of a cluster is down.
     *
     * @param cluster cluster that runs it
     * @return the condition
     */
    public static Conditions controlPlaneDown(String cluster) {
        return of(new Condition.ControlPlaneDown(cluster));
    }

    /**
     * The certificates of a workload in one cluster have expired.
     *
     * @param cluster the cluster
     * @param namespace the namespace
     * @param workload the workload, as in {@link Caller#workload()}
     * @return the condition
     */
    public static Conditions certificateExpired(String cluster, String namespace, String workload) {
        return of(new Condition.CertificateExpired(cluster, namespace, workload));
    }

    /**
     * The certificate authority of a control plane has expired.
     *
     * @param cluster cluster that runs the control plane
     * @return the condition
     */
    public static Conditions authorityExpired(String cluster) {
        return of(new Condition.AuthorityExpired(cluster));
    }

    /**
     * A proxy has ejected a host from one of its clusters. {@link PolicyAnswer#ejections} makes this of a state of outlier
     * detection.
     *
     * @param proxy pod of the proxy, {@code <cluster>/<namespace>/<pod>}
     * @param cluster name of the Envoy cluster
     * @param address {@code ip:port} of the host
     * @return the condition
     */
    public static Conditions hostEjected(String proxy, String cluster, String address) {
        return of(new Condition.HostEjected(proxy, cluster, address));
    }

    /**
     * An endpoint joined a short time ago and may still be warming up.
     *
     * @param address {@code ip:port} of an endpoint, as proxies get it
     * @param age time since then
     * @return the condition
     */
    public static Conditions endpointJoined(String address, Duration age) {
        return of(new Condition.EndpointJoined(address, age));
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
