package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.UpstreamTls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The endpoint groups of a cluster, each as one line: locality, priority, weight and its endpoints sorted by address. */
final class EndpointGroups {
    private EndpointGroups() {}

    static List<String> of(Cluster cluster) {
        boolean mutual = cluster.tls().mode() == UpstreamTls.Mode.AUTO;
        return cluster.assignment().stream()
                .map(group -> line(group, mutual))
                .sorted()
                .toList();
    }

    static List<String> recorded(JsonNode cluster) {
        List<String> lines = new ArrayList<>();
        for (JsonNode group : cluster.path("groups")) {
            List<String> endpoints = new ArrayList<>();
            for (JsonNode endpoint : group.path("endpoints")) {
                endpoints.add(endpoint(
                        endpoint.path("address").asText(),
                        endpoint.path("weight").asText(),
                        endpoint.path("health").asText("healthy"),
                        endpoint.path("tls").asText()));
            }
            lines.add(line(
                    group.path("locality").asText(),
                    group.path("priority").asInt(),
                    group.path("weight").asText("none"),
                    endpoints));
        }
        lines.sort(null);
        return lines;
    }

    static void compare(String field, JsonNode recorded, Cluster cluster, Differences differences) {
        List<String> missing = recorded(recorded);
        List<String> unexpected = new ArrayList<>();
        for (String line : of(cluster)) {
            if (!missing.remove(line)) {
                unexpected.add(line);
            }
        }
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            differences.add(field, missing, unexpected);
        }
        owners(field, recorded, cluster, differences);
    }

    private static void owners(String field, JsonNode recorded, Cluster cluster, Differences differences) {
        for (JsonNode group : recorded.path("groups")) {
            for (JsonNode endpoint : group.path("endpoints")) {
                Trees.text(endpoint.path("owner"))
                        .ifPresent(owner -> cluster.assignment().stream()
                                .flatMap(locality -> locality.endpoints().stream())
                                .filter(candidate -> candidate
                                        .address()
                                        .equals(endpoint.path("address").asText()))
                                .findFirst()
                                .filter(candidate -> !isOwnedBy(candidate, owner))
                                .ifPresent(candidate -> differences.add(
                                        field + "[" + candidate.address() + "].owner", owner, owner(candidate))));
            }
        }
    }

    /**
     * A gateway is recorded by its cluster. One that meshNetworks gives by address has none for istiod; the recording then
     * names the cluster of the topology, which is not compared.
     */
    private static boolean isOwnedBy(LbEndpoint endpoint, String owner) {
        return endpoint.gateway()
                .map(gateway -> gateway.cluster().isEmpty()
                        ? owner.startsWith("gateway:")
                        : owner.equals("gateway:" + gateway.cluster()))
                .orElseGet(() -> endpoint.owner().filter(owner::equals).isPresent());
    }

    private static String owner(LbEndpoint endpoint) {
        return endpoint.gateway()
                .map(gateway -> "gateway:" + gateway.cluster() + " of network " + gateway.network())
                .orElseGet(() -> endpoint.owner().orElse("nothing"));
    }

    private static String line(LocalityEndpoints group, boolean mutual) {
        String weight =
                group.weight().isPresent() ? Long.toString(group.weight().getAsLong()) : "none";
        return line(
                group.locality(),
                group.priority(),
                weight,
                group.endpoints().stream()
                        .map(endpoint -> endpoint(
                                endpoint.address(),
                                Long.toString(endpoint.weight()),
                                endpoint.health().name().toLowerCase(Locale.ROOT),
                                mutual && !endpoint.mutualTls() ? "none" : ""))
                        .toList());
    }

    private static String line(String locality, int priority, String weight, List<String> endpoints) {
        return "\"" + locality + "\" priority " + priority + " weight " + weight + " "
                + endpoints.stream().sorted().toList();
    }

    private static String endpoint(String address, String weight, String health, String tls) {
        return address
                + " weight "
                + weight
                + (health.equals("healthy") ? "" : " " + health)
                + (tls.isEmpty() ? "" : " tls " + tls);
    }
}
