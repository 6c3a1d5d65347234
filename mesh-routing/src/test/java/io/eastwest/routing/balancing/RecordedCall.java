package io.eastwest.routing.balancing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One recorded call: what istiod sent for its only cluster, and the endpoints that Envoy hit. */
record RecordedCall(String name, JsonNode question, JsonNode answer) {
    boolean isComparable() {
        JsonNode clusters = answer.at("/config/clusters");
        boolean balanced = clusters.size() == 1 && clusters.get(0).has("groups");
        boolean forwarded = answer.at("/result/kind").asText().equals("forwarded");
        return balanced && !answer.has("outcomes") && ((forwarded && flags().equals("-")) || isRefused());
    }

    boolean isRefused() {
        return flags().equals("UH");
    }

    long requests() {
        return question.path("requests").asLong(1);
    }

    JsonNode hits() {
        return answer.path("endpoints");
    }

    Assignment assignment() {
        List<AssignedGroup> groups = new ArrayList<>();
        for (JsonNode group : cluster().path("groups")) {
            List<AssignedEndpoint> endpoints = new ArrayList<>();
            for (JsonNode endpoint : inOrderOfPods(group.path("endpoints"))) {
                HostHealth health = HostHealth.valueOf(
                        endpoint.path("health").asText("healthy").toUpperCase(Locale.ROOT));
                endpoints.add(new AssignedEndpoint(
                        endpoint.path("address").asText(),
                        endpoint.path("weight").asLong(1),
                        health));
            }
            Placement placement = new Placement(
                    LocalityName.parse(group.path("locality").asText()),
                    group.path("priority").asInt());
            OptionalLong weight =
                    group.has("weight") ? OptionalLong.of(group.path("weight").asLong()) : OptionalLong.empty();
            groups.add(new AssignedGroup(placement, weight, endpoints));
        }
        return new Assignment(groups);
    }

    BalancingSettings settings() {
        JsonNode settings = cluster().path("settings");
        HostSelection selection = switch (cluster().path("lbPolicy").asText()) {
            case "ROUND_ROBIN" -> RoundRobinPick.withoutSlowStart();
            case "RANDOM" -> new RandomPick();
            case "RING_HASH" ->
                new RingHashPick(settings.at("/ringHash/minimum_ring_size").asLong(RingHashPick.DEFAULT_SIZE));
            case "MAGLEV" -> new MaglevPick(settings.at("/maglev/table_size").asInt(MaglevPick.DEFAULT_SIZE));
            default -> LeastRequestPick.withoutSlowStart();
        };
        return new BalancingSettings(
                selection,
                settings.path("panicThreshold").asInt(PanicThreshold.ENVOY_DEFAULT),
                settings.path("localityWeighted").asBoolean());
    }

    UpstreamState state() {
        List<String> ejected = new ArrayList<>();
        for (JsonNode unhealthy : question.path("unhealthy")) {
            ejected.add(unhealthy.asText());
            for (JsonNode endpoints : cluster().findValues("endpoints")) {
                for (JsonNode endpoint : endpoints) {
                    if (endpoint.path("owner").asText().equals(unhealthy.asText())) {
                        ejected.add(endpoint.path("address").asText());
                    }
                }
            }
        }
        return UpstreamState.idle().withEjected(ejected);
    }

    /** {@return whether the route hashes the source address, which the recording does not hold} */
    boolean hashesSource() {
        return answer.at("/config/route/hashPolicy").toString().contains("source_ip");
    }

    OptionalLong hash() {
        List<OptionalLong> hashes = new ArrayList<>();
        for (JsonNode policy : answer.at("/config/route/hashPolicy")) {
            if (policy.has("header")) {
                hashes.add(RequestHash.header(
                        header(policy.at("/header/header_name").asText())));
            } else if (policy.has("cookie")) {
                hashes.add(RequestHash.cookie(cookie(policy.at("/cookie/name").asText())));
            } else {
                hashes.add(RequestHash.queryParameter(
                        question.at("/http/path").asText(),
                        policy.at("/query_parameter/name").asText()));
            }
        }
        return RequestHash.combine(hashes);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The recording sorts endpoints by address; Kubernetes, and so Envoy, had them by name of the pod, which matters for RANDOM. */
    private static List<JsonNode> inOrderOfPods(JsonNode endpoints) {
        return endpoints
                .valueStream()
                .sorted(Comparator.comparing(endpoint -> endpoint.path("owner").asText()))
                .toList();
    }

    private JsonNode cluster() {
        return answer.at("/config/clusters/0");
    }

    private String flags() {
        return answer.at("/result/flags").asText();
    }

    /** {@return the values as the backend saw them: after the operations of the route} */
    private List<String> header(String name) {
        JsonNode value = answer.at("/upstream/headers").path(name);
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> values.add(item.asText()));
        } else if (!value.isMissingNode()) {
            values.add(value.asText());
        }
        return values;
    }

    private Optional<String> cookie(String name) {
        return header("cookie").stream()
                .flatMap(text -> List.of(text.split("; ", -1)).stream())
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
