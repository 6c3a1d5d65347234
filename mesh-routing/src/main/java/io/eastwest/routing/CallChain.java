package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ResolvedHost;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/** Follows a call from proxy to proxy. Shares are multiplied along the way. */
final class CallChain {
    private final CallPath path;

    CallChain(MeshRouter router, Call call, Conditions conditions, TraceSink trace) {
        WorkloadInstance caller = router.workload(call.caller());
        Damage damage = router.damage(conditions);
        this.path = new CallPath(router, call, damage, trace, caller, new CallEndings(call, damage));
    }

    Decision follow() {
        WorkloadInstance caller = path.caller();
        if (path.damage().isDown(caller)) {
            path.endings()
                    .note(List.of("the caller " + WorkloadNames.id(caller)
                            + " is down itself; the decision is that of a call it would make if it ran"));
        }
        if (path.call().caller().outside()) {
            return new OutsideChain(path).follow();
        }
        String id = WorkloadNames.id(caller);
        Optional<ResolvedHost> resolved = path.router().resolved(id, path.call().host());
        List<String> addresses = resolved.map(ResolvedHost::addresses).orElse(List.of());
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("host \"" + path.call().host() + "\" is not known to the DNS of " + id
                    + "; a call needs a Service, a ServiceEntry with an address, or an IP address");
        }
        resolved.flatMap(answer -> path.router().doubt(id, answer))
                .map(List::of)
                .ifPresent(path.endings()::note);
        Connection connection = Connection.builder()
                .sourceAddress(CallPath.address(caller))
                .destinationAddress(addresses.get(0))
                .destinationPort(path.call().port())
                .build();
        path.enter(caller);
        if (caller.sidecar()) {
            return new SidecarChain(path).follow(connection);
        }
        return caller.tunnel() == TunnelProtocol.HBONE
                ? new ZtunnelChain(path).follow(connection)
                : new PlainChain(path).follow(connection);
    }
}
