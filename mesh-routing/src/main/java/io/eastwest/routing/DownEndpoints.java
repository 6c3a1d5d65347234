package io.eastwest.routing;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpoint.NetworkGatewayHop;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions as a proxy meets them. Proxies of one network whose certificates are alike meet the same. */
final class DownEndpoints implements EndpointConditions {
    private static final int DEFAULT_EJECTION_PERCENT = 10;
    private static final int WHOLE = 100;

    private final Damage damage;
    private final String network;
    private final boolean expired;
    private final MeshRouter router;

    /**
     * Makes the view of a proxy.
     *
     * @param damage what is broken
     * @param proxy the proxy
     * @param router finds workloads and the pods behind gateways
     */
    DownEndpoints(Damage damage, WorkloadInstance proxy, MeshRouter router) {
        this.damage = damage;
        this.network = proxy.network();
        this.expired = damage.expired().contains(WorkloadNames.id(proxy));
        this.router = router;
    }

    @Override
    public boolean isUnhealthy(LbEndpoint endpoint) {
        return isDown(endpoint);
    }

    /** Outlier detection ejects what fails, as many hosts as it may. */
    @Override
    public List<LbEndpoint> unhealthy(Cluster cluster, List<LbEndpoint> endpoints) {
        if (damage.conditions().all().isEmpty() || cluster.outlierDetection().isEmpty()) {
            return List.of();
        }
        OutlierSettings outlier = cluster.outlierDetection().get();
        int percent = outlier.maxEjectionPercent().orElse(DEFAULT_EJECTION_PERCENT);
        long most = (long) endpoints.size() * percent / WHOLE;
        return endpoints.stream()
                .filter(endpoint -> isDown(endpoint) || isRefused(cluster, endpoint))
                .limit(most)
                .toList();
    }

    /** {@return whether a handshake fails because a certificate has expired, the proxy's or that of the endpoint} */
    private boolean isRefused(Cluster cluster, LbEndpoint endpoint) {
        if (damage.expired().isEmpty()) {
            return false;
        }
        boolean secured = endpoint.tunnel()
                || ClientTls.of(cluster.tls(), endpoint, false).kind() == ClientTls.Kind.MESH;
        return secured
                && (expired
                        || endpoint.owner()
                                .filter(owner -> damage.expired().contains(owner))
                                .isPresent());
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
        List<GatewayPods.Found> pods = router.gatewaysAt(endpoint.address());
        return pods.isEmpty()
                ? damage.lostClusters().contains(gateway.cluster())
                : pods.stream().allMatch(found -> damage.isDown(found.pod()));
    }

    private boolean isWorkloadDown(String owner) {
        return damage.down().contains(owner)
                || (!damage.cuts().isEmpty()
                        && router.workload(owner)
                                .filter(pod -> damage.isCut(network, pod.network()))
                                .isPresent());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DownEndpoints that
                && damage.conditions().equals(that.damage.conditions())
                && network.equals(that.network)
                && expired == that.expired;
    }

    @Override
    public int hashCode() {
        return 31 * damage.conditions().hashCode() + network.hashCode() + (expired ? 1 : 0);
    }
}
