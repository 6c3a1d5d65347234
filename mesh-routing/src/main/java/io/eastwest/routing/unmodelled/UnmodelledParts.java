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

    private UnmodelledParts(List<UnmodelledSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Gathers them.
     *
     * @param view what the control plane knows
     * @param made what it makes of Gateway API objects
     * @return what is not modelled
     */
    public static UnmodelledParts of(ControlPlaneView view, GatewayApiRules made) {
        return new UnmodelledParts(List.of(
                new Extensions(view),
                new EnvoyPatches(view),
                new AlphaRoutes(view, made),
                new ControlPlaneFlags(view),
                new RevisionLabels(view),
                new PodSettings(),
                new DnsCapture(view),
                new TunnelledTraffic(view),
                new ForeignObjects(view)));
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
