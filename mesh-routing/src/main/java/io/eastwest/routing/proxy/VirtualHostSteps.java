package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which virtual host takes a request, why not the others, and which rules it got from the control plane. */
final class VirtualHostSteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.VIRTUAL_HOST;

    private final CallContext call;
    private final RouteConfiguration configuration;

    VirtualHostSteps(CallContext call, RouteConfiguration configuration) {
        this.call = call;
        this.configuration = configuration;
    }

    void tell(String authority, Optional<VirtualHost> found) {
        for (VirtualHost host : configuration.virtualHosts()) {
            if (found.filter(taken -> taken == host).isPresent()) {
                call.trace()
                        .taken(
                                STAGE,
                                host.name(),
                                Trace.first(host.origins()),
                                () -> "authority " + authority + " is in " + host.domains());
            } else {
                call.trace()
                        .failed(
                                STAGE,
                                host.name(),
                                Trace.first(host.origins()),
                                "",
                                () -> List.of(
                                        new Mismatch("authority", "one of " + host.domains(), '"' + authority + '"')));
            }
        }
        if (found.isEmpty()) {
            call.trace()
                    .left(
                            STAGE,
                            configuration.name(),
                            Optional.empty(),
                            () -> "no virtual host for authority " + authority);
        }
        List<String> hosts = Stream.concat(
                        Stream.of(withoutPort(authority.toLowerCase(Locale.ROOT))),
                        found.map(VirtualHost::name).map(VirtualHostSteps::withoutPort).stream())
                .distinct()
                .toList();
        call.resources().traceRoutes(configuration.name(), hosts, call.trace().sink());
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
