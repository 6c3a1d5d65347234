package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/**
 * Gateways behind which nothing answers. A client cannot tell that from a gateway that is down: each connection to it fails before
 * the handshake is over. Gateways of ambient mode are not looked through.
 */
final class GatewayDeadEnds {
    private final Damage damage;
    private final MeshRouter router;
    private final String distrusting;

    /**
     * Looks through gateways.
     *
     * @param damage what is broken
     * @param router the mesh
     * @param distrusting cluster of the client if not all clusters of the mesh trust each other, else empty
     */
    GatewayDeadEnds(Damage damage, MeshRouter router, String distrusting) {
        this.damage = damage;
        this.router = router;
        this.distrusting = distrusting;
    }

    /**
     * {@return whether the gateway at an endpoint reaches nothing that answers}
     *
     * @param cluster cluster of the client, whose SNI the gateway follows
     * @param endpoint endpoint of the cluster
     */
    boolean leadsNowhere(Cluster cluster, LbEndpoint endpoint) {
        if (endpoint.gateway().isEmpty() || endpoint.tunnel()) {
            return false;
        }
        ClientTls tls = ClientTls.of(cluster.tls(), endpoint, false);
        List<GatewayPods.Found> gateways = router.mesh().gatewaysAt(endpoint.address());
        return !gateways.isEmpty() && gateways.stream().noneMatch(gateway -> reachesAny(gateway, tls));
    }

    private boolean reachesAny(GatewayPods.Found gateway, ClientTls tls) {
        WorkloadInstance pod = gateway.pod();
        if (damage.isDown(pod)) {
            return false;
        }
        DownEndpoints down = DownEndpoints.atGateway(damage, pod, router);
        Connection connection = Connection.builder()
                .destinationAddress(CallPath.address(pod))
                .destinationPort(gateway.port())
                .tls(tls.hello())
                .build();
        ProxyAnswer answer =
                router.proxy(WorkloadNames.id(pod)).gateway(connection, Optional.empty(), down, TraceSink.NONE);
        return answer.endpoints().stream().map(TargetShare::endpoint).anyMatch(target -> answers(target, down));
    }

    private boolean answers(LbEndpoint target, DownEndpoints down) {
        return !down.isDown(target) && target.owner().filter(this::refuses).isEmpty();
    }

    private boolean refuses(String owner) {
        return damage.expired().contains(owner)
                || (!distrusting.isEmpty()
                        && CertificateChecks.areStrangers(router.mesh().trust(), distrusting, owner));
    }
}
