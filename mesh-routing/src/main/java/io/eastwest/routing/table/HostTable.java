package io.eastwest.routing.table;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups of hosts as virtual hosts with unique names and domains: the earlier keeps them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/httproute.go:BuildSidecarOutboundVirtualHosts, dedupeDomains}.
 */
final class HostTable {
    private static final int HTTP_PORT = 80;

    private final ProxyScope scope;
    private final int listenerPort;
    private final VirtualServiceTrace trace;
    private final Map<String, Origin> names = new LinkedHashMap<>();
    private final Set<String> domains = new LinkedHashSet<>();
    private final Set<String> hostnames = new LinkedHashSet<>();

    HostTable(ProxyScope scope, int listenerPort, VirtualServiceTrace trace) {
        this.trace = trace;
        this.scope = scope;
        this.listenerPort = listenerPort;
    }

    List<VirtualHost> virtualHosts(List<HostGroup> groups) {
        groups.forEach(group -> group.services().forEach(service -> hostnames.add(service.hostname())));
        List<VirtualHost> hosts = new ArrayList<>();
        for (HostGroup group : groups) {
            List<VirtualHost> made = hosts(group);
            if (group.port() == (listenerPort == 0 ? HTTP_PORT : listenerPort)) {
                hosts.addAll(made);
            }
        }
        return hosts;
    }

    /** Makes the hosts of a group; those of a port that is left out take their names and domains all the same. */
    private List<VirtualHost> hosts(HostGroup group) {
        List<VirtualHost> hosts = new ArrayList<>();
        group.hosts()
                .forEach(host -> ofHost(host.toLowerCase(Locale.ROOT), group).ifPresent(hosts::add));
        group.services().forEach(service -> ofService(service, group).ifPresent(hosts::add));
        return hosts;
    }

    private Optional<VirtualHost> ofHost(String host, HostGroup group) {
        return build(
                host,
                group,
                new VirtualHostDomains(List.of(VirtualHostDomains.bracketed(host)), new LinkedHashSet<>()));
    }

    private Optional<VirtualHost> ofService(MeshService service, HostGroup group) {
        return build(service.hostname(), group, VirtualHostDomains.of(service, scope.proxy()));
    }

    private Optional<VirtualHost> build(String hostname, HostGroup group, VirtualHostDomains wanted) {
        String name = VirtualHostDomains.bracketed(hostname) + ":" + group.port();
        Origin owner = names.putIfAbsent(name, group.origin());
        if (owner != null) {
            trace.shadowed(hostname, group.origin(), owner);
            return Optional.empty();
        }
        List<String> free = new ArrayList<>();
        for (String domain : wanted.domains()) {
            boolean othersName = wanted.alternates().contains(domain) && hostnames.contains(domain);
            if (!othersName && domains.add(domain.toLowerCase(Locale.ROOT))) {
                free.add(domain);
            }
        }
        if (free.isEmpty()) {
            return Optional.empty();
        }
        trace.taken(hostname, group.origin());
        return Optional.of(VirtualHost.builder()
                .name(name)
                .domains(free)
                .routes(group.routes())
                .addOrigin(group.origin())
                .build());
    }
}
