package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ServiceTarget;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;

/** Follows a call from outside of the mesh from the gateway on where it arrives. */
final class OutsideChain {
    private final CallPath path;

    OutsideChain(CallPath path) {
        this.path = path;
    }

    Decision follow() {
        WorkloadInstance gateway = path.caller();
        String id = WorkloadNames.id(gateway);
        Connection connection = Connection.builder()
                .destinationAddress(CallPath.address(gateway))
                .destinationPort(containerPort(id))
                .build();
        path.enter(gateway);
        ProxyAnswer first =
                path.router().proxy(id).gateway(connection, path.call().request(), path.down(gateway), path.trace());
        path.endings().note(first);
        first.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(path.endings()::end);
        Arrival start = Arrival.from(path, List.of(new Hop(id, Hop.Kind.INGRESS_GATEWAY, "", "")))
                .behindProxy(true);
        new EnvoyLeg(path, EastWestLeg.Source.GATEWAY).onward(first, gateway, start);
        return path.endings().decision(first);
    }

    /** {@return the port of the pod behind the port of its Service that was called} */
    private int containerPort(String id) {
        ControlPlaneView view = path.router().view(path.caller().cluster());
        return view.proxy(id, MeshProxy.Kind.ROUTER).stream()
                .flatMap(proxy -> view.serviceTargets(proxy).stream())
                .filter(target -> target.port().number() == path.call().port())
                .map(ServiceTarget::workloadPort)
                .findFirst()
                .orElse(path.call().port());
    }
}
