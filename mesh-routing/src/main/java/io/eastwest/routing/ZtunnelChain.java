package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.ztunnel.TunnelTarget;
import io.eastwest.routing.ztunnel.ZtunnelAnswer;
import java.util.ArrayList;
import java.util.List;

/** Follows a call from the ztunnel of the caller on. */
final class ZtunnelChain {
    private static final String PASSTHROUGH = "PassthroughCluster";

    private final CallPath path;
    private final ServerLeg servers;
    private final WaypointLeg waypoints;

    ZtunnelChain(CallPath path) {
        this.path = path;
        this.servers = new ServerLeg(path);
        this.waypoints = new WaypointLeg(path);
    }

    Decision follow(Connection connection) {
        String id = WorkloadNames.id(path.caller());
        ZtunnelAnswer answer = path.mesh().ztunnel(id).outbound(connection, path.trace());
        path.endings().note(answer.findings());
        path.endings().unmodelled(path.mesh().unmodelledAtZtunnel(path.caller(), ProxyLeg.OUTBOUND, connection));
        answer.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(path.endings()::end);
        Arrival start = Arrival.from(path, List.of(new Hop(id, Hop.Kind.CLIENT_ZTUNNEL, "", "")));
        List<TargetShare> shares = new ArrayList<>();
        for (TunnelTarget target : answer.targets()) {
            String routedTo = routedTo(target, connection);
            shares.add(new TargetShare(routedTo, endpoint(target), 0, target.share()));
            toTarget(target, connection, start.of(target.share()).routedTo(routedTo));
        }
        return path.endings()
                .decision(ProxyAnswer.builder()
                        .listener("ztunnel outbound")
                        .addAllOutcomes(answer.outcomes())
                        .addAllEndpoints(shares)
                        .addAllFindings(answer.findings())
                        .build());
    }

    private static String routedTo(TunnelTarget target, Connection connection) {
        return target.service()
                .map(service -> SubsetKey.outbound(
                                connection.destinationPort(),
                                "",
                                service.service().hostname())
                        .clusterName())
                .orElse(PASSTHROUGH);
    }

    /** {@return the target as an endpoint: the workload's own address where one is chosen} */
    private static LbEndpoint endpoint(TunnelTarget target) {
        boolean direct = target.waypoint().isEmpty() && target.protocol() == TunnelTarget.Protocol.HBONE;
        return LbEndpoint.builder()
                .address(direct ? target.authority().orElse(target.address()) : target.address())
                .mutualTls(false)
                .owner(target.workload()
                        .filter(workload -> workload.gateway().isEmpty())
                        .map(workload -> workload.id()))
                .gateway(target.workload()
                        .flatMap(workload -> workload.gateway())
                        .map(gateway -> new LbEndpoint.NetworkGatewayHop(gateway.network(), gateway.cluster())))
                .build();
    }

    private void toTarget(TunnelTarget target, Connection connection, Arrival arrival) {
        LbEndpoint endpoint = endpoint(target);
        if (servers.isDown(endpoint, path.caller(), arrival)) {
            return;
        }
        switch (target.protocol()) {
            case PLAINTEXT -> servers.plaintext(endpoint, arrival.anonymous());
            case HBONE -> {
                ExpectedPeer expected = ExpectedPeer.oneOf(target.expected());
                if (target.waypoint().isPresent()) {
                    waypoints.enter(
                            endpoint, connection.destinationAddress(), connection.destinationPort(), expected, arrival);
                } else {
                    servers.tunnel(endpoint, target.authority().orElseThrow(), expected, arrival);
                }
            }
            case DOUBLE_HBONE ->
                new EastWestLeg(path, EastWestLeg.Source.ZTUNNEL)
                        .enter(
                                endpoint,
                                target.authority().orElseThrow(),
                                ExpectedPeer.oneOf(target.expected()),
                                ExpectedPeer.oneOf(target.innerExpected()),
                                arrival);
        }
    }
}
