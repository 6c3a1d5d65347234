package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.HttpBackendReference;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.gatewayapi.HttpRouteSpec;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
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
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.writer.ManifestWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/cheatsheet.md}, word for word; {@link CheatsheetTest} compares them with the page. */
class CheatsheetSnippets {
    private static final String CA = "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----\n";

    @Test
    void nameTheClusters() {
        // snippet: Name the clusters of a mesh
        MeshTopology topology = MeshTopology.of(
                "shop-mesh",
                MeshTopologySpec.builder()
                        .meshId("mesh1")
                        .addClusters(ClusterTopology.builder()
                                .name("cluster-1")
                                .network("network1")
                                .build())
                        .addClusters(ClusterTopology.builder()
                                .name("cluster-2")
                                .network("network2")
                                .build())
                        .build());
        // end
        assertWritten(topology, """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata:
                  name: shop-mesh
                spec:
                  meshId: mesh1
                  clusters:
                  - name: cluster-1
                    network: network1
                  - name: cluster-2
                    network: network2
                """);
    }

    @Test
    void commonTrust() {
        // snippet: Give a cluster its intermediate CA
        Secret cacerts = Secret.builder()
                .metadata(ObjectMeta.of("istio-system", "cacerts"))
                .putData("ca-cert.pem", SecretBytes.ofText(CA))
                .putData("ca-key.pem", SecretBytes.ofText(CA))
                .putData("root-cert.pem", SecretBytes.ofText(CA))
                .putData("cert-chain.pem", SecretBytes.ofText(CA))
                .build();
        // end
        assertThat(cacerts.value("root-cert.pem").map(SecretBytes::toText)).contains(CA);
        assertWritten(cacerts, ManifestWriter.toYaml(readOne(ManifestWriter.toYaml(cacerts))));
    }

    @Test
    void remoteSecret() {
        String kubeconfig = "apiVersion: v1\nkind: Config\n";
        // snippet: Let istiod read another cluster
        Secret remote = Secret.builder()
                .metadata(ObjectMeta.builder()
                        .namespace("istio-system")
                        .name("istio-remote-secret-cluster-2")
                        .putLabel("istio/multiCluster", "true")
                        .putAnnotation("networking.istio.io/cluster", "cluster-2")
                        .build())
                .putStringData("cluster-2", kubeconfig)
                .build();
        // end
        assertWritten(remote, """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: istio-remote-secret-cluster-2
                  namespace: istio-system
                  labels:
                    istio/multiCluster: "true"
                  annotations:
                    networking.istio.io/cluster: cluster-2
                stringData:
                  cluster-2: |
                    apiVersion: v1
                    kind: Config
                """);
    }

    @Test
    void eastWestGateway() {
        // snippet: Open the east-west gateway
        IstioGateway gateway = IstioGateway.of(
                "istio-system",
                "cross-network-gateway",
                IstioGatewaySpec.of(
                        "istio",
                        "eastwestgateway",
                        Server.of(
                                ServerPort.of(15443, "TLS", "tls"),
                                ServerTlsSettings.mode(ServerTlsMode.AUTO_PASSTHROUGH),
                                "*.local")));
        // end
        assertWritten(gateway, """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata:
                  name: cross-network-gateway
                  namespace: istio-system
                spec:
                  servers:
                  - port:
                      number: 15443
                      protocol: TLS
                      name: tls
                    hosts:
                    - "*.local"
                    tls:
                      mode: AUTO_PASSTHROUGH
                  selector:
                    istio: eastwestgateway
                """);
    }

    @Test
    void controlPlane() {
        // snippet: Install a control plane
        GlobalValues place = GlobalValues.of("mesh1", "network1", "cluster-1");
        MeshConfig mesh = MeshConfig.builder().trustDomain("example.com").build();
        Istio istio = Istio.of(
                "default",
                IstioSpec.builder()
                        .version("v1.30.3")
                        .namespace("istio-system")
                        .values(IstioValues.builder()
                                .global(place)
                                .meshConfig(mesh)
                                .build())
                        .build());
        // end
        assertWritten(istio, """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata:
                  name: default
                spec:
                  version: v1.30.3
                  namespace: istio-system
                  values:
                    global:
                      meshID: mesh1
                      network: network1
                      multiCluster:
                        clusterName: cluster-1
                    meshConfig:
                      trustDomain: example.com
                """);
    }

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

    @Test
    void readAndFindMistakes() {
        String yaml = "{apiVersion: v1, kind: Namespace, metadata: {name: a, lables: {}}}";
        // snippet: Read a text and list what is wrong with it
        var result = ManifestReader.strict().read("shop.yaml", yaml);
        for (Issue issue : result.issues()) {
            System.out.println(issue);
        }
        List<Manifest> manifests = result.value().orElseThrow(); // those without an error
        // end
        assertThat(manifests).isEmpty();
        assertThat(result.issues()).singleElement().asString().contains("did you mean labels?");
    }

    @Test
    void change() {
        VirtualService service = VirtualService.of("shop", "a", VirtualServiceSpec.empty());
        // snippet: Change what was read and write it
        VirtualServiceSpec spec = service.spec().toBuilder().addExportTo(".").build();
        VirtualService changed = service.toBuilder().spec(spec).build();
        String yaml = ManifestWriter.toYaml(changed);
        // end
        assertThat(yaml).endsWith("spec:\n  exportTo:\n  - .\n".replace("- .", "- \".\""));
        assertThat(readOne(yaml)).isEqualTo(changed);
    }

    @Test
    void choices() {
        StringMatch match = StringMatch.prefix("/api");
        // snippet: Take a choice apart
        String text = match.match(
                exact -> "is " + exact.value(),
                prefix -> "starts with " + prefix.value(),
                regex -> "matches " + regex.value(),
                present -> "is there");
        // end
        assertThat(text).isEqualTo("starts with /api");
    }

    @Test
    void meshConfiguration() {
        // snippet: Read the mesh configuration of a control plane
        MeshConfig mesh = MeshConfigReader.readConfig("mesh", "trustDomain: example.com\nenableAutoMtls: true")
                .orThrow();
        // end
        assertThat(mesh.trustDomain()).contains("example.com");
    }

    private static void assertWritten(MeshResource resource, String yaml) {
        assertThat(ManifestWriter.toYaml(resource)).isEqualTo(yaml);
        assertThat(readOne(yaml)).isEqualTo(resource);
    }

    private static MeshResource readOne(String yaml) {
        return ManifestReader.strict().read("a.yaml", yaml).orThrow().get(0).resource();
    }
}
