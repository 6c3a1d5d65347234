package io.eastwest.model.analysis;

import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The hosts that a Gateway takes from VirtualServices of one namespace. */
final class GatewayHosts {
    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> wildcards = new LinkedHashSet<>();

    private GatewayHosts() {}

    static GatewayHosts of(Optional<Found<IstioGateway>> gateway, String namespace) {
        GatewayHosts hosts = new GatewayHosts();
        gateway.ifPresent(found -> {
            for (Server server : found.resource().spec().servers()) {
                server.hosts().forEach(host -> hosts.add(host, found.namespace(), namespace));
            }
        });
        return hosts;
    }

    /** {@return the hosts without their namespaces: the exact ones, then the wildcards} */
    List<String> all() {
        List<String> all = new ArrayList<>(exact);
        all.addAll(wildcards);
        return all;
    }

    boolean match(String host) {
        return exact.contains(host)
                || wildcards.stream().anyMatch(wildcard -> Hostname.matches(wildcard, host))
                || Hostname.isWildcard(host) && exact.stream().anyMatch(name -> Hostname.matches(name, host));
    }

    private void add(String host, String gatewayNamespace, String namespace) {
        int slash = host.indexOf('/');
        String from = slash < 0 ? "*" : host.substring(0, slash);
        String name = host.substring(slash + 1);
        String wanted = from.equals(".") ? gatewayNamespace : from;
        if (wanted.equals("*") || wanted.equals(namespace)) {
            (Hostname.isWildcard(name) ? wildcards : exact).add(name);
        }
    }
}
