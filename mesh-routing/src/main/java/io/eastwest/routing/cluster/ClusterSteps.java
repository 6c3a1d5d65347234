package io.eastwest.routing.cluster;

import io.eastwest.routing.destination.EffectivePolicy;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tells how a cluster came to be. */
final class ClusterSteps {
    private ClusterSteps() {}

    /** Tells which service a name stands for, and why others of its hostname do not count. */
    static void service(SubsetKey key, Optional<MeshService> found, ProxyScope scope, TraceSink trace) {
        if (!trace.isRecording()) {
            return;
        }
        found.ifPresent(service -> port(key, service, trace));
        List<MeshService> known = scope.view().servicesByHostname(key.host());
        for (MeshService service : known) {
            if (found.filter(used -> used.namespace().equals(service.namespace()))
                    .isEmpty()) {
                trace.left(
                        TraceStep.Stage.SERVICE,
                        service.namespace() + "/" + service.name(),
                        scope.absence(service),
                        Optional.of(service.resource()),
                        "");
            }
        }
        if (found.isEmpty() && known.isEmpty()) {
            trace.left(
                    TraceStep.Stage.SERVICE,
                    key.host(),
                    new Mismatch("no service has the hostname", "", ""),
                    Optional.empty(),
                    "");
        }
    }

    private static void port(SubsetKey key, MeshService service, TraceSink trace) {
        String name = service.namespace() + "/" + service.name();
        if (service.port(key.port()).isPresent()) {
            trace.taken(
                    TraceStep.Stage.SERVICE,
                    name,
                    "hostname " + service.hostname() + ", port " + key.port(),
                    Optional.of(service.resource()),
                    "");
        } else {
            List<Integer> ports =
                    service.ports().stream().map(MeshServicePort::number).toList();
            trace.left(
                    TraceStep.Stage.SERVICE,
                    name,
                    new Mismatch("port", "one of " + ports, Integer.toString(key.port())),
                    Optional.of(service.resource()),
                    "spec.ports");
        }
    }

    /** Tells where a subset is written, or that it is not. */
    static void subset(String subset, Optional<MergedDestinationRule> rule, TraceSink trace) {
        if (subset.isEmpty() || !trace.isRecording()) {
            return;
        }
        Optional<SourcedSubset> found = rule.flatMap(each -> each.subset(subset));
        if (found.isPresent()) {
            Origin origin = found.get().origin();
            trace.taken(
                    TraceStep.Stage.SUBSET,
                    subset,
                    "labels " + new TreeMap<>(found.get().subset().labels()),
                    Optional.of(origin.resource()),
                    origin.path());
        } else {
            List<String> names = rule.map(MergedDestinationRule::subsets).orElse(List.of()).stream()
                    .map(each -> each.subset().name())
                    .toList();
            trace.left(
                    TraceStep.Stage.SUBSET,
                    subset,
                    new Mismatch("subset", rule.isEmpty() ? "a DestinationRule" : "one of " + names, subset),
                    rule.map(each -> each.resources().get(0)),
                    "");
        }
    }

    /** Tells how connections are secured, and who says so. */
    static void transport(Cluster cluster, EffectivePolicy policy, TraceSink trace) {
        if (trace.isRecording()) {
            Optional<Origin> origin = policy.tls().map(tls -> tls.origin());
            trace.taken(
                    TraceStep.Stage.TRANSPORT,
                    cluster.tls().mode().name(),
                    origin.isPresent() ? "set by the DestinationRule" : "no DestinationRule sets it",
                    origin.map(Origin::resource),
                    origin.map(Origin::path).orElse(""));
        }
    }
}
