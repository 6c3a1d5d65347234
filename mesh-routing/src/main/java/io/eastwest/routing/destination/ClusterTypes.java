package io.eastwest.routing.destination;

import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;

/**
 * How a cluster finds its endpoints. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:convertResolution} and
 * {@code cluster_builder.go:buildSubsetCluster}.
 */
public final class ClusterTypes {
    private ClusterTypes() {}

    /**
     * The type before any policy.
     *
     * @param service the service
     * @param proxy kind of the proxy
     * @return its type; that of an alias has no meaning
     */
    public static ClusterType ofResolution(MeshService service, MeshProxy.Kind proxy) {
        return switch (service.resolution()) {
            case CLIENT_SIDE, ALIAS -> ClusterType.EDS;
            case DNS -> ClusterType.STRICT_DNS;
            case DNS_ROUND_ROBIN -> ClusterType.LOGICAL_DNS;
            case PASSTHROUGH -> proxy == MeshProxy.Kind.ROUTER ? ClusterType.EDS : ClusterType.ORIGINAL_DST;
            case DYNAMIC_DNS ->
                service.hostname().startsWith("*") ? ClusterType.DYNAMIC_FORWARD_PROXY : ClusterType.EDS;
        };
    }

    /**
     * The type under which endpoints are looked up when the cluster is made.
     *
     * @param target the cluster
     * @return its type, where a PASSTHROUGH of the whole cluster holds for subsets too
     */
    public static ClusterType beforePolicy(TargetCluster target) {
        ClusterType type = ofResolution(target.service(), target.proxy());
        if (target.subset().isEmpty()) {
            return type;
        }
        boolean whole =
                EffectivePolicy.of(target.rule(), target.port().number(), "").isPassthrough();
        return whole || ServiceMutualTls.isPassthrough(target.writtenPolicy()) ? ClusterType.ORIGINAL_DST : type;
    }

    /**
     * The type as sent.
     *
     * @param target the cluster
     * @return its type
     */
    public static ClusterType of(TargetCluster target) {
        ClusterType type = beforePolicy(target);
        boolean fixed = type == ClusterType.DYNAMIC_FORWARD_PROXY;
        return !fixed && target.policy().isPassthrough() ? ClusterType.ORIGINAL_DST : type;
    }
}
