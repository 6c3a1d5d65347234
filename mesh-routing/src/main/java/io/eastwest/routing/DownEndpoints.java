package io.eastwest.routing;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpoint.NetworkGatewayHop;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.view.WorkloadInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Conditions as a proxy meets them. Proxies of one network whose certificates are alike meet the same. */
final class DownEndpoints implements EndpointConditions {
    private static final int DEFAULT_EJECTION_PERCENT = 10;
    private static final int WHOLE = 100;

    private final Damage damage;
    private final String network;
    private final boolean expired;
    private final String distrusting;
    private final SortedMap<String, SortedSet<String>> ejected;
    private final MeshRouter router;
    private final boolean seesBehindGateways;

    /**
     * Makes the view of a proxy.
     *
     * @param damage what is broken
     * @param proxy the proxy
     * @param router finds workloads and the pods behind gateways
     */
    DownEndpoints(Damage damage, WorkloadInstance proxy, MeshRouter router) {
        this(damage, proxy, router, true);
    }

    private DownEndpoints(Damage damage, WorkloadInstance proxy, MeshRouter router, boolean seesBehindGateways) {
        this.damage = damage;
        this.network = proxy.network();
        this.expired = !damage.expired().isEmpty() && damage.expired().contains(WorkloadNames.id(proxy));
        this.distrusting = router.mesh().trust().isUniform() ? "" : proxy.cluster();
        this.ejected = damage.ejected().isEmpty()
                ? Collections.emptySortedMap()
                : damage.ejected().getOrDefault(WorkloadNames.id(proxy), Collections.emptySortedMap());
        this.router = router;
        this.seesBehindGateways = seesBehindGateways;
    }

    /** {@return the same for a gateway, which does not ask what is behind gateways in its turn} */
    static DownEndpoints atGateway(Damage damage, WorkloadInstance gateway, MeshRouter router) {
        return new DownEndpoints(damage, gateway, router, false);
    }

    @Override
    public boolean isUnhealthy(LbEndpoint endpoint) {
        return isDown(endpoint);
    }

    /** Outlier detection ejects what fails, as many hosts as it may; what is said to be ejected is so before. */
    @Override
    public List<LbEndpoint> unhealthy(Cluster cluster, List<LbEndpoint> endpoints) {
        if (damage.conditions().all().isEmpty() && distrusting.isEmpty()) {
            return List.of();
        }
        SortedSet<String> said = ejected.getOrDefault(cluster.name(), Collections.emptySortedSet());
        List<LbEndpoint> all = new ArrayList<>(endpoints.stream()
                .filter(endpoint -> said.contains(endpoint.address()))
                .toList());
        long most = most(cluster, endpoints.size());
        if (most > all.size()) {
            endpoints.stream()
                    .filter(endpoint -> !said.contains(endpoint.address()) && fails(cluster, endpoint))
                    .limit(most - all.size())
                    .forEach(all::add);
        }
        return all;
    }

    @Override
    public Optional<Duration> age(LbEndpoint endpoint) {
        return Optional.ofNullable(damage.ages().get(endpoint.address()));
    }

    /** {@return how many hosts may be ejected} */
    private static long most(Cluster cluster, int hosts) {
        return cluster.outlierDetection()
                .map(outlier -> (long) hosts * outlier.maxEjectionPercent().orElse(DEFAULT_EJECTION_PERCENT) / WHOLE)
                .orElse(0L);
    }

    /** {@return whether each call to an endpoint fails in a way that outlier detection counts} */
    private boolean fails(Cluster cluster, LbEndpoint endpoint) {
        return isDown(endpoint)
                || isRefused(cluster, endpoint)
                || (seesBehindGateways
                        && new GatewayDeadEnds(damage, router, distrusting).leadsNowhere(cluster, endpoint));
    }

    /** {@return whether a handshake fails because a certificate has expired, or a cluster lacks the root of the other} */
    private boolean isRefused(Cluster cluster, LbEndpoint endpoint) {
        if (damage.expired().isEmpty() && distrusting.isEmpty()) {
            return false;
        }
        boolean secured = endpoint.tunnel()
                || ClientTls.of(cluster.tls(), endpoint, false).kind() == ClientTls.Kind.MESH;
        return secured
                && (expired
                        || endpoint.owner()
                                .filter(owner -> damage.expired().contains(owner) || isStranger(owner))
                                .isPresent());
    }

    private boolean isStranger(String owner) {
        return !distrusting.isEmpty()
                && CertificateChecks.areStrangers(router.mesh().trust(), distrusting, owner);
    }

    /** {@return whether nobody answers at an address} */
    boolean isDown(LbEndpoint endpoint) {
        if (damage.conditions().all().isEmpty()) {
            return false;
        }
        return damage.addresses().contains(endpoint.address())
                || endpoint.gateway()
                        .map(gateway -> isGatewayDown(endpoint, gateway))
                        .orElseGet(() ->
                                endpoint.owner().filter(this::isWorkloadDown).isPresent());
    }

    private boolean isGatewayDown(LbEndpoint endpoint, NetworkGatewayHop gateway) {
        if (damage.closedNetworks().contains(gateway.network())
                || damage.gateways().contains(GatewayPods.host(endpoint.address()))
                || damage.isCut(network, gateway.network())) {
            return true;
        }
        List<GatewayPods.Found> pods = router.mesh().gatewaysAt(endpoint.address());
        return pods.isEmpty()
                ? damage.lostClusters().contains(gateway.cluster())
                : pods.stream().allMatch(found -> damage.isDown(found.pod()));
    }

    private boolean isWorkloadDown(String owner) {
        return damage.down().contains(owner)
                || (!damage.cuts().isEmpty()
                        && router.mesh()
                                .workload(owner)
                                .filter(pod -> damage.isCut(network, pod.network()))
                                .isPresent());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DownEndpoints that
                && damage.conditions().equals(that.damage.conditions())
                && network.equals(that.network)
                && expired == that.expired
                && distrusting.equals(that.distrusting)
                && seesBehindGateways == that.seesBehindGateways
                && ejected.equals(that.ejected);
    }

    @Override
    public int hashCode() {
        return 31 * damage.conditions().hashCode() + network.hashCode() + (expired ? 1 : 0);
    }
}
