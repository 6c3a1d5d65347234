package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import io.eastwest.routing.proxy.UpstreamRequestBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A call that is split over two subsets and mirrored: its recording, and the answer that is right for it. */
final class Sample {
    static final String V1 = "outbound|80|v1|tea.shop.svc.cluster.local";
    static final String V2 = "outbound|80|v2|tea.shop.svc.cluster.local";

    static final ParityCall CALL = ParityCall.of(ParityYaml.parse("""
            id: split
            leg: outbound
            proxy: c1/shop/web-1
            to: {host: tea.shop, port: 80}
            http: {authority: tea.shop, path: /a, headers: {x-user: ann}}
            requests: 1000
            """));

    static final JsonNode RECORDED = ParityYaml.parse("""
            id: split
            listener: 0.0.0.0_80
            filterChain: ""
            routeConfiguration: "80"
            virtualHost: tea.shop.svc.cluster.local:80
            route: split
            result: {kind: forwarded, status: 200, flags: "-"}
            clusters:
            - {name: "outbound|80|v1|tea.shop.svc.cluster.local", configuredWeight: 90, hits: 893}
            - {name: "outbound|80|v2|tea.shop.svc.cluster.local", configuredWeight: 10, hits: 107}
            endpoints:
            - {address: "10.0.0.1:8080", owner: c1/shop/tea-1, hits: 440}
            - {address: "10.0.0.2:8080", owner: c1/shop/tea-2, hits: 453}
            - {address: "10.0.0.3:8080", owner: c1/shop/tea-3, hits: 107}
            mirrored:
            - {name: "outbound|80|v2|tea.shop.svc.cluster.local", hits: 204}
            upstream:
              method: GET
              authority: tea.shop
              path: /a
              headers: {x-user: ann, x-tag: [one, two]}
            response: {headers: {x-served: v1}}
            config:
              route:
                match: {prefix: /, case_sensitive: true}
                timeout: 1.5s
                retries: {attempts: 2, "on": connect-failure, hostPredicates: [envoy.retry_host_predicates.previous_hosts]}
                requestHeaders: {add: {X-Tag: [one, two]}}
                mirrors:
                - cluster: outbound|80|v2|tea.shop.svc.cluster.local
                  runtimeFraction: {default_value: {numerator: 20}}
                weightedClusterHeaders:
                - {cluster: "outbound|80|v1|tea.shop.svc.cluster.local", responseHeaders: {set: {x-served: [old, v1]}}}
              clusters:
              - name: outbound|80|v1|tea.shop.svc.cluster.local
                type: EDS
                lbPolicy: LEAST_REQUEST
                tls: mutual
                connectTimeout: 10s
                settings: {sni: outbound_.80_.v1_.tea.shop.svc.cluster.local}
                groups:
                - locality: r1/z1
                  priority: 0
                  weight: 2
                  endpoints:
                  - {address: "10.0.0.2:8080", owner: c1/shop/tea-2, weight: 1}
                  - {address: "10.0.0.1:8080", owner: c1/shop/tea-1, weight: 1, tls: none}
              - name: outbound|80|v2|tea.shop.svc.cluster.local
                type: EDS
                lbPolicy: LEAST_REQUEST
                tls: mutual
                connectTimeout: 10s
                settings: {sni: outbound_.80_.v2_.tea.shop.svc.cluster.local}
                groups:
                - locality: ""
                  priority: 0
                  weight: 1
                  endpoints: [{address: "10.0.0.3:8080", owner: c1/shop/tea-3, weight: 1}]
            """);

    private Sample() {}

    static ProxyAnswer answer() {
        return ProxyAnswer.builder()
                .listener("0.0.0.0_80")
                .filterChain("")
                .routeConfiguration("80")
                .virtualHost("tea.shop.svc.cluster.local:80")
                .route(route())
                .addOutcome(forwarded(Share.ONE))
                .addClusters(
                        new ClusterShare(V1, 90, Share.of(9, 10), Optional.of(v1())),
                        new ClusterShare(V2, 10, Share.of(1, 10), Optional.of(v2())))
                .addEndpoints(
                        new TargetShare(V1, endpoint(1, false), 0, Share.of(9, 20)),
                        new TargetShare(V1, endpoint(2, true), 0, Share.of(9, 20)),
                        new TargetShare(V2, endpoint(3, true), 0, Share.of(1, 10)))
                .addMirror(new ClusterShare(V2, 1, Share.of(1, 5), Optional.of(v2())))
                .addUpstreamRequests(
                        request(V1)
                                .addResponseHeader(new Header("x-served", "v1"))
                                .build(),
                        request(V2).build())
                .build();
    }

    static ProxyRoute route() {
        HeaderMutations served = new HeaderMutations(List.of(), List.of(new Header("x-served", "v1")), List.of());
        return ProxyRoute.builder()
                .name("split")
                .match(RouteMatch.builder().path(new PathMatch.Prefix("/")).build())
                .requestHeaders(new HeaderMutations(
                        List.of(new Header("x-tag", "one"), new Header("x-tag", "two")), List.of(), List.of()))
                .action(ForwardAction.builder()
                        .addClusters(
                                new WeightedCluster(V1, 90, HeaderMutations.NONE, served, Optional.empty()),
                                WeightedCluster.of(V2, 10))
                        .weighted(true)
                        .timeout(Duration.ofMillis(1500))
                        .retries(RetryPolicy.builder()
                                .attempts(2)
                                .retryOn("connect-failure")
                                .previousHosts(true)
                                .build())
                        .addMirror(new Mirror(V2, 200_000))
                        .build())
                .build();
    }

    static Cluster v1() {
        return cluster(V1, "outbound_.80_.v1_.tea.shop.svc.cluster.local").toBuilder()
                .addAssignment(LocalityEndpoints.builder()
                        .region("r1")
                        .zone("z1")
                        .subzone("")
                        .weight(2)
                        .addEndpoints(endpoint(1, false), endpoint(2, true))
                        .build())
                .build();
    }

    static LbEndpoint endpoint(int number, boolean mutualTls) {
        return LbEndpoint.builder()
                .address("10.0.0." + number + ":8080")
                .mutualTls(mutualTls)
                .owner("c1/shop/tea-" + number)
                .build();
    }

    static Outcome forwarded(Share share) {
        return Outcome.builder()
                .kind(Outcome.Kind.FORWARDED)
                .share(share)
                .reason(Reason.FORWARDED)
                .build();
    }

    private static Cluster v2() {
        return cluster(V2, "outbound_.80_.v2_.tea.shop.svc.cluster.local").toBuilder()
                .addAssignment(LocalityEndpoints.builder()
                        .region("")
                        .zone("")
                        .subzone("")
                        .weight(1)
                        .addEndpoint(endpoint(3, true))
                        .build())
                .build();
    }

    private static Cluster cluster(String name, String sni) {
        return Cluster.builder()
                .name(name)
                .type(ClusterType.EDS)
                .loadBalancing(new LoadBalancingPolicy.Simple("LEAST_REQUEST"))
                .tls(UpstreamTls.builder().mode(UpstreamTls.Mode.AUTO).sni(sni).build())
                .build();
    }

    private static UpstreamRequestBuilder request(String cluster) {
        return UpstreamRequest.builder()
                .cluster(cluster)
                .method("GET")
                .authority("tea.shop")
                .path("/a")
                .addHeaders(new Header("x-tag", "one"), new Header("X-User", "ann"), new Header("x-tag", "two"));
    }
}
