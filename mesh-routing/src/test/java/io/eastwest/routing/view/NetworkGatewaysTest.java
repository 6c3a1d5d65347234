package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkGatewaysTest {
    private static List<String> gateways(String... documents) {
        return gateways(TestMesh.single(documents));
    }

    private static List<String> gateways(TestMesh mesh) {
        return mesh.view("c1").networkGateways().stream()
                .map(gateway -> gateway.network() + " " + gateway.cluster() + " " + gateway.address() + ":"
                        + gateway.port() + " " + gateway.hbonePort())
                .toList();
    }

    private static String service(String labels, String spec, String status) {
        return "{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: istio-system, labels: {topology.istio.io/network: n1"
                + labels + "}}, spec: {" + spec + "}, status: {loadBalancer: {ingress: [" + status + "]}}}";
    }

    @Nested
    class LabelledServices {
        @Test
        void giveEveryAddressOfTheLoadBalancerAndTheExternalOnes() {
            assertThat(gateways(service(
                            "",
                            "type: LoadBalancer, externalIPs: [3.3.3.3], ports: [{port: 15443}]",
                            "{ip: 1.1.1.1}, {hostname: lb.example}, {ip: 2.2.2.2, hostname: ignored}")))
                    .containsExactly(
                            "n1 c1 1.1.1.1:15443 0",
                            "n1 c1 2.2.2.2:15443 0",
                            "n1 c1 3.3.3.3:15443 0",
                            "n1 c1 lb.example:15443 0");
        }

        @Test
        void haveThePortOfTheLabelAndHboneWhereTheServiceHasThem() {
            assertThat(gateways(service(
                            ", networking.istio.io/gatewayPort: '8443'",
                            "type: LoadBalancer, ports: [{name: a, port: 8443}, {name: b, port: 15008}]",
                            "{ip: 1.1.1.1}")))
                    .containsExactly("n1 c1 1.1.1.1:8443 15008");
            assertThat(gateways(service("", "type: LoadBalancer, ports: [{port: 15008}]", "{ip: 1.1.1.1}")))
                    .containsExactly("n1 c1 1.1.1.1:0 15008");
        }

        @Test
        void withALabelThatIsNoNumberHaveTheUsualPort() {
            assertThat(gateways(service(
                            ", networking.istio.io/gatewayPort: x",
                            "type: LoadBalancer, ports: [{port: 15443}]",
                            "{ip: 1.1.1.1}")))
                    .containsExactly("n1 c1 1.1.1.1:15443 0");
        }

        @Test
        void ofOtherTypesHaveNoAddressOfALoadBalancer() {
            assertThat(gateways(service("", "type: ClusterIP, ports: [{port: 15443}]", "{ip: 1.1.1.1}")))
                    .isEmpty();
            assertThat(gateways(service("", "type: LoadBalancer, ports: [{port: 15443}]", "{ip: '', hostname: ''}")))
                    .isEmpty();
        }

        @Test
        void withoutPortAreNoneAndReported() {
            TestMesh mesh = TestMesh.single(service("", "type: LoadBalancer, ports: [{port: 443}]", "{ip: 1.1.1.1}"));

            assertThat(gateways(mesh)).isEmpty();
            assertThat(mesh.views().issues("c1"))
                    .extracting(Object::toString)
                    .containsExactly("WARNING Service/istio-system/gw metadata.labels[\"topology.istio.io/network\"]: "
                            + "gateway of network \"n1\" has neither its mTLS port nor 15008; add port 15443 or name the "
                            + "port by label networking.istio.io/gatewayPort NETWORK_GATEWAY_WITHOUT_PORT");
        }

        @Test
        void ofNamespacesThatAreNotDiscoveredAreNone() {
            String selectors =
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"yes\"}}]'}}";
            String gateway = service("", "type: LoadBalancer, ports: [{port: 15443}]", "{ip: 1.1.1.1}");
            String discovered =
                    "{apiVersion: v1, kind: Namespace, metadata: {name: istio-system, labels: {mesh: 'yes'}}}";

            assertThat(gateways(selectors, gateway)).isEmpty();
            assertThat(gateways(selectors, gateway, discovered)).containsExactly("n1 c1 1.1.1.1:15443 0");
        }

        /** istiod keeps the node ports by number alone. */
        @Test
        void withTwoPortsOfOneNumberHaveTheNodePortOfTheLast() {
            assertThat(
                            gateways(
                                    "{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: istio-system, labels: {topology.istio.io/network: n1}, annotations: {traffic.istio.io/nodeSelector: '{}'}}, "
                                            + "spec: {type: NodePort, externalIPs: [3.3.3.3], ports: [{name: a, port: 15443, nodePort: 31001}, {name: b, port: 15443, protocol: UDP, nodePort: 31002}]}}"))
                    .containsExactly("n1 c1 3.3.3.3:31002 0");
        }

        @Test
        void ofNodePortsGiveTheSelectedNodes() {
            String node =
                    "{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {edge: '%s'}}, status: {addresses: [{type: InternalIP, address: 9.9.9.9}, {type: ExternalIP, address: %s}]}}";
            String gateway =
                    "{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: istio-system, labels: {topology.istio.io/network: n1}, "
                            + "annotations: {traffic.istio.io/nodeSelector: '{\"edge\": \"yes\"}'}}, "
                            + "spec: {type: NodePort, ports: [{port: 15443, nodePort: 31443}]}}";

            assertThat(gateways(gateway, node.formatted("a", "yes", "1.1.1.1"), node.formatted("b", "no", "1.1.1.2")))
                    .containsExactly("n1 c1 1.1.1.1:31443 0");
        }
    }

    @Nested
    class MeshNetworksOfTheConfiguration {
        @Test
        void giveAddressesAndServicesOfTheRegistry() {
            String networks = """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data:
                      meshNetworks: |
                        networks:
                          n1:
                            endpoints: [{fromRegistry: c1}]
                            gateways:
                            - {registryServiceName: gw.istio-system.svc.cluster.local, port: 443}
                            - {address: 5.5.5.5, port: 15443}
                          n2:
                            gateways: [{registryServiceName: gw.istio-system.svc.cluster.local, port: 443}]
                    """;
            String service =
                    "{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: istio-system}, spec: {type: LoadBalancer, ports: [{port: 443}]}, status: {loadBalancer: {ingress: [{ip: 1.1.1.1}]}}}";

            assertThat(gateways(networks, service)).containsExactly("n1  5.5.5.5:15443 0", "n1 c1 1.1.1.1:443 0");
        }
    }

    @Nested
    class GatewayResources {
        private static String gateway(String className, String listeners) {
            return "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: gw, namespace: istio-system, labels: {topology.istio.io/network: n1}}, "
                    + "spec: {gatewayClassName: " + className
                    + ", addresses: [{value: 1.1.1.1}, {type: Hostname, value: lb.example}, {type: NamedAddress, value: x}], listeners: ["
                    + listeners + "]}}";
        }

        @Test
        void giveAddressesTimesPassthroughAndHboneListeners() {
            assertThat(
                            gateways(
                                    gateway(
                                            "istio",
                                            "{name: a, port: 15443, protocol: TLS, tls: {mode: Passthrough}}, "
                                                    + "{name: b, port: 9443, protocol: TLS, tls: {mode: Passthrough, options: {gateway.istio.io/listener-protocol: auto-passthrough}}}, "
                                                    + "{name: c, port: 15008, protocol: HBONE}, {name: d, port: 443, protocol: TLS, tls: {mode: Passthrough}}")))
                    .containsExactly(
                            "n1 c1 1.1.1.1:9443 0",
                            "n1 c1 1.1.1.1:15008 15008",
                            "n1 c1 1.1.1.1:15443 0",
                            "n1 c1 lb.example:9443 0",
                            "n1 c1 lb.example:15008 15008",
                            "n1 c1 lb.example:15443 0");
        }

        /** Load-balancing.md 4.1 against the code: the account of a Gateway resource is part of what is compared. */
        @Test
        void areNotTheSameAsTheServiceMadeForThem() {
            String resource = gateway("istio", "{name: a, port: 15443, protocol: TLS, tls: {mode: Passthrough}}");
            String made = service("", "type: LoadBalancer, ports: [{port: 15443}]", "{ip: 1.1.1.1}");
            String annotated =
                    resource.replace("name: gw,", "name: gw2, annotations: {gateway.istio.io/service-account: own},");

            assertThat(TestMesh.single(resource, made, annotated).view("c1").networkGateways())
                    .filteredOn(gateway -> gateway.address().equals("1.1.1.1"))
                    .extracting(NetworkGatewayAddress::serviceAccount)
                    .containsExactly("", "istio-system/gw", "istio-system/own");
        }

        @Test
        void ofClassRemoteHaveAnAccountOfThatName() {
            String remote = gateway("istio-remote", "{name: a, port: 15443, protocol: TLS, tls: {mode: Passthrough}}");

            assertThat(TestMesh.single(remote).view("c1").networkGateways())
                    .extracting(NetworkGatewayAddress::serviceAccount)
                    .containsOnly("istio-system/gw-istio-remote");
        }

        @Test
        void haveThePortOfTheirLabel() {
            String labelled = gateway(
                            "istio",
                            "{name: a, port: 9443, protocol: TLS, tls: {mode: Passthrough}},"
                                    + " {name: b, port: 15443, protocol: TLS, tls: {mode: Passthrough}}")
                    .replace("network: n1}", "network: n1, networking.istio.io/gatewayPort: '9443'}");

            assertThat(gateways(labelled)).containsExactly("n1 c1 1.1.1.1:9443 0", "n1 c1 lb.example:9443 0");
        }

        @Test
        void withoutNetworkAreNone() {
            assertThat(gateways(gateway("istio", "{name: c, port: 15008, protocol: HBONE}")
                            .replace("network: n1", "network: ''")))
                    .isEmpty();
        }

        @Test
        void inNamespacesThatAreNotDiscoveredCount() {
            assertThat(gateways(
                            "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"yes\"}}]'}}",
                            gateway("istio", "{name: a, port: 15443, protocol: TLS, tls: {mode: Passthrough}}")))
                    .contains("n1 c1 1.1.1.1:15443 0");
        }

        @Test
        void ofClassRemoteCountInTheOwnClusterOnly() {
            String remote = gateway("istio-remote", "{name: a, port: 15443, protocol: TLS, tls: {mode: Passthrough}}");
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n").with("c2", remote);

            assertThat(gateways(mesh)).isEmpty();
            assertThat(mesh.view("c2").networkGateways()).hasSize(2);
        }
    }
}
