package io.eastwest.routing.match;

import io.eastwest.routing.envoy.RouteConfiguration;
import java.util.List;
import java.util.Optional;

/** A route configuration, ready for look-ups. Immutable and thread-safe. */
public final class RouteTable {
    private final VirtualHostTable hosts;
    private final Optional<String> rejection;
    private final int size;

    private RouteTable(VirtualHostTable hosts, Optional<String> rejection, int size) {
        this.hosts = hosts;
        this.rejection = rejection;
        this.size = size;
    }

    /**
     * {@return the table of a configuration; one that Envoy refuses has no virtual host}
     *
     * @param configuration the configuration as sent
     */
    public static RouteTable of(RouteConfiguration configuration) {
        Optional<String> rejection = RouteRejection.of(configuration);
        RouteConfiguration taken =
                rejection.isEmpty() ? configuration : new RouteConfiguration(configuration.name(), List.of());
        int size = taken.virtualHosts().stream()
                .mapToInt(host -> host.routes().size())
                .sum();
        return new RouteTable(VirtualHostTable.of(taken), rejection, size);
    }

    /** {@return how many routes it has} */
    public int size() {
        return size;
    }

    /** {@return why Envoy refuses the configuration as a whole; empty: it takes it} */
    public Optional<String> rejection() {
        return rejection;
    }

    /**
     * {@return the virtual host of an authority; empty: none}
     *
     * @param authority the authority as received
     */
    public Optional<RoutedHost> find(String authority) {
        return hosts.find(authority);
    }

    /** {@return whether every authority finds the same virtual host, or none} */
    public boolean isDecided() {
        return hosts.isDecided();
    }
}
