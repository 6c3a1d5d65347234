package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.destination.FixedClusters;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.DialledService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/** A call on its way from an Envoy to the endpoints that it chose. */
final class EnvoyLeg {
    private static final String SERVED = "inbound-vip";

    private final CallPath path;
    private final EastWestLeg.Source source;
    private final ServerLeg servers;

    EnvoyLeg(CallPath path, EastWestLeg.Source source) {
        this.path = path;
        this.source = source;
        this.servers = new ServerLeg(path);
    }

    /**
     * Follows every share.
     *
     * @param answer what the proxy does
     * @param proxy the proxy
     * @param arrival the call as it leaves the proxy, with its certificate and address
     */
    void onward(ProxyAnswer answer, WorkloadInstance proxy, Arrival arrival) {
        follow(answer, proxy, arrival, false);
    }

    /** Follows every share of a proxy after the one that chose the service. */
    void further(ProxyAnswer answer, WorkloadInstance proxy, Arrival arrival) {
        follow(answer, proxy, arrival, true);
    }

    private void follow(ProxyAnswer answer, WorkloadInstance proxy, Arrival arrival, boolean chosen) {
        CallEvents events = path.endings().events();
        CallEvents.Mark start = events.mark();
        Optional<RetryPolicy> policy = RetriedTargets.policy(answer);
        if (policy.isPresent()) {
            new RetriedTargets(path, answer, proxy, policy.get(), arrival)
                    .follow((target, share) -> toTarget(answer, target, proxy, arrival.of(share), chosen));
        } else {
            answer.endpoints().forEach(target -> toTarget(answer, target, proxy, arrival.of(target.share()), chosen));
        }
        if (answer.routeConfiguration().isPresent()) {
            events.respond(start);
        }
    }

    private void toTarget(
            ProxyAnswer answer, TargetShare target, WorkloadInstance proxy, Arrival arrival, boolean chosen) {
        Arrival part = arrival.routedTo(chosen ? arrival.routedTo() : routedTo(target.cluster(), arrival));
        Arrival sent = part.tls().isPresent()
                ? part
                : part.request(arrival.request()
                        .flatMap(request -> answer.upstreamRequests().stream()
                                .filter(each -> each.cluster().equals(target.cluster()))
                                .findFirst()
                                .map(upstream -> Arrival.arriving(request, upstream))));
        toEndpoint(answer, target, proxy, sent);
    }

    /** {@return the cluster in the form of a sidecar} */
    private static String routedTo(String cluster, Arrival arrival) {
        if (cluster.equals(FixedClusters.ENCAPSULATION)) {
            return arrival.routedTo();
        }
        SubsetKey key = SubsetKey.parse(cluster);
        if (!key.direction().equals(SERVED)) {
            return cluster;
        }
        int slash = key.subset().indexOf('/');
        return SubsetKey.outbound(key.port(), slash < 0 ? "" : key.subset().substring(slash + 1), key.host())
                .clusterName();
    }

    private void toEndpoint(ProxyAnswer answer, TargetShare target, WorkloadInstance proxy, Arrival arrival) {
        LbEndpoint chosen =
                target.cluster().equals(FixedClusters.ENCAPSULATION) ? dialled(target, proxy) : target.endpoint();
        Optional<Cluster> cluster = answer.clusters().stream()
                .filter(each -> each.name().equals(target.cluster()))
                .findFirst()
                .flatMap(ClusterShare::cluster);
        boolean original =
                cluster.filter(each -> each.type() == ClusterType.ORIGINAL_DST).isPresent();
        Optional<DialledService> dialled =
                original ? DialledService.of(path.mesh().view(proxy.cluster()), proxy, chosen) : Optional.empty();
        if (dialled.isPresent()) {
            toPods(answer, target, proxy, arrival, dialled.get());
            return;
        }
        LbEndpoint endpoint = original ? pod(chosen, proxy) : chosen;
        UpstreamTls settings = cluster.map(Cluster::tls).orElseGet(UpstreamTls::none);
        ClientTls tls =
                ClientTls.of(settings, endpoint, answer.routeConfiguration().isPresent());
        if (servers.isDown(endpoint, proxy, arrival)) {
            return;
        }
        Optional<String> missing = path.mesh().missingCredential(proxy, settings);
        if (missing.isPresent()) {
            new ServerEndings(path).failHandshake(missing.get(), arrival);
            return;
        }
        ExpectedPeer any = ExpectedPeer.anyOf(path.mesh().trustDomains(proxy.cluster()));
        if (endpoint.tunnel() && endpoint.gateway().isPresent()) {
            new EastWestLeg(path, source)
                    .enter(endpoint, endpoint.tunnelTarget().orElseThrow(), any, any, arrival);
        } else if (endpoint.tunnelTarget().isPresent()) {
            String called = endpoint.tunnelTarget().get();
            int colon = called.lastIndexOf(':');
            String address = called.substring(0, colon).replace("[", "").replace("]", "");
            new WaypointLeg(path).enter(endpoint, address, Integer.parseInt(called.substring(colon + 1)), any, arrival);
        } else if (endpoint.tunnel()) {
            servers.tunnel(endpoint, endpoint.address(), any, arrival);
        } else if (endpoint.gateway().isPresent()) {
            new GatewayLeg(path, servers).through(endpoint, tls, arrival);
        } else {
            servers.receive(endpoint, tls, arrival);
        }
    }

    /** The address that was dialled is that of a Service: Kubernetes chooses a pod of the own cluster. */
    private void toPods(
            ProxyAnswer answer, TargetShare target, WorkloadInstance proxy, Arrival arrival, DialledService dialled) {
        List<ServiceEndpoint> ready = dialled.ready();
        if (ready.isEmpty()) {
            path.endings()
                    .refuse(
                            arrival.share(),
                            ServerLeg.CONNECT_FAILURE,
                            dialled.service().resource() + " has no ready pod");
        }
        for (ServiceEndpoint pod : ready) {
            Share share = arrival.share().times(Share.of(1, ready.size()));
            String address = pod.address().indexOf(':') < 0 ? pod.address() : "[" + pod.address() + "]";
            LbEndpoint endpoint = target.endpoint().toBuilder()
                    .address(address + ":" + pod.port())
                    .owner(pod.owner())
                    .build();
            toEndpoint(
                    answer,
                    new TargetShare(target.cluster(), endpoint, target.priority(), share),
                    proxy,
                    arrival.of(share));
        }
    }

    /** {@return what a proxy dials because it was dialled, with the workload that has the address} */
    private LbEndpoint pod(LbEndpoint endpoint, WorkloadInstance proxy) {
        return DialledService.pod(path.mesh().view(proxy.cluster()), proxy, endpoint)
                .map(pod -> endpoint.toBuilder().owner(WorkloadNames.id(pod)).build())
                .orElse(endpoint);
    }

    /** {@return the workload whose address was called} */
    private LbEndpoint dialled(TargetShare target, WorkloadInstance proxy) {
        String address = target.endpoint().address();
        String ip =
                address.substring(0, address.lastIndexOf(':')).replace("[", "").replace("]", "");
        return LbEndpoint.builder()
                .address(address)
                .mutualTls(false)
                .tunnel(true)
                .owner(path.mesh().view(proxy.cluster()).workloadByAddress(ip).map(WorkloadNames::id))
                .build();
    }
}
