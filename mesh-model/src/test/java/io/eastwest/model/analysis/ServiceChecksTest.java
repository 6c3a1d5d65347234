package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Services, service entries and networks. */
class ServiceChecksTest {
    private static String service(String metadata, String spec) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop" + metadata + "}\nspec: {" + spec
                + "}\n";
    }

    @Nested
    class PortNames {
        private List<String> lines(String metadata, String spec) {
            return AnalysedMesh.of(service(metadata, spec))
                    .lines(IssueCode.PORT_PROTOCOL_UNKNOWN, IssueCode.EXTERNAL_NAME_PORT_UNUSABLE);
        }

        @Test
        void sayTheProtocol() {
            assertThat(lines("", """
                            ports: [{port: 80, name: http}, {port: 81, name: GRPC-Web-x}, {port: 82, name: tcp-data},
                              {port: 83, protocol: UDP, name: x}, {port: 3306, name: db}, {port: 84, name: x, appProtocol: https},
                              {port: 85, name: y, appProtocol: kubernetes.io/h2c}]
                            """)).isEmpty();
        }

        @Test
        void thatSayNothingAreWorthKnowing() {
            assertThat(lines(
                            "",
                            "ports: [{port: 80}, {port: 81, name: web}, {port: 82, name: http, appProtocol: soap}]"))
                    .containsExactly(
                            "INFO Service/shop/web spec.ports[0]: neither name nor appProtocol says what port 80 speaks,"
                                    + " so it is detected; name it after its protocol, such as http or tcp-data"
                                    + " [east.yaml:4:16] PORT_PROTOCOL_UNKNOWN",
                            "INFO Service/shop/web spec.ports[1]: neither name \"web\" nor appProtocol says what port 81"
                                    + " speaks, so it is detected; name it after its protocol, such as http or tcp-data"
                                    + " [east.yaml:4:28] PORT_PROTOCOL_UNKNOWN",
                            "INFO Service/shop/web spec.ports[2]: neither name \"http\" nor appProtocol says what port 82"
                                    + " speaks, so it is detected; name it after its protocol, such as http or tcp-data"
                                    + " [east.yaml:4:51] PORT_PROTOCOL_UNKNOWN");
        }

        @Test
        void ofIstioAndOfKubernetesAreNotJudged() {
            assertThat(lines(", labels: {istio: pilot}", "ports: [{port: 80}]")).isEmpty();
            assertThat(lines(", labels: {gateway.istio.io/managed: istio.io-mesh-controller}", "ports: [{port: 80}]"))
                    .isEmpty();
            assertThat(AnalysedMesh.of(service("", "ports: [{port: 80}]").replace("shop", "kube-system"))
                            .lines(IssueCode.PORT_PROTOCOL_UNKNOWN))
                    .isEmpty();
        }

        @Test
        void ofExternalNamesMustBeMoreThanTcp() {
            String external = "type: ExternalName, externalName: a.com, ports: ";

            assertThat(lines("", external + "[{port: 443, name: https}, {port: 9, name: tcp-x}]"))
                    .isEmpty();
            assertThat(lines("", external + "[{port: 443, name: tcp}, {port: 9, name: x}]"))
                    .hasSize(2)
                    .first()
                    .isEqualTo("WARNING Service/shop/web spec.ports[0]: proxies may not forward calls to port 443 of a"
                            + " Service of type ExternalName unless its name starts with a protocol other than tcp; name it"
                            + " after its protocol, such as https or tls [east.yaml:4:57] EXTERNAL_NAME_PORT_UNUSABLE");
        }
    }

    @Nested
    class SharedPorts {
        private static final String DEPLOYMENT = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: {istio-injection: enabled}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  selector: {matchLabels: {app: web}}
                  template: {metadata: {labels: {app: web}}}
                ---
                """;

        private List<String> lines(String ports, String otherPorts) {
            return AnalysedMesh.of(
                            DEPLOYMENT,
                            service("", "selector: {app: web}, ports: [" + ports + "]"),
                            service("", "selector: {app: web}, ports: [" + otherPorts + "]")
                                    .replace("name: web", "name: other"))
                    .lines(IssueCode.PORT_PROTOCOL_CONFLICT, IssueCode.TARGET_PORT_CONFLICT);
        }

        @Test
        void agree() {
            assertThat(lines("{name: a, port: 80, targetPort: 8080}", "{name: a, port: 80, targetPort: 8081}"))
                    .isEmpty();
            assertThat(lines("{name: a, port: 53}, {name: b, port: 53, protocol: UDP}", "{name: a, port: 80}"))
                    .isEmpty();
        }

        @Test
        void thatDisagreeAreWarnings() {
            assertThat(lines("{name: a, port: 80}", "{name: a, port: 80, protocol: UDP}"))
                    .containsExactly(
                            "WARNING Deployment/shop/web metadata.name: Services [other, web] select it and use"
                                    + " port 80 with the protocols [TCP, UDP]; use one protocol per port [east.yaml:7:18]"
                                    + " PORT_PROTOCOL_CONFLICT");
            assertThat(lines("{name: a, port: 80, targetPort: 8080}", "{name: a, port: 81, targetPort: 8080}"))
                    .containsExactly(
                            "WARNING Deployment/shop/web metadata.name: Services [other, web] select it and lead"
                                    + " to its port \"8080\" from the different ports [80, 81]; use one port per target port"
                                    + " [east.yaml:7:18] TARGET_PORT_CONFLICT");
        }

        @Test
        void outsideOfTheMeshAreNotJudged() {
            assertThat(AnalysedMesh.of(
                                    DEPLOYMENT.replace("enabled", "disabled"),
                                    service("", "selector: {app: web}, ports: [{name: a, port: 80}]"),
                                    service("", "selector: {app: web}, ports: [{name: a, port: 80, protocol: UDP}]")
                                            .replace("name: web", "name: other"))
                            .lines(IssueCode.PORT_PROTOCOL_CONFLICT))
                    .isEmpty();
        }
    }

    @Nested
    class ServicesOfSeveralClusters {
        private List<String> lines(String east, String west) {
            return AnalysedMesh.empty()
                    .cluster(ClusterTopology.of("east"), service("", east))
                    .cluster(ClusterTopology.of("west"), service("", west))
                    .lines(IssueCode.SERVICE_DIFFERS_BETWEEN_CLUSTERS);
        }

        @Test
        void areAlike() {
            assertThat(lines("ports: [{name: a, port: 80}]", "ports: [{name: a, port: 80}], type: ClusterIP"))
                    .isEmpty();
            assertThat(lines("ports: [{name: a, port: 80}, {name: b, port: 81}]", """
                            ports: [{name: b, port: 81}, {name: a, port: 80}], clusterIP: 10.0.0.1
                            """))
                    .isEmpty();
        }

        @Test
        void thatDifferAreReportedOnceForAllControlPlanes() {
            assertThat(lines("ports: [{name: a, port: 80}]", "ports: [{name: a, port: 81}], clusterIP: None"))
                    .containsExactly(
                            "WARNING Service/shop/web spec.clusterIP: is headless in cluster [west], unlike in cluster"
                                    + " \"east\"; make the Service the same in all clusters [east.yaml:4:7]"
                                    + " SERVICE_DIFFERS_BETWEEN_CLUSTERS",
                            "WARNING Service/shop/web spec.ports: has other ports in cluster [west], unlike in cluster"
                                    + " \"east\"; make the Service the same in all clusters [east.yaml:4:15]"
                                    + " SERVICE_DIFFERS_BETWEEN_CLUSTERS");
            assertThat(lines("type: NodePort", "type: LoadBalancer"))
                    .containsExactly("WARNING Service/shop/web spec.type: has another type in cluster [west], unlike in"
                            + " cluster \"east\"; make the Service the same in all clusters [east.yaml:4:14]"
                            + " SERVICE_DIFFERS_BETWEEN_CLUSTERS");
        }
    }

    @Nested
    class AddressesOfServiceEntries {
        private List<String> lines(String spec, String config) {
            String entry =
                    "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: db, namespace: shop}\n"
                            + "spec: {hosts: [db.com], " + spec + "}\n";
            String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n"
                    + "  mesh: 'defaultConfig: {proxyMetadata: {" + config + "}}'\n";
            return AnalysedMesh.of(map, entry).lines(IssueCode.SERVICE_ENTRY_ADDRESS_REQUIRED);
        }

        @Test
        void areNeededForTcp() {
            assertThat(lines("ports: [{number: 1, name: h, protocol: HTTP}, {number: 2, name: t, protocol: tcp}]", ""))
                    .containsExactly("WARNING ServiceEntry/shop/db spec.ports[1]: port \"t\" carries TCP, which is told"
                            + " apart by addresses only, but there are none; add addresses or let istiod allocate them"
                            + " [east.yaml:11:71] SERVICE_ENTRY_ADDRESS_REQUIRED");
            assertThat(lines("ports: [{number: 2, name: t}]", "ISTIO_META_DNS_CAPTURE: \"true\""))
                    .hasSize(1);
        }

        @Test
        void areGivenOrAllocated() {
            String tcp = "ports: [{number: 2, name: t, protocol: TCP}]";

            assertThat(lines(tcp + ", addresses: [1.2.3.4]", "")).isEmpty();
            assertThat(lines(tcp + "}\nstatus: {addresses: [{value: 240.0.0.1}]", ""))
                    .isEmpty();
            assertThat(lines(tcp, "ISTIO_META_DNS_CAPTURE: \"true\", ISTIO_META_DNS_AUTO_ALLOCATE: \"true\""))
                    .isEmpty();
            assertThat(lines(tcp, "ISTIO_META_DNS_CAPTURE: \"true\", PILOT_ENABLE_IP_AUTOALLOCATE: \"true\""))
                    .isEmpty();
        }
    }

    @Nested
    class Networks {
        private static final String MAP = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  meshNetworks: |
                    networks:
                      n1: {endpoints: [{fromRegistry: %s}, {fromCidr: 10.0.0.0/8}], gateways: []}
                """;

        private List<String> lines(String registry) {
            return AnalysedMesh.empty()
                    .cluster(ClusterTopology.of("east"), MAP.replace("%s", registry))
                    .cluster(ClusterTopology.of("west"))
                    .lines(IssueCode.NETWORK_REGISTRY_UNKNOWN);
        }

        @Test
        void nameClusters() {
            assertThat(lines("east")).isEmpty();
            assertThat(lines("west")).isEmpty();
            assertThat(lines("Kubernetes")).isEmpty();
        }

        @Test
        void ofUnknownClustersAreErrors() {
            assertThat(lines("West"))
                    .containsExactly("ERROR ConfigMap/istio-system/istio"
                            + " data.meshNetworks.networks.n1.endpoints[0].fromRegistry: registry \"West\" of network"
                            + " \"n1\" is not among the clusters [east, west]; name a cluster, in upper and lower case as"
                            + " there [east.yaml:5:17] NETWORK_REGISTRY_UNKNOWN");
        }

        @Test
        void mayStandInTheValuesOfAnInstallation() {
            assertThat(AnalysedMesh.of("""
                                    apiVersion: sailoperator.io/v1
                                    kind: Istio
                                    metadata: {name: default}
                                    spec:
                                      version: v1.30.3
                                      namespace: istio-system
                                      values: {global: {meshNetworks: {n1: {endpoints: [{fromRegistry: typo}], gateways: []}}}}
                                    """).lines(IssueCode.NETWORK_REGISTRY_UNKNOWN))
                    .containsExactly("ERROR Istio/default spec.values.global.meshNetworks.n1.endpoints[0].fromRegistry:"
                            + " registry \"typo\" of network \"n1\" is not among the clusters [east]; name a cluster, in"
                            + " upper and lower case as there [east.yaml:7:68] NETWORK_REGISTRY_UNKNOWN");
        }
    }
}
