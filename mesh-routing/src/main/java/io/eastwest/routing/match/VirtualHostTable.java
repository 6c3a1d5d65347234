package io.eastwest.routing.match;

import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The virtual hosts of a route configuration by domain: exact, then the longest wildcard at the beginning, then the longest at
 * the end, then {@code *}. Case and port of the authority do not matter.
 *
 * <p>Mirrors envoy source/common/router/config_impl.cc:RouteMatcher::findVirtualHost.
 */
final class VirtualHostTable {
    private static final String ANY = "*";

    private final Map<String, RoutedHost> exact = new LinkedHashMap<>();
    private final Map<Integer, Map<String, RoutedHost>> suffixes = new TreeMap<>(Comparator.reverseOrder());
    private final Map<Integer, Map<String, RoutedHost>> prefixes = new TreeMap<>(Comparator.reverseOrder());

    private VirtualHostTable() {}

    /** {@return the table of a route configuration; of two virtual hosts with one domain the first keeps it} */
    static VirtualHostTable of(RouteConfiguration configuration) {
        VirtualHostTable table = new VirtualHostTable();
        for (VirtualHost host : configuration.virtualHosts()) {
            RoutedHost routed = new RoutedHost(host);
            host.domains().forEach(domain -> table.add(domain.toLowerCase(Locale.ROOT), routed));
        }
        return table;
    }

    private void add(String domain, RoutedHost host) {
        if (domain.startsWith(ANY) && domain.length() > 1) {
            put(suffixes, domain.substring(1), host);
        } else if (domain.endsWith(ANY) && domain.length() > 1) {
            put(prefixes, domain.substring(0, domain.length() - 1), host);
        } else {
            exact.putIfAbsent(domain, host);
        }
    }

    private static void put(Map<Integer, Map<String, RoutedHost>> wildcards, String part, RoutedHost host) {
        wildcards
                .computeIfAbsent(part.length(), length -> new LinkedHashMap<>())
                .putIfAbsent(part, host);
    }

    /** {@return whether every authority finds the same virtual host, or none} */
    boolean isDecided() {
        boolean onlyAny = exact.isEmpty() || (exact.size() == 1 && exact.containsKey(ANY));
        return onlyAny && suffixes.isEmpty() && prefixes.isEmpty();
    }

    /**
     * {@return the virtual host of an authority; empty: none}
     *
     * @param authority the authority as received
     */
    Optional<RoutedHost> find(String authority) {
        String host = AuthorityText.host(authority);
        return Optional.ofNullable(exact.get(host))
                .or(() -> longest(suffixes, host, true))
                .or(() -> longest(prefixes, host, false))
                .or(() -> Optional.ofNullable(exact.get(ANY)));
    }

    private static Optional<RoutedHost> longest(
            Map<Integer, Map<String, RoutedHost>> wildcards, String host, boolean atEnd) {
        for (Map.Entry<Integer, Map<String, RoutedHost>> entry : wildcards.entrySet()) {
            int length = entry.getKey();
            if (length < host.length()) {
                String part = atEnd ? host.substring(host.length() - length) : host.substring(0, length);
                RoutedHost found = entry.getValue().get(part);
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
