package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Compares what the backend and the client see. */
final class MessageComparison {
    private static final ClientResponse NO_RESPONSE = ClientResponse.builder().build();

    private final JsonNode recorded;
    private final ProxyAnswer answer;
    private final Differences differences;

    private MessageComparison(JsonNode recorded, ProxyAnswer answer, Differences differences) {
        this.recorded = recorded;
        this.answer = answer;
        this.differences = differences;
    }

    static void compare(JsonNode recorded, ProxyAnswer answer, Differences differences) {
        MessageComparison comparison = new MessageComparison(recorded, answer, differences);
        if (recorded.at("/result/kind").asText().equals("forwarded")) {
            comparison.forwarded();
        } else {
            comparison.answered(answer.response().orElse(NO_RESPONSE));
        }
    }

    private void forwarded() {
        Optional<String> cluster = clusterOfTheRecordedRequest();
        Optional<UpstreamRequest> request = answer.upstreamRequests().stream()
                .filter(candidate -> cluster.filter(candidate.cluster()::equals).isPresent())
                .findFirst();
        JsonNode upstream = recorded.path("upstream");
        if (request.isEmpty()) {
            if (recorded.has("upstream") || recorded.has("response")) {
                differences.add("upstream", "the request that " + cluster.orElse("a cluster") + " sees", "nothing");
            }
            return;
        }
        request(upstream, request.orElseThrow());
        headers(
                "response.headers",
                recorded.at("/response/headers"),
                request.orElseThrow().responseHeaders());
    }

    private void request(JsonNode upstream, UpstreamRequest request) {
        differences.same("upstream.method", Trees.text(upstream.path("method")), request.method());
        differences.same("upstream.authority", Trees.text(upstream.path("authority")), request.authority());
        differences.same("upstream.path", Trees.text(upstream.path("path")), request.path());
        headers("upstream.headers", upstream.path("headers"), request.headers());
        differences.same("upstream.sni", Trees.text(upstream.path("sni")), request.serverName());
    }

    private void answered(ClientResponse response) {
        JsonNode shown = recorded.path("response");
        headers("response.headers", shown.path("headers"), response.headers());
        differences.same("response.location", Trees.text(shown.path("location")), response.location());
        differences.same(
                "response.body", Trees.text(shown.path("body")), response.body().filter(body -> !body.isEmpty()));
    }

    private void headers(String field, JsonNode shown, List<Header> actual) {
        SortedMap<String, List<String>> expected = HeaderLines.ofTree(shown).byName();
        SortedMap<String, List<String>> values = new HeaderLines(actual).byName();
        for (String name : expected.keySet()) {
            differences.same(
                    field + "." + name, Optional.ofNullable(expected.get(name)), Optional.ofNullable(values.get(name)));
        }
        for (String name : values.keySet()) {
            if (!expected.containsKey(name)) {
                differences.same(field + "." + name, Optional.empty(), Optional.ofNullable(values.get(name)));
            }
        }
    }

    /** The recording shows the call that hit the lowest cluster name and address. */
    private Optional<String> clusterOfTheRecordedRequest() {
        List<String> hit = new ArrayList<>();
        recorded.path("endpoints")
                .forEach(endpoint -> hit.add(endpoint.path("address").asText()));
        List<String> counted = new ArrayList<>();
        for (JsonNode cluster : recorded.path("clusters")) {
            if (cluster.path("hits").asLong() > 0) {
                counted.add(cluster.path("name").asText());
            }
        }
        return answer.endpoints().stream()
                .filter(target -> !target.share().isZero()
                        && hit.contains(target.endpoint().address()))
                .map(target -> target.cluster())
                .filter(counted::contains)
                .sorted()
                .findFirst();
    }
}
