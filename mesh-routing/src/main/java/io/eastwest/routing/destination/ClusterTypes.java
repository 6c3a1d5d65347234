package io.eastwest.routing.destination;

import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.OptionalInt;

/**
 * How a cluster finds its endpoints. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:convertResolution} and
 * {@code cluster_builder.go:buildSubsetCluster}.
 */
public final class ClusterTypes {
    private static final String CONNECT_STRATEGY = "istio.io/connect-strategy";
    private static final String RACE = "RACE_FIRST_TCP_CONNECT";

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
            case DNS -> racesConnections(service) ? ClusterType.LOGICAL_DNS : ClusterType.STRICT_DNS;
            case DNS_ROUND_ROBIN -> ClusterType.LOGICAL_DNS;
            case PASSTHROUGH -> proxy == MeshProxy.Kind.ROUTER ? ClusterType.EDS : ClusterType.ORIGINAL_DST;
            case DYNAMIC_DNS ->
                service.hostname().startsWith("*") ? ClusterType.DYNAMIC_FORWARD_PROXY : ClusterType.EDS;
        };
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/service.go:GetDNSConnectStrategy}. */
    private static boolean racesConnections(MeshService service) {
        return service.registry() == Registry.EXTERNAL
                && service.annotations().getOrDefault(CONNECT_STRATEGY, "").equalsIgnoreCase(RACE);
    }

    /**
     * The port that takes the place of the one that was dialled: the target port of a ServiceEntry whose endpoints nobody
     * resolves. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster_builder.go:buildCluster}.
     *
     * @param target the cluster
     * @return the port; empty: none
     */
    static OptionalInt upstreamPort(TargetCluster target) {
        boolean written = target.service().registry() == Registry.EXTERNAL
                && target.service().resolution() == Resolution.PASSTHROUGH
                && !target.port().targetPort().isEmpty();
        return written && beforePolicy(target) == ClusterType.ORIGINAL_DST
                ? OptionalInt.of(Integer.parseInt(target.port().targetPort()))
                : OptionalInt.empty();
    }

    /**
     * The type under which endpoints are looked up when the cluster is made.
     *
     * @param target the cluster
     * @return its type, where a PASSTHROUGH of the whole cluster holds for subsets too
     */
    public static ClusterType beforePolicy(TargetCluster target) {
        ClusterType resolved = ofResolution(target.service(), target.proxy());
        ClusterType type =
                target.forwardsTls() && resolved == ClusterType.DYNAMIC_FORWARD_PROXY ? ClusterType.EDS : resolved;
        if (target.subset().isEmpty() || target.virtual()) {
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
