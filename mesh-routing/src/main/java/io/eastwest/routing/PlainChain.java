package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.DialledService;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TrafficDistribution;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a call of a workload without any proxy: Kubernetes chooses a ready pod of the own cluster, each as likely. */
final class PlainChain {
    private static final String PASSTHROUGH = "PassthroughCluster";

    private final CallPath path;
    private final WorkloadInstance caller;
    private final ServerLeg servers;
    private final List<TargetShare> targets = new ArrayList<>();

    PlainChain(CallPath path) {
        this.path = path;
        this.caller = path.caller();
        this.servers = new ServerLeg(path);
    }

    Decision follow(Connection connection) {
        ControlPlaneView view = path.mesh().view(caller.cluster());
        DialledService.of(view, caller, connection.destinationAddress(), connection.destinationPort())
                .ifPresentOrElse(each -> toService(each, connection), () -> toAddress(view, connection));
        Share sent = Share.sum(targets.stream().map(TargetShare::share).toList());
        ProxyAnswer none = ProxyAnswer.builder()
                .addOutcome(outcome(sent))
                .addAllEndpoints(targets)
                .build();
        if (sent.isZero()) {
            path.endings().end(none.outcome());
        }
        return path.endings().decision(none);
    }

    private static Outcome outcome(Share sent) {
        boolean sends = !sent.isZero();
        return Outcome.builder()
                .kind(sends ? Outcome.Kind.FORWARDED : Outcome.Kind.REFUSED)
                .share(Share.ONE)
                .reason(sends ? Reason.FORWARDED : Reason.UPSTREAM_CONNECT_FAILED)
                .detail(sends ? "" : "the Service has no ready pod")
                .closed(!sends)
                .build();
    }

    private void toService(DialledService dialled, Connection connection) {
        MeshService service = dialled.service();
        List<ServiceEndpoint> ready = dialled.ready();
        if (service.trafficDistribution() != TrafficDistribution.ANY) {
            path.endings()
                    .note(
                            List.of(
                                    "NOT_MODELLED " + service.resource()
                                            + ": the caller has no proxy, and Kubernetes prefers near pods; each ready pod is taken as likely"));
        }
        String routedTo = SubsetKey.outbound(connection.destinationPort(), "", service.hostname())
                .clusterName();
        for (ServiceEndpoint endpoint : ready) {
            send(routedTo, joined(endpoint.address(), endpoint.port()), endpoint.owner(), Share.of(1, ready.size()));
        }
    }

    private void toAddress(ControlPlaneView view, Connection connection) {
        Optional<String> owner =
                view.workloadByAddress(connection.destinationAddress()).map(WorkloadNames::id);
        send(PASSTHROUGH, joined(connection.destinationAddress(), connection.destinationPort()), owner, Share.ONE);
    }

    private static String joined(String address, int port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }

    private void send(String routedTo, String address, Optional<String> owner, Share share) {
        LbEndpoint endpoint = LbEndpoint.builder()
                .address(address)
                .mutualTls(false)
                .owner(owner)
                .build();
        targets.add(new TargetShare(routedTo, endpoint, 0, share));
        Hop start = new Hop(WorkloadNames.id(caller), Hop.Kind.CLIENT_APPLICATION, "", "");
        Arrival arrival =
                Arrival.from(path, List.of(start)).of(share).routedTo(routedTo).anonymous();
        if (!servers.isDown(endpoint, caller, arrival)) {
            servers.plaintext(endpoint, arrival);
        }
    }
}
