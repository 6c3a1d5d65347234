package io.eastwest.routing;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpoint.NetworkGatewayHop;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions as the proxies of one network meet them. */
final class DownEndpoints implements EndpointConditions {
    private static final int DEFAULT_EJECTION_PERCENT = 10;

    private final Conditions conditions;
    private final String network;
    private final Function<String, Optional<WorkloadInstance>> workloads;

    /**
     * Makes the view of a network.
     *
     * @param conditions what is broken
     * @param network network of the proxy
     * @param workloads finds a workload by {@code <cluster>/<namespace>/<name>}
     */
    DownEndpoints(Conditions conditions, String network, Function<String, Optional<WorkloadInstance>> workloads) {
        this.conditions = conditions;
        this.network = network;
        this.workloads = workloads;
    }

    @Override
    public boolean isUnhealthy(LbEndpoint endpoint) {
        return isDown(endpoint);
    }

    /** Outlier detection ejects what is down, as many hosts as it may. */
    @Override
    public List<LbEndpoint> unhealthy(Cluster cluster, List<LbEndpoint> endpoints) {
        if (conditions.all().isEmpty() || cluster.outlierDetection().isEmpty()) {
            return List.of();
        }
        OutlierSettings outlier = cluster.outlierDetection().get();
        int percent = outlier.maxEjectionPercent().orElse(DEFAULT_EJECTION_PERCENT);
        long most = (long) endpoints.size() * percent / 100;
        return endpoints.stream().filter(this::isDown).limit(most).toList();
    }

    boolean isDown(LbEndpoint endpoint) {
        return conditions.all().stream().anyMatch(condition -> isDown(condition, endpoint));
    }

    private boolean isDown(Condition condition, LbEndpoint endpoint) {
        if (condition instanceof Condition.EndpointDown down) {
            return down.address().equals(endpoint.address());
        }
        return endpoint.gateway()
                .map(gateway -> isGatewayDown(condition, gateway))
                .orElseGet(() -> endpoint.owner()
                        .filter(owner -> isWorkloadDown(condition, owner))
                        .isPresent());
    }

    private boolean isGatewayDown(Condition condition, NetworkGatewayHop gateway) {
        if (condition instanceof Condition.ClusterDown down) {
            return down.cluster().equals(gateway.cluster());
        }
        if (condition instanceof Condition.GatewaysDown down) {
            return down.network().equals(gateway.network());
        }
        return condition instanceof Condition.LinkCut cut
                && (joins(cut, network, gateway.network()) || joins(cut, gateway.network(), network));
    }

    private static boolean joins(Condition.LinkCut cut, String one, String other) {
        return cut.one().equals(one) && cut.other().equals(other);
    }

    private boolean isWorkloadDown(Condition condition, String owner) {
        if (condition instanceof Condition.PodDown down) {
            return down.pod().equals(owner);
        }
        if (condition instanceof Condition.ClusterDown down) {
            return owner.startsWith(down.cluster() + "/");
        }
        if (condition instanceof Condition.WorkloadDown down) {
            return owner.startsWith(down.cluster() + "/" + down.namespace() + "/")
                    && workloads
                            .apply(owner)
                            .filter(pod -> WorkloadNames.names(down.workload(), pod))
                            .isPresent();
        }
        return condition instanceof Condition.LocalityDown down
                && workloads
                        .apply(owner)
                        .filter(pod -> (pod.locality() + "/").startsWith(down.locality() + "/"))
                        .isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DownEndpoints that
                && conditions.equals(that.conditions)
                && network.equals(that.network);
    }

    @Override
    public int hashCode() {
        return 31 * conditions.hashCode() + network.hashCode();
    }
}
