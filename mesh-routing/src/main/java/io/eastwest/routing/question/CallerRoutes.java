package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.Optional;

/** The virtual host that takes a call at the sidecar of its caller. */
final class CallerRoutes {
    private CallerRoutes() {}

    /** {@return the virtual host; empty: no route decides the call} */
    static Optional<VirtualHost> of(MeshRouter router, Call call) {
        return new CallerTables(router)
                .virtualHost(call.caller(), router.decide(call).firstLeg());
    }
}
