package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.WeightedCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes and clusters in which all is set, arm by arm: what the comparison of configuration can see. */
final class FullConfig {
    private static final HeaderMutations MUTATIONS =
            new HeaderMutations(List.of(new Header("a", "1")), List.of(new Header("b", "1")), List.of("c"));
    private static final List<ValueMatch> VALUES = List.of(
            new ValueMatch.Present(),
            new ValueMatch.Exact("x"),
            new ValueMatch.Prefix("x"),
            new ValueMatch.Suffix("x"),
            new ValueMatch.Regex("x"));
    private static final RegexRewrite REWRITE = new RegexRewrite("a", "b");

    private FullConfig() {}

    static List<JsonNode> routes() {
        List<JsonNode> trees = new ArrayList<>();
        for (PathMatch path : List.of(
                new PathMatch.Exact("/"),
                new PathMatch.Prefix("/"),
                new PathMatch.SeparatedPrefix("/a"),
                new PathMatch.Regex(".*"))) {
            trees.add(route(path, forward()));
        }
        trees.add(route(new PathMatch.Prefix("/"), redirect()));
        trees.add(route(new PathMatch.Prefix("/"), new DirectResponseAction(200, Optional.of("x"), false)));
        trees.add(route(new PathMatch.Prefix("/"), new DirectResponseAction(200, Optional.of("x"), true)));
        return trees;
    }

    static List<JsonNode> clusters() {
        Cluster ring = Cluster.builder()
                .name("x")
                .type(ClusterType.EDS)
                .loadBalancing(new LoadBalancingPolicy.RingHash(1024))
                .tls(UpstreamTls.builder()
                        .mode(UpstreamTls.Mode.AUTO)
                        .sni("x")
                        .addSubjectAltName("y")
                        .build())
                .circuitBreakers(CircuitBreakers.builder()
                        .maxConnections(1)
                        .maxPendingRequests(1)
                        .maxRequests(1)
                        .maxRetries(1)
                        .build())
                .outlierDetection(outlier())
                .panicThreshold(1)
                .localityWeighted(true)
                .idleTimeout(Duration.ofSeconds(1))
                .maxRequestsPerConnection(1)
                .protocol(UpstreamProtocol.HTTP_2)
                .build();
        Cluster maglev = ring.toBuilder()
                .loadBalancing(new LoadBalancingPolicy.Maglev(5003))
                .build();
        return List.of(ClusterTree.of(ring), ClusterTree.of(maglev));
    }

    private static JsonNode route(PathMatch path, RouteAction action) {
        FaultInjection abort = FaultInjection.builder()
                .delay(Duration.ofMillis(20))
                .abortStatus(500)
                .build();
        FaultInjection grpc = FaultInjection.builder().abortGrpcStatus(14).build();
        return RouteTree.of(ProxyRoute.builder()
                .name("x")
                .match(match(path))
                .action(action)
                .requestHeaders(MUTATIONS)
                .responseHeaders(MUTATIONS)
                .cors(CorsSettings.builder()
                        .allowOrigins(VALUES)
                        .addAllowMethod("GET")
                        .addAllowHeader("a")
                        .addExposeHeader("b")
                        .maxAge(Duration.ofSeconds(1))
                        .allowCredentials(true)
                        .build())
                .fault(action instanceof ForwardAction ? abort : grpc)
                .build());
    }

    private static RouteMatch match(PathMatch path) {
        return RouteMatch.builder()
                .path(path)
                .caseSensitive(false)
                .headers(VALUES.stream()
                        .map(value -> new HeaderMatch("x", value, true, true))
                        .toList())
                .queryParameters(
                        VALUES.stream().map(value -> new QueryMatch("x", value)).toList())
                .claims(VALUES.stream()
                        .map(value -> new ClaimMatch(List.of("sub"), value, true))
                        .toList())
                .build();
    }

    private static ForwardAction forward() {
        return ForwardAction.builder()
                .addClusters(new WeightedCluster("x", 1, MUTATIONS, MUTATIONS, Optional.of("y")))
                .hostRewrite("x")
                .prefixRewrite("/x")
                .regexRewrite(REWRITE)
                .maxStreamDurationSent(true)
                .retries(RetryPolicy.builder()
                        .attempts(2)
                        .retryOn("5xx")
                        .addRetriableStatusCode(503)
                        .perTryTimeout(Duration.ofSeconds(1))
                        .previousHosts(true)
                        .previousPriorities(true)
                        .hostSelectionMaxAttempts(5)
                        .build())
                .addMirror(new Mirror("x", 1))
                .addHashPolicies(
                        new HashPolicy.OfHeader("x"),
                        new HashPolicy.OfCookie("x", Optional.of("/"), Optional.of(Duration.ZERO)),
                        new HashPolicy.OfSourceIp(),
                        new HashPolicy.OfQueryParameter("x"))
                .clusterNotFoundStatus(500)
                .build();
    }

    private static RedirectAction redirect() {
        return RedirectAction.builder()
                .status(301)
                .scheme("https")
                .host("x")
                .port(443)
                .path("/x")
                .prefixRewrite("/y")
                .regexRewrite(REWRITE)
                .build();
    }

    private static OutlierSettings outlier() {
        return OutlierSettings.builder()
                .consecutive5xx(1)
                .enforcingConsecutive5xx(1)
                .consecutiveGatewayFailure(1)
                .enforcingConsecutiveGatewayFailure(1)
                .consecutiveLocalOriginFailure(1)
                .enforcingConsecutiveLocalOriginFailure(1)
                .splitExternalLocalOriginErrors(true)
                .interval(Duration.ofSeconds(1))
                .baseEjectionTime(Duration.ofSeconds(1))
                .maxEjectionPercent(1)
                .build();
    }
}
