package io.eastwest.routing.parity;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to make a right answer wrong; empty where an answer has nothing of that kind. */
final class Mutations {
    private Mutations() {}

    static Map<String, Function<ProxyAnswer, Optional<ProxyAnswer>>> all() {
        Map<String, Function<ProxyAnswer, Optional<ProxyAnswer>>> all = new LinkedHashMap<>();
        all.put(
                "another listener",
                answer -> Optional.of(answer.toBuilder().listener("other").build()));
        all.put(
                "another virtual host",
                answer -> Optional.of(answer.toBuilder().virtualHost("other").build()));
        all.put(
                "another route",
                answer -> answer.route()
                        .map(route -> answer.toBuilder()
                                .route(route.toBuilder().name("other").build())
                                .build()));
        all.put(
                "no route",
                answer -> answer.route()
                        .map(route -> answer.toBuilder()
                                .route(Optional.<ProxyRoute>empty())
                                .build()));
        all.put(
                "other flags",
                answer -> Optional.of(withOutcome(
                        answer, outcome -> outcome.toBuilder().flags("UO").build())));
        all.put(
                "another end",
                answer -> Optional.of(withOutcome(
                        answer,
                        outcome -> outcome.toBuilder().closed(!outcome.closed()).build())));
        all.put("no endpoint of those that were hit", Mutations::withoutFirstEndpoint);
        all.put("an endpoint elsewhere", Mutations::withAnotherAddress);
        all.put(
                "another weight of a cluster",
                answer -> withCluster(
                        answer,
                        share -> new ClusterShare(share.name(), share.weight() + 1, share.share(), share.cluster())));
        all.put(
                "a slower connect timeout",
                answer -> withSettings(
                        answer,
                        cluster -> cluster.toBuilder()
                                .connectTimeout(Duration.ofMinutes(7))
                                .build()));
        all.put("a group less", answer -> withSettings(answer, Mutations::withoutFirstGroup));
        all.put("another weight of a group", answer -> withSettings(answer, Mutations::withHeavierGroup));
        all.put(
                "a header more at the upstream",
                answer -> withRequest(
                        answer,
                        request -> request.toBuilder()
                                .addHeader(new Header("x-more", "1"))
                                .build()));
        all.put("a header more in the response", Mutations::withResponseHeader);
        return all;
    }

    private static ProxyAnswer withOutcome(ProxyAnswer answer, UnaryOperator<Outcome> change) {
        return answer.toBuilder()
                .outcomes(answer.outcomes().stream().map(change).toList())
                .build();
    }

    private static Optional<ProxyAnswer> withoutFirstEndpoint(ProxyAnswer answer) {
        return answer.endpoints().isEmpty()
                ? Optional.empty()
                : Optional.of(answer.toBuilder()
                        .endpoints(
                                answer.endpoints().subList(1, answer.endpoints().size()))
                        .build());
    }

    private static Optional<ProxyAnswer> withAnotherAddress(ProxyAnswer answer) {
        if (answer.endpoints().isEmpty()) {
            return Optional.empty();
        }
        List<TargetShare> targets = new ArrayList<>(answer.endpoints());
        TargetShare first = targets.get(0);
        targets.set(
                0,
                new TargetShare(
                        first.cluster(),
                        first.endpoint().toBuilder().address("192.0.2.255:1").build(),
                        0,
                        first.share()));
        return Optional.of(answer.toBuilder().endpoints(targets).build());
    }

    private static Optional<ProxyAnswer> withCluster(ProxyAnswer answer, UnaryOperator<ClusterShare> change) {
        if (answer.clusters().isEmpty()) {
            return Optional.empty();
        }
        List<ClusterShare> clusters = new ArrayList<>(answer.clusters());
        clusters.set(0, change.apply(clusters.get(0)));
        return Optional.of(answer.toBuilder().clusters(clusters).build());
    }

    private static Optional<ProxyAnswer> withSettings(ProxyAnswer answer, UnaryOperator<Cluster> change) {
        return answer.clusters().isEmpty() || answer.clusters().get(0).cluster().isEmpty()
                ? Optional.empty()
                : withCluster(
                                answer,
                                share -> new ClusterShare(
                                        share.name(),
                                        share.weight(),
                                        share.share(),
                                        share.cluster().map(change)))
                        .filter(changed -> !changed.equals(answer));
    }

    private static Cluster withoutFirstGroup(Cluster cluster) {
        List<LocalityEndpoints> groups = cluster.assignment();
        return groups.isEmpty()
                ? cluster
                : cluster.toBuilder()
                        .assignment(groups.subList(1, groups.size()))
                        .build();
    }

    private static Cluster withHeavierGroup(Cluster cluster) {
        return cluster.toBuilder()
                .assignment(cluster.assignment().stream()
                        .map(group -> group.toBuilder().weight(999_999).build())
                        .toList())
                .build();
    }

    private static Optional<ProxyAnswer> withRequest(ProxyAnswer answer, UnaryOperator<UpstreamRequest> change) {
        return answer.upstreamRequests().isEmpty()
                ? Optional.empty()
                : Optional.of(answer.toBuilder()
                        .upstreamRequests(
                                answer.upstreamRequests().stream().map(change).toList())
                        .build());
    }

    private static Optional<ProxyAnswer> withResponseHeader(ProxyAnswer answer) {
        Header more = new Header("x-more", "1");
        return answer.response().isPresent()
                ? answer.response()
                        .map(response -> answer.toBuilder()
                                .response(more(response, more))
                                .build())
                : withRequest(
                        answer,
                        request -> request.toBuilder().addResponseHeader(more).build());
    }

    private static ClientResponse more(ClientResponse response, Header header) {
        return response.toBuilder().addHeader(header).build();
    }
}
