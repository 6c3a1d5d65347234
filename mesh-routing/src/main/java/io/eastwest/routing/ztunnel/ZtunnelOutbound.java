package io.eastwest.routing.ztunnel;

import io.eastwest.routing.ambient.AmbientEndpoint;
import io.eastwest.routing.ambient.AmbientGateway;
import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.EndpointChoice;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.TunnelProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a ztunnel sends a connection that its workload opens. Mirrors ztunnel 1.30.3 {@code
 * src/proxy/outbound.rs:build_request, build_request_through_gateway}.
 */
final class ZtunnelOutbound {
    private static final int HBONE = 15008;
    private static final List<Integer> OWN_PORTS = List.of(15001, 15006, HBONE, 15080);
    private static final String SCHEME = "spiffe://";

    private final AmbientIndex index;
    private final AmbientWorkload source;
    private final Connection connection;
    private final TraceSink trace;
    private final List<TunnelTarget> targets = new ArrayList<>();
    private final List<Outcome> refused = new ArrayList<>();
    private final Set<String> findings = new LinkedHashSet<>();

    ZtunnelOutbound(AmbientIndex index, AmbientWorkload source, Connection connection, TraceSink trace) {
        this.index = index;
        this.source = source;
        this.connection = connection;
        this.trace = trace;
    }

    ZtunnelAnswer answer() {
        findings.addAll(index.findings());
        String address = connection.destinationAddress();
        boolean loopback = address.startsWith("127.") || address.equals("::1");
        if (loopback && OWN_PORTS.contains(connection.destinationPort())) {
            return Answers.refused(Reason.NO_LISTENER, "attempted recursive call to self");
        }
        Optional<AmbientWorkload> workload = index.workloadByAddress(address);
        Optional<AmbientService> service =
                workload.isPresent() ? Optional.empty() : index.serviceByAddress(address, source.namespace());
        if (service.isPresent()) {
            toService(service.get());
        } else if (workload.isPresent()) {
            toWorkload(workload.get());
        } else {
            passThrough(Optional.empty(), "no service or workload has the address");
        }
        return result();
    }

    private ZtunnelAnswer result() {
        Share sent = Share.sum(targets.stream().map(TunnelTarget::share).toList());
        ZtunnelAnswerBuilder answer =
                ZtunnelAnswer.builder().addAllTargets(targets).addAllFindings(findings);
        if (!sent.isZero()) {
            answer.addOutcome(Answers.forwarded(sent));
        }
        return answer.addAllOutcomes(refused).build();
    }

    private void toService(AmbientService service) {
        Optional<Origin> origin = Optional.of(new Origin(service.service().resource(), ""));
        step(TraceStep.Stage.CLUSTER, true, service.service().hostname(), origin, "virtual address");
        service.waypointProblem()
                .ifPresent(
                        problem -> findings.add("WARNING " + service.service().resource() + ": " + problem
                                + "; calls pass it by, and its policies and routes with it WAYPOINT_NOT_USED"));
        if (service.waypoint().isPresent()) {
            toWaypoint(service.waypoint().get(), Optional.of(service));
            return;
        }
        if (service.choice().mode() == EndpointChoice.Mode.PASSTHROUGH) {
            passThrough(Optional.of(service), "resolution NONE");
            return;
        }
        List<EndpointPick.Picked> picked = EndpointPick.of(service, connection.destinationPort(), source, trace);
        if (picked.isEmpty()) {
            refuse(Reason.NO_HEALTHY_UPSTREAM, "no healthy upstream: " + dialled());
        }
        for (EndpointPick.Picked each : picked) {
            toEndpoint(service, each);
        }
    }

    private String dialled() {
        return joined(connection.destinationAddress(), connection.destinationPort());
    }

    private static String joined(String address, int port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }

    private void toEndpoint(AmbientService service, EndpointPick.Picked picked) {
        AmbientEndpoint endpoint = picked.endpoint();
        AmbientWorkload workload = endpoint.workload();
        if (!workload.network().equals(source.network())) {
            throughGateway(service, Optional.empty(), workload, expected(service, Optional.empty()), picked.share());
            return;
        }
        direct(
                Optional.of(service),
                workload,
                endpoint.address(),
                picked.port(),
                expected(service, workload.principal()),
                picked.share());
    }

    private static List<String> expected(AmbientService service, Optional<String> own) {
        Set<String> expected = new LinkedHashSet<>();
        service.service().subjectAltNames().stream()
                .filter(name -> name.startsWith(SCHEME))
                .map(name -> name.substring(SCHEME.length()))
                .forEach(expected::add);
        expected.addAll(service.remotePrincipals());
        own.ifPresent(expected::add);
        return List.copyOf(expected);
    }

