package io.eastwest.routing.drift;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LocalityEndpoints;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Endpoints of one cluster as they are compared.
 *
 * @param endpoints one text for each
 * @param groups one text for each group of a locality and priority; empty: the dump does not tell
 */
record EndpointFacts(Set<String> endpoints, Set<String> groups) {
    EndpointFacts {
        endpoints = new TreeSet<>(endpoints);
        groups = new TreeSet<>(groups);
    }

    /** An assignment as the control plane sent it. */
    static EndpointFacts ofAssignment(DumpNode assignment) {
        Set<String> endpoints = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        for (DumpNode group : assignment.list("endpoints")) {
            String locality = locality(group.get("locality"));
            long priority = group.number("priority", 0);
            long weight = group.number("load_balancing_weight", 0);
            groups.add(group(locality, priority, weight));
            for (DumpNode each : group.list("lb_endpoints")) {
                endpoints.add(Words.endpoint(
                        address(each.get("endpoint").get("address")),
                        locality,
                        priority,
                        each.number("load_balancing_weight", 1),
                        health(each.text("health_status"))));
            }
        }
        return new EndpointFacts(endpoints, groups);
    }

    /** The hosts of a cluster as the proxy has them. */
    static EndpointFacts ofHosts(DumpNode status) {
        Set<String> endpoints = new TreeSet<>();
        for (DumpNode host : status.list("host_statuses")) {
            endpoints.add(Words.endpoint(
                    address(host.get("address")),
                    locality(host.get("locality")),
                    host.number("priority", 0),
                    host.number("weight", 1),
                    health(host.get("health_status").text("eds_health_status"))));
        }
        return new EndpointFacts(endpoints, new TreeSet<>());
    }

    static EndpointFacts of(List<LocalityEndpoints> assignment) {
        Set<String> endpoints = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        for (LocalityEndpoints group : assignment) {
            String locality = Words.locality(group.region(), group.zone(), group.subzone());
            groups.add(group(locality, group.priority(), group.weight().orElse(0)));
            for (LbEndpoint each : group.endpoints()) {
                endpoints.add(Words.endpoint(
                        each.address(),
                        locality,
                        group.priority(),
                        each.weight(),
                        each.health().name()));
            }
        }
        return new EndpointFacts(endpoints, groups);
    }

    private static String group(String locality, long priority, long weight) {
        return (locality.isEmpty() ? "no locality" : locality) + ", priority " + priority
                + (weight == 0 ? "" : ", weight " + weight);
    }

    private static String locality(DumpNode locality) {
        return Words.locality(locality.text("region"), locality.text("zone"), locality.text("sub_zone"));
    }

    private static String health(String status) {
        return switch (status) {
            case "", "UNKNOWN" -> "HEALTHY";
            case "TIMEOUT" -> "UNHEALTHY";
            default -> status;
        };
    }

    private static String address(DumpNode address) {
        DumpNode socket = address.get("socket_address");
        if (socket.isThere()) {
            String host = socket.text("address");
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + socket.text("port_value");
        }
        if (address.has("pipe")) {
            return address.get("pipe").text("path");
        }
        return address.get("envoy_internal_address").text("endpoint_id");
    }
}
