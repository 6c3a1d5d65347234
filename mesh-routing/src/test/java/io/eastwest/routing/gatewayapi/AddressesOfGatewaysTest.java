package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a Gateway is reached, and what is said of Services that do not serve it: gateway-api.md 5.1 and 5.5. */
class AddressesOfGatewaysTest {
    private static final String BALANCED = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: outside, namespace: edge}
            spec: {type: LoadBalancer, clusterIP: 10.96.0.77, selector: {app: public}, ports: [{name: web, port: 80}]}
            """;

    private static String gateway(String spec, String metadata) {
        return Shop.gateway()
                .replace("listeners:", spec + "\n  listeners:")
                .replace("namespace: edge}", "namespace: edge" + metadata + "}");
    }

    private static String named(String... hostnames) {
        return "addresses: ["
                + String.join(
                        ", ",
                        List.of(hostnames).stream()
                                .map(each -> "{type: Hostname, value: " + each + "}")
                                .toList())
                + "]";
    }

    private static GatewayReport report(String... manifests) {
        return Shop.with(manifests).status().gateways().get(0);
    }

    private static String message(GatewayReport report, int condition) {
        return report.conditions().get(condition).message();
    }

    @ParameterizedTest
    @CsvSource({
        "Hostname, public-istio.edge.svc.cluster.local",
        "IPAddress, 10.96.0.9",
        "Other, 10.96.0.9 public-istio.edge.svc.cluster.local"
    })
    void theAnnotationChoosesBetweenNamesAndAddressesOfTheCluster(String type, String addresses) {
        String gateway = gateway("", ", annotations: {networking.istio.io/address-type: " + type + "}");

        assertThat(report(gateway).addresses()).containsExactly(addresses.split(" ", -1));
    }

    @Test
    void theNameOfTheServiceMayBeSaid() {
        String service = BALANCED.replace("type: LoadBalancer, ", "");
        String gateway = gateway("", ", annotations: {gateway.istio.io/name-override: outside}");

        assertThat(report(gateway, service).addresses()).containsExactly("outside.edge.svc.cluster.local");
    }

    @Nested
    class OfLoadBalancers {
        private final String gateway = gateway(named("outside", "public-istio"), "");

        private List<String> addresses(String service) {
            return report(gateway, service).addresses();
        }

        @Test
        void thatHaveNoneYetTheNameIsNotTold() {
            GatewayReport report = report(gateway, BALANCED);

            assertThat(report.addresses()).containsExactly("public-istio.edge.svc.cluster.local");
            assertThat(message(report, 1)).isEqualTo("address pending for hostname \"outside.edge.svc.cluster.local\"");
        }

        @Test
        void areSaidOnceForAllPorts() {
            String more = gateway.replace("listeners:", "listeners:\n  - {name: more, port: 81, protocol: HTTP}");
            String service =
                    BALANCED.replace("[{name: web, port: 80}]", "[{name: web, port: 80}, {name: x, port: 81}]");

            assertThat(message(report(more.replace(", {type: Hostname, value: public-istio}", ""), service), 1))
                    .isEqualTo("address pending for hostname \"outside.edge.svc.cluster.local\"");
        }

        @Test
        void areAddressesOrNames() {
            String status = "status: {loadBalancer: {ingress: [{ip: ''}, {ip: 203.0.113.7}, {hostname: lb.example},"
                    + " {hostname: ''}]}}\n";

            assertThat(addresses(BALANCED + status)).containsExactly("203.0.113.7", "lb.example");
        }

        @Test
        void countForServicesOfThatTypeAlone() {
            String status = "status: {loadBalancer: {ingress: [{ip: 203.0.113.7}]}}\n";

            assertThat(addresses(BALANCED.replace("type: LoadBalancer, ", "") + status))
                    .containsExactly("outside.edge.svc.cluster.local", "public-istio.edge.svc.cluster.local");
        }

        @Test
        void areFollowedByExternalAddresses() {
            assertThat(addresses(BALANCED.replace("type: LoadBalancer, ", "externalIPs: [198.51.100.1], ")))
                    .containsExactly("198.51.100.1");
        }
    }

    @Nested
    class WhatIsWrongWithAService {
        @Test
        void isThatItIsNotThere() {
            assertThat(message(report(gateway(named("none"), "")), 1))
                    .isEqualTo("hostname \"none.edge.svc.cluster.local\" not found");
        }

        @Test
        void isThatItIsElsewhere() {
            assertThat(message(report(gateway(named("a.shop.svc.cluster.local"), "")), 1))
                    .isEqualTo("hostname \"a.shop.svc.cluster.local\" not found in namespace \"edge\","
                            + " but in \"shop\"");
        }

        @Test
        void isThatNobodyServesIt() {
            String idle = BALANCED.replace("app: public", "app: nobody");
            GatewayReport report = report(gateway(named("outside"), ""), idle);

            assertThat(message(report, 1))
                    .isEqualTo("no instances found for hostname \"outside.edge.svc.cluster.local\"");
            assertThat(report.conditions().get(1).reason()).isEqualTo("AddressNotAssigned");
        }

        @Test
        void isThatThePortIsOneOfTheWorkload() {
            String shifted = BALANCED.replace("port: 80}", "port: 8000, targetPort: 80}");

            assertThat(message(report(gateway(named("outside"), ""), shifted), 1))
                    .isEqualTo("port 80 not found for hostname \"outside.edge.svc.cluster.local\";"
                            + " it is one of the workload, that of the Service is needed");
        }

        @Test
        void isThatItHasNoSuchPort() {
            String other = BALANCED.replace("port: 80}", "port: 8000}");

            assertThat(message(report(gateway(named("outside"), ""), other), 1))
                    .isEqualTo("port 80 not found for hostname \"outside.edge.svc.cluster.local\"");
        }

        @ParameterizedTest
        @CsvSource({"any, AddressNotUsable", "gateway.istio.io/managed, Programmed"})
        void isThatAPortLeadsNowhereUnlessItIsOneOfIstiod(String label, String reason) {
            String named = BALANCED.replace("port: 80}", "port: 80, targetPort: web}, {name: more, port: 81}")
                    .replace("namespace: edge}", "namespace: edge, labels: {" + label + ": x}}");

            assertThat(report(gateway(named("outside"), ""), named)
                            .conditions()
                            .get(1)
                            .reason())
                    .isEqualTo(reason);
        }

        @Test
        void isSaidOfAllInTheOrderOfTheTexts() {
            assertThat(message(report(gateway(named("z", "a"), "")), 1))
                    .isEqualTo("hostname \"a.edge.svc.cluster.local\" not found;"
                            + " hostname \"z.edge.svc.cluster.local\" not found");
        }
    }

    @Nested
    class Acceptance {
        @Test
        void namesTheAddressesThatAreIgnored() {
            GatewayReport report = report(
                    gateway("addresses: [{type: IPAddress, value: 1.2.3.4}, {type: IPAddress, value: 1.2.3.5}]", ""));

            assertThat(message(report, 0))
                    .isEqualTo("only addresses of type Hostname are supported; ignored [1.2.3.4, 1.2.3.5]");
            assertThat(message(report, 1)).isEqualTo("no requested address can be assigned");
        }

        @ParameterizedTest
        @CsvSource({"true, DeprecatedField", "false, Accepted"})
        void ofAServiceThatIsNamedEndsWithItsTypeInAnAnnotation(boolean named, String reason) {
            GatewayReport report = report(gateway(
                    named ? named("public-istio") : "",
                    ", annotations: {networking.istio.io/service-type: ClusterIP}"));

            assertThat(report.conditions().get(0).reason()).isEqualTo(reason);
        }
    }
}
