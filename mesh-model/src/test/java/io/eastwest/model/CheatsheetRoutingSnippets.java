package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.HttpBackendReference;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.gatewayapi.HttpRouteSpec;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryLocation;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntryResolution;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snippets of {@code docs/cheatsheet.md}, word for word: routing, balancing and security. See {@link CheatsheetTest}. */
class CheatsheetRoutingSnippets {
    @Test
    void subsets() {
        // snippet: Make a subset of each cluster
        DestinationRule rule = DestinationRule.of(
                "shop",
                "reviews-by-cluster",
                DestinationRuleSpec.host(
                        "reviews.shop.svc.cluster.local",
                        Subset.of("cluster-1", "topology.istio.io/cluster", "cluster-1"),
                        Subset.of("cluster-2", "topology.istio.io/cluster", "cluster-2")));
        // end
        assertWritten(rule, """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata:
                  name: reviews-by-cluster
                  namespace: shop
                spec:
                  host: reviews.shop.svc.cluster.local
                  subsets:
                  - name: cluster-1
                    labels:
                      topology.istio.io/cluster: cluster-1
                  - name: cluster-2
                    labels:
                      topology.istio.io/cluster: cluster-2
                """);
    }

    @Test
    void partitioning() {
        // snippet: Keep calls in the cluster that they come from
        String host = "reviews.shop.svc.cluster.local";
        VirtualService service = VirtualService.of(
                "shop",
                "reviews-stay-local",
                VirtualServiceSpec.forHost(
                        host,
                        IstioHttpRoute.when(
                                HttpMatchRequest.sourceLabel("topology.istio.io/cluster", "cluster-1"),
                                HttpRouteDestination.to(host, "cluster-1")),
                        IstioHttpRoute.when(
                                HttpMatchRequest.sourceLabel("topology.istio.io/cluster", "cluster-2"),
                                HttpRouteDestination.to(host, "cluster-2")),
                        IstioHttpRoute.to(HttpRouteDestination.to(host))));
        // end
        assertWritten(service, """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: reviews-stay-local
                  namespace: shop
                spec:
                  hosts:
                  - reviews.shop.svc.cluster.local
                  http:
                  - match:
                    - sourceLabels:
                        topology.istio.io/cluster: cluster-1
                    route:
                    - destination:
                        host: reviews.shop.svc.cluster.local
                        subset: cluster-1
                  - match:
                    - sourceLabels:
                        topology.istio.io/cluster: cluster-2
                    route:
                    - destination:
                        host: reviews.shop.svc.cluster.local
                        subset: cluster-2
                  - route:
                    - destination:
                        host: reviews.shop.svc.cluster.local
                """);
    }

    @Test
    void failover() {
        // snippet: Fail over to another region
        TrafficPolicy policy = TrafficPolicy.builder()
                .loadBalancer(LoadBalancerSettings.failover(LocalityFailover.of("eu-west", "eu-north")))
                .outlierDetection(OutlierDetection.after(5, Duration.ofSeconds(10), Duration.ofMinutes(1)))
                .build();
        DestinationRule rule = DestinationRule.of(
                "shop",
                "reviews-failover",
                DestinationRuleSpec.builder()
                        .host("reviews.shop.svc.cluster.local")
                        .trafficPolicy(policy)
                        .build());
        // end
        assertWritten(rule, """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata:
                  name: reviews-failover
                  namespace: shop
                spec:
                  host: reviews.shop.svc.cluster.local
                  trafficPolicy:
                    loadBalancer:
                      localityLbSetting:
                        failover:
                        - from: eu-west
                          to: eu-north
                    outlierDetection:
                      consecutive5xxErrors: 5
                      interval: "10s"
                      baseEjectionTime: "1m"
                """);
    }

    @Test
    void distribution() {
        // snippet: Spread calls over regions
        LocalityDistribution spread = LocalityDistribution.builder()
                .from("eu-west/*")
                .putTo("eu-west/*", 80)
                .putTo("eu-north/*", 20)
                .build();
        DestinationRule rule = DestinationRule.of(
                "shop",
                "reviews-distribution",
                DestinationRuleSpec.builder()
                        .host("reviews.shop.svc.cluster.local")
                        .trafficPolicy(TrafficPolicy.of(LoadBalancerSettings.distribute(spread)))
                        .build());
        // end
        assertWritten(rule, """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata:
                  name: reviews-distribution
                  namespace: shop
                spec:
                  host: reviews.shop.svc.cluster.local
                  trafficPolicy:
                    loadBalancer:
                      localityLbSetting:
                        distribute:
                        - from: "eu-west/*"
                          to:
                            "eu-west/*": 80
                            "eu-north/*": 20
                """);
    }

