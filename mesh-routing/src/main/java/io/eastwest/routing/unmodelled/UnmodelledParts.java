package io.eastwest.routing.unmodelled;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.gatewayapi.GatewayApiRules;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one control plane knows that this library does not model. Immutable and thread-safe. */
public final class UnmodelledParts {
    private final List<UnmodelledSource> sources;
    private final List<UnmodelledSource> atZtunnels;

    private UnmodelledParts(List<UnmodelledSource> sources, List<UnmodelledSource> atZtunnels) {
        this.sources = List.copyOf(sources);
        this.atZtunnels = List.copyOf(atZtunnels);
    }

    /**
     * Gathers them.
     *
     * @param view what the control plane knows
     * @param made what it makes of Gateway API objects
     * @return what is not modelled
     */
    public static UnmodelledParts of(ControlPlaneView view, GatewayApiRules made) {
        UnmodelledSource flags = new ControlPlaneFlags(view);
        UnmodelledSource revisions = new RevisionLabels(view);
        UnmodelledSource foreign = new ForeignObjects(view);
        return new UnmodelledParts(
                List.of(
                        new Extensions(view),
                        new EnvoyPatches(view),
                        new AlphaRoutes(view, made),
                        flags,
                        revisions,
                        new PodSettings(),
                        new DnsCapture(view),
                        new TunnelledTraffic(view),
                        new PolicyMetadata(view),
                        foreign),
                List.of(flags, revisions, new CaptureSettings(), foreign));
    }

    /**
     * What may change the answer of a ztunnel.
     *
     * @param pod the pod that it serves
     * @param leg which side of it is asked
     * @param connection the connection
     * @return each part once
     */
    public List<NotModelled> atZtunnel(MeshProxy pod, ProxyLeg leg, Connection connection) {
        UnmodelledCall call =
                new UnmodelledCall(pod, leg, connection, ProxyAnswer.builder().build());
        Set<NotModelled> found = new LinkedHashSet<>();
        atZtunnels.forEach(source -> found.addAll(source.of(call)));
        return List.copyOf(found);
    }

    /**
     * Adds to an answer what may change it.
     *
     * @param proxy the proxy that answers
     * @param leg which side of it is asked
     * @param connection the connection
     * @param answer its answer
     * @return the answer with each part once; the same when there is none
     */
    public ProxyAnswer complete(MeshProxy proxy, ProxyLeg leg, Connection connection, ProxyAnswer answer) {
        UnmodelledCall call = new UnmodelledCall(proxy, leg, connection, answer);
        Set<NotModelled> found = new LinkedHashSet<>();
        sources.forEach(source -> found.addAll(source.of(call)));
        if (found.isEmpty()) {
            return answer;
        }
        found.addAll(answer.notModelled());
        Set<String> findings = new LinkedHashSet<>(answer.findings());
        found.forEach(each -> findings.add(each.toText()));
        return answer.toBuilder()
                .notModelled(new ArrayList<>(found))
                .findings(findings)
                .build();
    }
}