    private void direct(
            Optional<AmbientService> service,
            AmbientWorkload workload,
            String address,
            int port,
            List<String> expected,
            Share share) {
        boolean tunnel = workload.tunnel() != TunnelProtocol.NONE;
        String target = joined(address, port);
        step(TraceStep.Stage.ENDPOINT, true, workload.id(), Optional.empty(), "share " + share);
        targets.add(TunnelTarget.builder()
                .protocol(tunnel ? TunnelTarget.Protocol.HBONE : TunnelTarget.Protocol.PLAINTEXT)
                .address(tunnel ? joined(address, HBONE) : target)
                .authority(tunnel ? Optional.of(target) : Optional.empty())
                .workload(workload)
                .service(service)
                .addAllExpected(tunnel ? expected : List.of())
                .share(share)
                .build());
    }

    private void toWorkload(AmbientWorkload workload) {
        step(TraceStep.Stage.CLUSTER, true, workload.id(), Optional.empty(), "address of the workload");
        workload.waypointProblem()
                .ifPresent(problem -> findings.add("WARNING workload " + workload.id() + ": " + problem
                        + "; calls pass it by, and its policies and routes with it WAYPOINT_NOT_USED"));
        Optional<Waypoint> waypoint = workload.waypoint()
                .filter(each -> source.principal()
                        .filter(own -> each.principals().contains(own))
                        .isEmpty());
        if (waypoint.isPresent()) {
            toWaypoint(waypoint.get(), Optional.empty());
            return;
        }
        direct(
                Optional.empty(),
                workload,
                connection.destinationAddress(),
                connection.destinationPort(),
                workload.principal().map(List::of).orElseGet(List::of),
                Share.ONE);
    }

    private void toWaypoint(Waypoint waypoint, Optional<AmbientService> service) {
        Optional<AmbientService> own = waypoint.hostname()
                .flatMap(name -> index.serviceByHostname(name, waypoint.namespace()))
                .or(() -> waypoint.address().flatMap(address -> index.serviceByAddress(address, waypoint.namespace())));
        Optional<Origin> origin = Optional.of(new Origin(waypoint.resource(), ""));
        step(TraceStep.Stage.CLUSTER, true, waypoint.namespace() + "/" + waypoint.name(), origin, "waypoint");
        List<EndpointPick.Picked> picked = own.map(each -> EndpointPick.of(each, Waypoint.HBONE_PORT, source, trace))
                .orElse(List.of());
        if (picked.isEmpty()) {
            refuse(
                    Reason.NO_HEALTHY_UPSTREAM,
                    "unknown waypoint: " + waypoint.namespace() + "/" + waypoint.name() + " has no pod that is ready");
            return;
        }
        for (EndpointPick.Picked each : picked) {
            AmbientWorkload pod = each.endpoint().workload();
            if (!pod.network().equals(source.network())) {
                List<String> inner = expected(own.orElseThrow(), Optional.empty());
                service.ifPresentOrElse(
                        called -> throughGateway(called, Optional.of(waypoint), pod, inner, each.share()),
                        () -> refuse(Reason.OTHER, "a waypoint in another network serves no workloads"));
            } else {
                step(TraceStep.Stage.ENDPOINT, true, pod.id(), origin, "share " + each.share());
                targets.add(TunnelTarget.builder()
                        .protocol(TunnelTarget.Protocol.HBONE)
                        .address(joined(each.endpoint().address(), each.port()))
                        .authority(dialled())
                        .workload(pod)
                        .waypoint(waypoint)
                        .service(service)
                        .addAllExpected(expected(own.orElseThrow(), pod.principal()))
                        .share(each.share())
                        .build());
            }
        }
    }

    private void throughGateway(
            AmbientService service,
            Optional<Waypoint> waypoint,
            AmbientWorkload standIn,
            List<String> inner,
            Share share) {
        if (standIn.gateway().isEmpty()) {
            refused.add(Answers.closed(
                    Reason.UPSTREAM_CONNECT_FAILED, "no gateway for network " + standIn.network(), share));
            return;
        }
        AmbientGateway gateway = standIn.gateway().get();
        step(TraceStep.Stage.ENDPOINT, true, gateway.name(), Optional.empty(), "share " + share);
        targets.add(TunnelTarget.builder()
                .protocol(TunnelTarget.Protocol.DOUBLE_HBONE)
                .address(joined(gateway.address(), gateway.port()))
                .authority(service.service().hostname() + ":" + connection.destinationPort())
                .workload(standIn)
                .waypoint(waypoint)
                .service(service)
                .addExpected(gateway.principal())
                .addAllInnerExpected(inner)
                .share(share)
                .build());
    }

    private void passThrough(Optional<AmbientService> service, String why) {
        step(TraceStep.Stage.ENDPOINT, true, dialled(), Optional.empty(), why);
        targets.add(TunnelTarget.builder()
                .protocol(TunnelTarget.Protocol.PLAINTEXT)
                .address(dialled())
                .service(service)
                .share(Share.ONE)
                .build());
    }

    private void refuse(Reason reason, String detail) {
        step(TraceStep.Stage.ENDPOINT, false, dialled(), Optional.empty(), detail);
        refused.add(Answers.closed(reason, detail, Share.ONE));
    }

    private void step(TraceStep.Stage stage, boolean taken, String candidate, Optional<Origin> origin, String why) {
        Answers.step(trace, stage, taken, candidate, origin, () -> why);
    }
}