    @Test
    void split() {
        // snippet: Split calls between two services
        HttpRoute route = HttpRoute.of(
                "shop",
                "reviews",
                HttpRouteSpec.builder()
                        .addParentRefs(ParentReference.service("reviews"))
                        .rules(List.of(HttpRouteRule.to(
                                HttpBackendReference.to("reviews-v1", 9080, 50),
                                HttpBackendReference.to("reviews-v2", 9080, 50))))
                        .build());
        // end
        assertWritten(route, """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: reviews
                  namespace: shop
                spec:
                  parentRefs:
                  - group: ""
                    kind: Service
                    name: reviews
                  rules:
                  - backendRefs:
                    - name: reviews-v1
                      port: 9080
                      weight: 50
                    - name: reviews-v2
                      port: 9080
                      weight: 50
                """);
    }

    @Test
    void canary() {
        // snippet: Send some requests to a new version, with a time limit and retries
        IstioHttpRoute canary = IstioHttpRoute.builder()
                .addMatch(HttpMatchRequest.header("x-canary", StringMatch.exact("true")))
                .addMatch(HttpMatchRequest.uri(StringMatch.prefix("/beta")))
                .addRoute(HttpRouteDestination.to("reviews", "v2"))
                .timeout(Duration.ofSeconds(5))
                .retries(HttpRetry.attempts(3))
                .build();
        // end
        assertThat(ManifestWriter.toYaml(ManifestWriter.valueToTree(canary))).isEqualTo("""
                match:
                - headers:
                    x-canary:
                      exact: "true"
                - uri:
                    prefix: /beta
                route:
                - destination:
                    host: reviews
                    subset: v2
                timeout: "5s"
                retries:
                  attempts: 3
                """);
    }

    @Test
    void mutualTls() {
        // snippet: Refuse plain text in the whole mesh
        PeerAuthentication strict =
                PeerAuthentication.of("istio-system", "default", PeerAuthenticationSpec.mode(MutualTlsMode.STRICT));
        // end
        assertWritten(strict, """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata:
                  name: default
                  namespace: istio-system
                spec:
                  mtls:
                    mode: STRICT
                """);
    }

    @Test
    void oneCaller() {
        // snippet: Let one caller in
        AuthorizationPolicy policy = AuthorizationPolicy.of(
                "shop",
                "only-web",
                AuthorizationPolicySpec.of(
                        AuthorizationAction.ALLOW,
                        AuthorizationRule.from(RequestSource.principals("cluster.local/ns/shop/sa/web"))));
        // end
        assertWritten(policy, """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata:
                  name: only-web
                  namespace: shop
                spec:
                  rules:
                  - from:
                    - source:
                        principals:
                        - cluster.local/ns/shop/sa/web
                  action: ALLOW
                """);
    }

    @Test
    void outsideHost() {
        // snippet: Make an outside host known
        ServiceEntry payments = ServiceEntry.of(
                "shop",
                "payments",
                ServiceEntrySpec.builder()
                        .addHosts("api.payments.example")
                        .addPorts(ServiceEntryPort.of(443, "TLS", "tls"))
                        .location(ServiceEntryLocation.MESH_EXTERNAL)
                        .resolution(ServiceEntryResolution.DNS)
                        .build());
        // end
        assertWritten(payments, """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata:
                  name: payments
                  namespace: shop
                spec:
                  hosts:
                  - api.payments.example
                  ports:
                  - number: 443
                    protocol: TLS
                    name: tls
                  location: MESH_EXTERNAL
                  resolution: DNS
                """);
    }

    private static void assertWritten(MeshResource resource, String yaml) {
        assertThat(ManifestWriter.toYaml(resource)).isEqualTo(yaml);
        assertThat(readOne(yaml)).isEqualTo(resource);
    }

    private static MeshResource readOne(String yaml) {
        return ManifestReader.strict().read("a.yaml", yaml).orThrow().get(0).resource();
    }
}
