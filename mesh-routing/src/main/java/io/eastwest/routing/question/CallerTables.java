package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The virtual hosts that take calls at the first proxy of their callers. What a proxy is sent is asked for once. */
final class CallerTables {
    private final MeshRouter router;
    private final Map<Caller, ProxyResources> resources = new LinkedHashMap<>();

    CallerTables(MeshRouter router) {
        this.router = router;
    }

    /**
     * {@return the virtual host; empty: no route decides the call}
     *
     * @param caller who calls
     * @param answer what its first proxy does with the call
     */
    Optional<VirtualHost> virtualHost(Caller caller, ProxyAnswer answer) {
        if (answer.routeConfiguration().isEmpty() || answer.virtualHost().isEmpty()) {
            return Optional.empty();
        }
        String routes = answer.routeConfiguration().get();
        String host = answer.virtualHost().get();
        ProxyResources sent = resources.computeIfAbsent(caller, this::resources);
        return sent.routeConfiguration(routes)
                .flatMap(configuration -> configuration.virtualHosts().stream()
                        .filter(each -> each.name().equals(host))
                        .findFirst());
    }

    private ProxyResources resources(Caller caller) {
        return router.proxy(MeshPods.id(router.workload(caller)))
                .resources(caller.outside() ? ProxyLeg.GATEWAY : ProxyLeg.OUTBOUND);
    }
}
