package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyAnswerBuilder;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer that says exactly what was recorded: shares are hits, policies are what istiod sent. */
final class AnswerReading {
    private final JsonNode recorded;
    private final long requests;

    private AnswerReading(JsonNode recorded, long requests) {
        this.recorded = recorded;
        this.requests = requests;
    }

    static ProxyAnswer of(JsonNode recorded, long requests) {
        return new AnswerReading(recorded, requests).answer();
    }

    private ProxyAnswer answer() {
        ProxyAnswerBuilder answer = ProxyAnswer.builder()
                .listener(Trees.text(recorded.path("listener")))
                .filterChain(Trees.text(recorded.path("filterChain")))
                .routeConfiguration(Trees.text(recorded.path("routeConfiguration")))
                .virtualHost(Trees.text(recorded.path("virtualHost")))
                .route(Trees.text(recorded.path("route"))
                        .map(name -> RouteReading.of(name, recorded.at("/config/route"))))
                .outcomes(RecordedOutcome.of(recorded, requests).stream()
                        .map(this::outcome)
                        .toList())
                .clusters(clusters(recorded.path("clusters")))
                .mirrors(clusters(recorded.path("mirrored")))
                .endpoints(endpoints());
        if (recorded.at("/result/kind").asText().equals("forwarded")) {
            answer.upstreamRequests(requests());
        } else {
            answer.response(response());
        }
        return answer.build();
    }

    private Outcome outcome(RecordedOutcome outcome) {
        return Outcome.builder()
                .kind(outcome.kind())
                .share(share(outcome.hits()))
                .status(outcome.status())
                .flags(outcome.flags())
                .closed(outcome.closed())
                .reason(outcome.reason().reason().orElse(Reason.OTHER))
                .detail(outcome.detail())
                .build();
    }

    private List<ClusterShare> clusters(JsonNode counted) {
        List<ClusterShare> shares = new ArrayList<>();
        for (JsonNode cluster : counted) {
            String name = cluster.path("name").asText();
            shares.add(new ClusterShare(
                    name,
                    cluster.path("configuredWeight").asLong(),
                    share(cluster.path("hits").asLong()),
                    configured(name)));
        }
        return shares;
    }

    private Optional<Cluster> configured(String name) {
        for (JsonNode cluster : recorded.at("/config/clusters")) {
            if (cluster.path("name").asText().equals(name)) {
                return Optional.of(ClusterReading.of(cluster));
            }
        }
        return Optional.empty();
    }

    /** A recording does not say which cluster an endpoint was hit in; any that has it will do for the comparison. */
    private List<TargetShare> endpoints() {
        List<TargetShare> targets = new ArrayList<>();
        for (JsonNode endpoint : recorded.path("endpoints")) {
            targets.add(new TargetShare(
                    clusterOf(endpoint.path("address").asText()),
                    ClusterReading.endpoint(endpoint),
                    0,
                    share(endpoint.path("hits").asLong())));
        }
        return targets;
    }

    private String clusterOf(String address) {
        for (JsonNode counted : recorded.path("clusters")) {
            Optional<Cluster> cluster = configured(counted.path("name").asText());
            boolean has = cluster.stream()
                    .flatMap(known -> known.assignment().stream())
                    .flatMap(group -> group.endpoints().stream())
                    .anyMatch(endpoint -> endpoint.address().equals(address));
            if (has && counted.path("hits").asLong() > 0) {
                return counted.path("name").asText();
            }
        }
        return recorded.at("/clusters/0/name").asText();
    }

    private List<UpstreamRequest> requests() {
        JsonNode upstream = recorded.path("upstream");
        List<UpstreamRequest> requests = new ArrayList<>();
        for (JsonNode cluster : recorded.path("clusters")) {
            requests.add(UpstreamRequest.builder()
                    .cluster(cluster.path("name").asText())
                    .method(Trees.text(upstream.path("method")))
                    .authority(Trees.text(upstream.path("authority")))
                    .path(Trees.text(upstream.path("path")))
                    .headers(HeaderLines.ofTree(upstream.path("headers")).lines())
                    .serverName(Trees.text(upstream.path("sni")))
                    .responseHeaders(
                            HeaderLines.ofTree(recorded.at("/response/headers")).lines())
                    .build());
        }
        return requests;
    }

    private ClientResponse response() {
        return ClientResponse.builder()
                .headers(HeaderLines.ofTree(recorded.at("/response/headers")).lines())
                .location(Trees.text(recorded.at("/response/location")))
                .body(Trees.text(recorded.at("/response/body")))
                .build();
    }

    private Share share(long hits) {
        return Share.of(hits, requests);
    }
}
