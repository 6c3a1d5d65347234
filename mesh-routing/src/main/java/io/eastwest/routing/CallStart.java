package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.RouteChoices;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ResolvedHost;
import io.eastwest.routing.view.ServiceTarget;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/**
 * How a call begins: all that follows from its caller, host and port.
 *
 * @param caller the pod that calls, or the gateway where a call from outside arrives
 * @param id its id
 * @param kind what meets the call first
 * @param connection the connection that it opens, or that arrives at the gateway
 * @param doubts what is uncertain about the address that it dials
 */
record CallStart(WorkloadInstance caller, String id, Kind kind, Connection connection, List<String> doubts) {
    /** What meets a call first. */
    enum Kind {
        /** The gateway where a call from outside arrives. */
        GATEWAY,

        /** The sidecar of the caller. */
        SIDECAR,

        /** The ztunnel of the caller's node. */
        ZTUNNEL,

        /** No proxy. */
        NOTHING
    }

    /**
     * Finds the caller and what it dials.
     *
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     */
    static CallStart of(MeshRouter router, Caller caller, String host, int port) {
        WorkloadInstance pod = router.mesh().workload(caller);
        String id = WorkloadNames.id(pod);
        if (caller.outside()) {
            Connection arriving = Connection.builder()
                    .destinationAddress(CallPath.address(pod))
                    .destinationPort(containerPort(router.mesh().view(pod.cluster()), id, port))
                    .build();
            return new CallStart(pod, id, Kind.GATEWAY, arriving, List.of());
        }
        Optional<ResolvedHost> resolved = router.mesh().resolved(id, host);
        List<String> addresses = resolved.map(ResolvedHost::addresses).orElse(List.of());
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("host \"" + host + "\" is not known to the DNS of " + id
                    + "; a call needs a Service, a ServiceEntry with an address, or an IP address");
        }
        Connection opened = Connection.builder()
                .sourceAddress(CallPath.address(pod))
                .destinationAddress(addresses.get(0))
                .destinationPort(port)
                .build();
        List<String> doubts = resolved.flatMap(answer -> router.mesh().doubt(id, answer)).stream()
                .toList();
        return new CallStart(pod, id, kind(pod), opened, doubts);
    }

    private static Kind kind(WorkloadInstance pod) {
        if (pod.sidecar()) {
            return Kind.SIDECAR;
        }
        return pod.tunnel() == TunnelProtocol.HBONE ? Kind.ZTUNNEL : Kind.NOTHING;
    }

    /** {@return the port of the gateway's pod behind the port of its Service that was called} */
    private static int containerPort(ControlPlaneView view, String id, int port) {
        return view.proxy(id, MeshProxy.Kind.ROUTER).stream()
                .flatMap(proxy -> view.serviceTargets(proxy).stream())
                .filter(target -> target.port().number() == port)
                .map(ServiceTarget::workloadPort)
                .findFirst()
                .orElse(port);
    }

    /** {@return the same for a client that speaks TLS itself, if it does} */
    CallStart in(Optional<TlsClientHello> tls) {
        return tls.isEmpty()
                ? this
                : new CallStart(
                        caller, id, kind, connection.toBuilder().tls(tls).build(), doubts);
    }

    /** {@return whether an Envoy meets the call first} */
    boolean atEnvoy() {
        return kind == Kind.GATEWAY || kind == Kind.SIDECAR;
    }

    /** {@return what the Envoy that meets the call first does with it} */
    ProxyAnswer ask(MeshRouter router, Optional<HttpRequest> request, Damage damage, TraceSink trace) {
        ProxyRouter proxy = router.proxy(id);
        DownEndpoints down = new DownEndpoints(damage, caller, router);
        return kind == Kind.GATEWAY
                ? proxy.gateway(connection, request, down, trace)
                : proxy.outbound(connection, request, down, trace);
    }

    /** {@return how requests of one kind choose a route at the first proxy} */
    RouteChoices choices(MeshRouter router, Optional<HttpRequest> request) {
        return atEnvoy()
                ? router.proxy(id)
                        .choices(kind == Kind.GATEWAY ? ProxyLeg.GATEWAY : ProxyLeg.OUTBOUND, connection, request)
                : RouteChoices.none();
    }
}
