package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TcpRule;
import io.eastwest.routing.rules.TlsRule;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshProxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells which tls and tcp matches of one VirtualService become filter chains of a sidecar on one port, and why not the others. */
final class ChainRuleSteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.VIRTUAL_SERVICE;

    private final TraceSink trace;
    private final MeshVirtualService virtualService;
    private final MeshProxy proxy;
    private final int port;
    private boolean taken;

    ChainRuleSteps(VirtualServiceTrace trace, MeshVirtualService virtualService, MeshProxy proxy, int port) {
        this.trace = trace.sink(virtualService);
        this.virtualService = virtualService;
        this.proxy = proxy;
        this.port = port;
    }

    boolean isRecording() {
        return trace.isRecording();
    }

    /**
     * Tells of a match of a tls rule.
     *
     * @param handled names and subnets of the matches before it
     */
    void tls(TlsRule rule, TlsMatchAttributes match, Set<List<List<String>>> handled) {
        if (isRecording()) {
            String path = rule.origin().path() + ".match[" + rule.rule().match().indexOf(match) + "]";
            boolean repeated = handled.contains(List.of(match.sniHosts(), match.destinationSubnets()));
            tell(
                    new Origin(rule.origin().resource(), path),
                    "SNI " + match.sniHosts(),
                    obstacle(match, proxy, port)
                            .or(() -> repeated
                                    ? Optional.of(new Mismatch("a match before it has the same sniHosts", "", ""))
                                    : Optional.empty()));
        }
    }

    /**
     * Tells of a tcp rule.
     *
     * @param complete whether a rule before it takes every connection
     */
    void tcp(TcpRule rule, boolean complete) {
        if (!isRecording()) {
            return;
        }
        List<L4MatchAttributes> matches = rule.rule().match();
        if (complete || matches.isEmpty()) {
            tell(
                    rule.origin(),
                    "every connection",
                    complete
                            ? Optional.of(new Mismatch("a rule before it takes every connection", "", ""))
                            : Optional.empty());
            return;
        }
        for (int i = 0; i < matches.size(); i++) {
            L4MatchAttributes match = matches.get(i);
            String what = match.destinationSubnets().isEmpty()
                    ? "every connection"
                    : "destinations " + match.destinationSubnets();
            tell(
                    new Origin(rule.origin().resource(), rule.origin().path() + ".match[" + i + "]"),
                    what,
                    obstacle(match, proxy, port));
        }
    }

    private void tell(Origin origin, String what, Optional<Mismatch> obstacle) {
        taken |= obstacle.isEmpty();
        obstacle.ifPresentOrElse(
                why -> trace.left(STAGE, origin.path(), why, Optional.of(origin.resource()), origin.path()),
                () -> trace.taken(STAGE, origin.path(), what, Optional.of(origin.resource()), origin.path()));
    }

    /** Tells that the VirtualService has no such rule here. */
    void end(String kind) {
        if (isRecording() && !taken) {
            trace.left(
                    STAGE,
                    virtualService.resource().toString(),
                    new Mismatch(kind, "a rule for this proxy and port " + port, "none"),
                    Optional.of(virtualService.resource()),
                    "");
        }
    }

    /** {@return why a match is not for a sidecar and port; empty: it is} */
    static Optional<Mismatch> obstacle(TlsMatchAttributes match, MeshProxy proxy, int port) {
        return obstacle(
                match.gateways(),
                match.port().orElse(0),
                match.sourceLabels(),
                match.sourceNamespace().orElse(""),
                proxy,
                port);
    }

    /** {@return why a match is not for a sidecar and port; empty: it is} */
    static Optional<Mismatch> obstacle(L4MatchAttributes match, MeshProxy proxy, int port) {
        return obstacle(
                match.gateways(),
                match.port().orElse(0),
                match.sourceLabels(),
                match.sourceNamespace().orElse(""),
                proxy,
                port);
    }

    private static Optional<Mismatch> obstacle(
            List<String> gateways,
            int matchPort,
            Map<String, String> labels,
            String namespace,
            MeshProxy proxy,
            int port) {
        if (!gateways.isEmpty() && !gateways.contains(VirtualServiceSpec.MESH_GATEWAY)) {
            return Optional.of(new Mismatch(
                    "gateways",
                    "one of " + gateways,
                    List.of(VirtualServiceSpec.MESH_GATEWAY).toString()));
        }
        if (matchPort != 0 && matchPort != port) {
            return Optional.of(new Mismatch("port", Integer.toString(matchPort), Integer.toString(port)));
        }
        if (!proxy.labels().entrySet().containsAll(labels.entrySet())) {
            TreeMap<String, String> own = new TreeMap<>(proxy.labels());
            own.keySet().retainAll(labels.keySet());
            return Optional.of(new Mismatch("sourceLabels", new TreeMap<>(labels).toString(), own.toString()));
        }
        return namespace.isEmpty() || namespace.equals(proxy.namespace())
                ? Optional.empty()
                : Optional.of(new Mismatch("sourceNamespace", namespace, proxy.namespace()));
    }
}
