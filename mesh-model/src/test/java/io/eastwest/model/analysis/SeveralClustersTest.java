package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only meshes of several clusters can get wrong. */
class SeveralClustersTest {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {ports: [{port: 80, name: http}], selector: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, namespace: shop, labels: {app: web, version: v1}}
            """;
    private static final String RULE = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec:
              host: web
              subsets: [{name: one, labels: {version: v1}}, {name: near, labels: {topology.istio.io/cluster: east}}]
            """;

    private static List<String> subsets(String westNetwork, String westRule) {
        return AnalysedMesh.empty()
                .cluster(ClusterTopology.builder().name("east").network("n1").build(), SERVICE, RULE)
                .cluster(
                        ClusterTopology.builder()
                                .name("west")
                                .network(westNetwork)
                                .build(),
                        SERVICE,
                        westRule)
                .lines(IssueCode.SUBSET_MISSING_IN_CLUSTER);
    }

    @Test
    void shareTheirSubsetsAcrossNetworks() {
        assertThat(subsets("n2", RULE)).isEmpty();
        assertThat(subsets("n1", "")).isEmpty();
        assertThat(subsets("n2", ""))
                .containsExactly("WARNING DestinationRule/shop/web spec.subsets[0]: cluster \"west\" of another network"
                        + " has workloads of subset \"one\", but no DestinationRule for host"
                        + " \"web.shop.svc.cluster.local\" there defines it, so its gateway resets calls; apply the"
                        + " DestinationRule there, too [east.yaml:16:13] SUBSET_MISSING_IN_CLUSTER");
    }

    @Test
    void haveTheNamesThatRulesForCallersUse() {
        String rules = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web, namespace: shop}
                spec:
                  http: [{match: [{sourceLabels: {topology.istio.io/cluster: west}}]}]
                  tcp: [{match: [{sourceLabels: {topology.istio.io/cluster: West}}]}]
                """;

        assertThat(AnalysedMesh.empty()
                        .cluster(ClusterTopology.of("east"), rules)
                        .cluster(ClusterTopology.of("west"))
                        .lines(IssueCode.SOURCE_CLUSTER_UNKNOWN))
                .containsExactly("WARNING VirtualService/shop/web"
                        + " spec.tcp[0].match[0].sourceLabels[\"topology.istio.io/cluster\"]: cluster \"West\" is not"
                        + " among [east, west], so no caller has this label; name one of them [east.yaml:6:61]"
                        + " SOURCE_CLUSTER_UNKNOWN");
    }

    private static final String ROUTES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web]}
            """;

    @Test
    void knowTheHostsThatTheirVirtualServicesDefine() {
        assertThat(AnalysedMesh.empty()
                        .cluster(ClusterTopology.of("east"), ROUTES, SERVICE)
                        .cluster(ClusterTopology.of("west"), SERVICE)
                        .lines(IssueCode.HOST_NOT_RESOLVABLE))
                .isEmpty();
        assertThat(AnalysedMesh.empty()
                        .cluster(ClusterTopology.of("east"), ROUTES.replace("[web]", "[web], gateways: [edge]"))
                        .cluster(ClusterTopology.of("west"), SERVICE)
                        .lines(IssueCode.HOST_NOT_RESOLVABLE))
                .isEmpty();
        assertThat(AnalysedMesh.empty()
                        .cluster(ClusterTopology.of("east"), ROUTES)
                        .cluster(ClusterTopology.of("west"), SERVICE)
                        .lines(IssueCode.HOST_NOT_RESOLVABLE))
                .containsExactly(
                        "WARNING VirtualService/shop/web spec.hosts[0]: callers in cluster [east] cannot resolve"
                                + " \"web\": Service/shop/web exists in cluster \"west\", not there; add the Service there, too, or a"
                                + " ServiceEntry, or switch on DNS capture [east.yaml:4:16] HOST_NOT_RESOLVABLE");
    }

    @Test
    void resolveHostsOfOtherClustersByEntryOrCapture() {
        String entry = """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: web, namespace: shop}
                spec: {hosts: [web.shop.svc.cluster.local]}
                """;
        String capture = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: 'defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}'
                """;

        for (String more : List.of(entry, capture)) {
            assertThat(AnalysedMesh.empty()
                            .cluster(ClusterTopology.of("east"), ROUTES, more)
                            .cluster(ClusterTopology.of("west"), SERVICE)
                            .lines(IssueCode.HOST_NOT_RESOLVABLE))
                    .isEmpty();
        }
    }

    private static List<String> networks(String label) {
        return AnalysedMesh.of("""
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: istio-system, labels: {topology.istio.io/network: %s}}
                        ---
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec: {version: v1.30.3, namespace: istio-system, values: {global: {network: n1}}}
                        """.replace("%s", label)).lines(IssueCode.NETWORK_LABEL_CONFLICT);
    }

    @Test
    void haveOneNetworkEach() {
        assertThat(networks("n1")).isEmpty();
        assertThat(networks("n2"))
                .containsExactly(
                        "ERROR Namespace/istio-system metadata.labels[\"topology.istio.io/network\"]: network \"n2\""
                                + " is not \"n1\", which Istio/default gives injected pods as values.global.network; give both the"
                                + " same name [east.yaml:3:68] NETWORK_LABEL_CONFLICT");
    }

    private static List<String> hidden(String westNetwork, String annotations, String exportTo) {
        String gateway = """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: cross, namespace: istio-system}
                spec:
                  selector: {istio: eastwest}
                  servers: [{port: {number: 15443, protocol: TLS, name: t}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: ew-1, namespace: istio-system, labels: {istio: eastwest}}
                ---
                """;
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop, annotations: {"
                + annotations + "}}\nspec: {ports: [{port: 80, name: http}]}\n---\n";
        return AnalysedMesh.empty()
                .cluster(
                        ClusterTopology.builder().name("east").network("n1").build(),
                        gateway + service + RULE + "  exportTo: [" + exportTo + "]\n")
                .cluster(
                        ClusterTopology.builder()
                                .name("west")
                                .network(westNetwork)
                                .build(),
                        SERVICE)
                .lines(IssueCode.HIDDEN_FROM_EAST_WEST_GATEWAY);
    }

    @Test
    void showTheirServicesToTheEastWestGateway() {
        assertThat(hidden("n2", "", "")).isEmpty();
        assertThat(hidden("n2", "networking.istio.io/exportTo: \"., istio-system\"", "istio-system"))
                .isEmpty();
        assertThat(hidden("n1", "networking.istio.io/exportTo: \".\"", "\".\"")).isEmpty();
        assertThat(hidden("n2", "networking.istio.io/exportTo: \".\"", "\".\""))
                .containsExactly(
                        "WARNING Service/shop/web metadata.annotations[\"networking.istio.io/exportTo\"]: is not exported to"
                                + " namespace [istio-system] of the east-west gateway, which therefore resets calls to it from"
                                + " other networks; export it there, too [east.yaml:14:84] HIDDEN_FROM_EAST_WEST_GATEWAY",
                        "WARNING DestinationRule/shop/web spec.exportTo: is not exported to namespace [istio-system] of the"
                                + " east-west gateway, which therefore resets calls to its subsets from other networks; export"
                                + " it there, too [east.yaml:23:13] HIDDEN_FROM_EAST_WEST_GATEWAY");
    }
}
