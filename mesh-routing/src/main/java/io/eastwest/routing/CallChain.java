package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.proxy.UpstreamRequest;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a call from proxy to proxy: the caller's sidecar, an east-west gateway where the endpoint is one, the sidecar of
 * the destination. Shares are multiplied along the way.
 */
final class CallChain {
    private static final String MESH_PROTOCOL = "istio";
    private static final String CONNECT_FAILURE = "UF";
    private static final String CLOSED = "UC";

    private final MeshRouter router;
    private final Call call;
    private final Conditions conditions;
    private final TraceSink trace;
    private final WorkloadInstance caller;
    private final CallEndings endings;

    CallChain(MeshRouter router, Call call, Conditions conditions, TraceSink trace) {
        this.router = router;
        this.call = call;
        this.conditions = conditions;
        this.trace = trace;
        this.caller = router.workload(call.caller());
        this.endings = new CallEndings(call, conditions);
    }

    Decision follow() {
        String id = WorkloadNames.id(caller);
        List<String> addresses = router.resolve(id, call.host());
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("host \"" + call.host() + "\" is not known to the DNS of " + id
                    + "; a call needs a Service, a ServiceEntry with an address, or an IP address");
        }
        Connection connection = Connection.builder()
                .sourceAddress(address(caller))
                .destinationAddress(addresses.get(0))
                .destinationPort(call.port())
                .build();
        enter(caller);
        ProxyAnswer first =
                router.proxy(id).outbound(connection, call.request(), router.endpoints(conditions, caller), trace);
        endings.note(first);
        first.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(endings::end);
        Hop client = new Hop(id, Hop.Kind.CLIENT_SIDECAR, "", "");
        for (TargetShare target : first.endpoints()) {
            toEndpoint(first, target, List.of(client));
        }
        return endings.decision(first);
    }

    private void enter(WorkloadInstance proxy) {
        if (trace instanceof StepRecorder recorder) {
            recorder.enter(proxy.cluster());
        }
    }

    private static String address(WorkloadInstance workload) {
        return workload.addresses().isEmpty() ? "" : workload.addresses().get(0);
    }

    private void toEndpoint(ProxyAnswer first, TargetShare target, List<Hop> hops) {
        LbEndpoint endpoint = target.endpoint();
        if (router.endpoints(conditions, caller).isDown(endpoint)) {
            endings.refuse(target.share(), CONNECT_FAILURE, "endpoint " + endpoint.address() + " does not answer");
            return;
        }
        Optional<Cluster> cluster = cluster(first, target.cluster());
        boolean mutual = cluster.filter(each -> isMutual(each, endpoint)).isPresent();
        Optional<UpstreamRequest> request = first.upstreamRequests().stream()
                .filter(each -> each.cluster().equals(target.cluster()))
                .findFirst();
        if (endpoint.gateway().isPresent()) {
            throughGateway(target, cluster, request, hops);
        } else {
            deliver(target.cluster(), endpoint, target.share(), mutual, request, hops);
        }
    }

    private static Optional<Cluster> cluster(ProxyAnswer answer, String name) {
        return answer.clusters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(ClusterShare::cluster);
    }

    private static boolean isMutual(Cluster cluster, LbEndpoint endpoint) {
        UpstreamTls.Mode mode = cluster.tls().mode();
        return mode == UpstreamTls.Mode.ISTIO_MUTUAL || (mode == UpstreamTls.Mode.AUTO && endpoint.mutualTls());
    }

    private void throughGateway(
            TargetShare target, Optional<Cluster> cluster, Optional<UpstreamRequest> request, List<Hop> hops) {
        LbEndpoint endpoint = target.endpoint();
        Optional<GatewayPods.Found> gateway = router.gatewayAt(endpoint.address());
        Optional<String> serverName = cluster.flatMap(each -> each.tls().sni());
        if (gateway.isEmpty() || serverName.isEmpty()) {
            endings.note(List.of("no pod of the mesh is behind the gateway " + endpoint.address()
                    + "; the call is followed no further than to it"));
            endings.answer(target.cluster(), endpoint.address(), endpoint, target.share(), hops);
            return;
        }
        WorkloadInstance pod = gateway.get().pod();
        Connection connection = Connection.builder()
                .sourceAddress(address(caller))
                .destinationAddress(address(pod))
                .destinationPort(gateway.get().port())
                .tls(new TlsClientHello(serverName, List.of(MESH_PROTOCOL)))
                .peer(peer())
                .build();
        DownEndpoints down = router.endpoints(conditions, pod);
        enter(pod);
        ProxyAnswer answer = router.proxy(WorkloadNames.id(pod)).gateway(connection, Optional.empty(), down, trace);
        endings.note(answer);
        for (Outcome outcome : answer.outcomes()) {
            if (outcome.kind() != Outcome.Kind.FORWARDED) {
                endings.refuse(
                        target.share().times(outcome.share()),
                        CLOSED,
                        "gateway " + WorkloadNames.id(pod) + " closes the connection: " + outcome.reason());
            }
        }
        List<Hop> further = append(
                hops, new Hop(WorkloadNames.id(pod), Hop.Kind.EAST_WEST_GATEWAY, endpoint.address(), "passed through"));
        for (TargetShare second : answer.endpoints()) {
            Share share = target.share().times(second.share());
            if (down.isDown(second.endpoint())) {
                endings.refuse(
                        share, CLOSED, "endpoint " + second.endpoint().address() + " does not answer its gateway");
            } else {
                deliver(target.cluster(), second.endpoint(), share, true, request, further);
            }
        }
    }

    private void deliver(
            String routedTo,
            LbEndpoint endpoint,
            Share share,
            boolean mutual,
            Optional<UpstreamRequest> request,
            List<Hop> hops) {
        Optional<WorkloadInstance> server =
                endpoint.owner().flatMap(owner -> router.workload(owner)).filter(WorkloadInstance::mutualTls);
        if (server.isEmpty()) {
            endings.answer(
                    routedTo,
                    endpoint.owner().orElse(endpoint.address()),
                    endpoint,
                    share,
                    append(
                            hops,
                            new Hop(
                                    endpoint.owner().orElse(endpoint.address()),
                                    Hop.Kind.APPLICATION,
                                    endpoint.address(),
                                    mutual ? "mutual TLS" : "plaintext")));
            return;
        }
        String owner = endpoint.owner().orElseThrow();
        Connection connection = Connection.builder()
                .sourceAddress(address(caller))
                .destinationAddress(address(server.get()))
                .destinationPort(port(endpoint.address()))
                .tls(
                        mutual
                                ? Optional.of(new TlsClientHello(Optional.empty(), List.of(MESH_PROTOCOL)))
                                : Optional.empty())
                .peer(mutual ? peer() : Optional.empty())
                .build();
        enter(server.get());
        ProxyAnswer answer = router.proxy(owner)
                .inbound(
                        connection, request.flatMap(this::arriving), router.endpoints(conditions, server.get()), trace);
        endings.note(answer);
        for (Outcome outcome : answer.outcomes()) {
            Share part = share.times(outcome.share());
            if (outcome.kind() == Outcome.Kind.FORWARDED) {
                endings.answer(
                        routedTo,
                        owner,
                        endpoint,
                        part,
                        append(
                                hops,
                                new Hop(
                                        owner,
                                        Hop.Kind.SERVER_SIDECAR,
                                        endpoint.address(),
                                        mutual ? "mutual TLS" : "plaintext")));
            } else {
                endings.endAtServer(outcome, part, owner);
            }
        }
    }

    private Optional<HttpRequest> arriving(UpstreamRequest request) {
        return call.request()
                .map(original -> original.toBuilder()
                        .method(request.method().orElse(original.method()))
                        .authority(request.authority().orElse(original.authority()))
                        .path(request.path().orElse(original.path()))
                        .headers(request.headers())
                        .build());
    }

    private Optional<Peer> peer() {
        String uri = caller.serviceAccount();
        return uri.startsWith("spiffe://") ? Optional.of(new Peer(uri.substring(9))) : Optional.empty();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static List<Hop> append(List<Hop> hops, Hop hop) {
        List<Hop> all = new ArrayList<>(hops);
        all.add(hop);
        return all;
    }
}
