package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of classes, Gateways, ListenerSets and policies: gateway-api.md 4, 5.1, 5.5, 6 and 16. */
class StatusOfGatewaysTest {
    private static final String GOOD = "[Accepted=true/Accepted, Programmed=true/Programmed]";

    private static String text(List<StatusCondition> conditions) {
        return conditions.stream()
                .map(each -> each.type() + "=" + each.holds() + "/" + each.reason())
                .toList()
                .toString();
    }

    private static String gateway(GatewayApiStatus status) {
        return text(status.gateways().get(0).conditions());
    }

    private static String withSpec(String extra) {
        return Shop.gateway("{name: web, port: 80, protocol: HTTP}").replace("listeners:", extra + "\n  listeners:");
    }

    @Test
    void classesOfIstiodAreAcceptedAndOthersHaveNoReport() {
        String classes = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: GatewayClass
            metadata: {name: mine}
            spec: {controllerName: istio.io/gateway-controller}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: GatewayClass
            metadata: {name: theirs}
            spec: {controllerName: example.com/other}
            """;
        GatewayApiStatus status =
                Shop.with(classes, Shop.gateway().replace("istio", "theirs")).status();

        assertThat(status.classes()).singleElement().satisfies(each -> {
            assertThat(each.resource().name()).isEqualTo("mine");
            assertThat(text(each.conditions())).isEqualTo("[Accepted=true/Accepted]");
        });
        assertThat(status.gateways()).isEmpty();
    }

    @Test
    void anObjectHasItsOwnConditionsAlone() {
        String policy = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: BackendTLSPolicy
            metadata: {name: p, namespace: shop}
            spec: {targetRefs: [{group: '', kind: Service, name: a}], validation: {hostname: a.com, wellKnownCACertificates: System}}
            """;
        String set = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: ListenerSet
            metadata: {name: s, namespace: edge}
            spec: {parentRef: {name: public}, listeners: [{name: other, port: 8081, protocol: HTTP}]}
            """;
        GatewayApiStatus status = Shop.with(
                        withSpec("allowedListeners: {namespaces: {from: Same}}"),
                        set,
                        Shop.route("shop/r", "[{backendRefs: [{name: b, port: 8080}]}]"),
                        policy)
                .status();

        assertThat(ofKind(status, "HTTPRoute", "shop", "r")).containsExactly("Accepted", "ResolvedRefs");
        assertThat(ofKind(status, "HTTPRoute", "shop", "other")).isEmpty();
        assertThat(ofKind(status, "BackendTLSPolicy", "shop", "p")).containsExactly("Accepted", "ResolvedRefs");
        assertThat(ofKind(status, "BackendTLSPolicy", "shop", "q")).isEmpty();
        assertThat(ofKind(status, "ListenerSet", "edge", "s")).hasSize(2 + 4);
        assertThat(ofKind(status, "Gateway", "edge", "other")).isEmpty();
    }

    private static List<String> ofKind(GatewayApiStatus status, String kind, String namespace, String name) {
        return status.of(ResourceKey.of("gateway.networking.k8s.io", kind, namespace, name)).stream()
                .map(StatusCondition::type)
                .toList();
    }

    @Nested
    class OfGateways {
        @Test
        void aGatewayWithAServiceThatHasEndpointsIsProgrammed() {
            GatewayApiStatus status = Shop.with(Shop.gateway()).status();

            assertThat(gateway(status)).isEqualTo(GOOD);
            assertThat(status.gateways().get(0).addresses()).containsExactly("public-istio.edge.svc.cluster.local");
            assertThat(status.of(ResourceKey.of("gateway.networking.k8s.io", "Gateway", "edge", "public")))
                    .hasSize(2 + 4);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "addresses: [{type: IPAddress, value: 1.2.3.4}]                       | Accepted=true/Accepted |"
                            + " Programmed=true/Programmed",
                    "addresses: [{type: Hostname, value: public-istio}]                   | Accepted=true/Accepted |"
                            + " Programmed=true/Programmed",
                    "addresses: [{type: Hostname, value: a.shop.svc.cluster.local}]       | Accepted=true/Accepted |"
                            + " Programmed=false/AddressNotUsable",
                    "addresses: [{type: Hostname, value: none}]                           | Accepted=true/Accepted |"
                            + " Programmed=false/AddressNotUsable",
                    "addresses: [{type: IPAddress, value: 1.2.3.4}, {type: IPAddress, value: 1.2.3.5}] |"
                            + " Accepted=false/UnsupportedAddress | Programmed=false/UnsupportedAddress",
                    "addresses: [{type: Hostname, value: public-istio}, {type: IPAddress, value: 1.2.3.5}] |"
                            + " Accepted=false/UnsupportedAddress | Programmed=true/Programmed",
                })
        void addressesDecide(String addresses, String accepted, String programmed) {
            assertThat(gateway(Shop.with(withSpec(addresses)).status()))
                    .isEqualTo("[" + accepted + ", " + programmed + "]");
        }

        @Test
        void aPortThatTheServiceLacksIsNotUsable() {
            String gateway =
                    Shop.gateway("{name: web, port: 80, protocol: HTTP}", "{name: more, port: 7777, protocol: HTTP}");

            assertThat(gateway(Shop.with(gateway).status()))
                    .isEqualTo("[Accepted=true/Accepted, Programmed=false/AddressNotUsable]");
        }

        @Test
        void aLoadBalancerWithoutAddressIsNotYetAssigned() {
            String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: outside, namespace: edge}
                spec: {type: LoadBalancer, clusterIP: 10.96.0.77, selector: {app: public}, ports: [{name: web, port: 80}]}
                """;
            String gateway = withSpec("addresses: [{type: Hostname, value: outside}]");

            assertThat(gateway(Shop.with(gateway, service).status()))
                    .isEqualTo("[Accepted=true/Accepted, Programmed=false/AddressNotAssigned]");
            GatewayApiStatus assigned = Shop.with(
                            gateway, service + "status: {loadBalancer: {ingress: [{ip: 203.0.113.7}]}}\n")
                    .status();
            assertThat(gateway(assigned)).isEqualTo(GOOD);
            assertThat(assigned.gateways().get(0).addresses()).containsExactly("203.0.113.7");
        }

        @Test
        void aGatewayOfAnotherClusterIsTakenAsItIs() {
            String remote = withSpec(
                            "addresses: [{type: IPAddress, value: 1.2.3.4}, {type: IPAddress, value: 1.2.3.5}]")
                    .replace("gatewayClassName: istio", "gatewayClassName: istio-remote");
            GatewayApiStatus status = Shop.with(remote).status();

            assertThat(gateway(status)).isEqualTo(GOOD);
            assertThat(status.gateways().get(0).addresses()).containsExactly("1.2.3.4", "1.2.3.5");
            assertThat(status.listeners()).isEmpty();
        }
    }

    @Nested
    class OfListenerSets {
        private static final String SET = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: ListenerSet
            metadata: {name: more, namespace: shop}
            spec:
              parentRef: {name: public, namespace: edge}
              listeners: [{name: other, port: 8081, protocol: HTTP}]
            """;

        @Test
        void whatTheGatewayAllowsIsAcceptedAndCounted() {
            GatewayApiStatus status = Shop.with(withSpec("allowedListeners: {namespaces: {from: All}}"), SET)
                    .status();

            assertThat(text(status.listenerSets().get(0).conditions())).isEqualTo(GOOD);
            assertThat(status.gateways().get(0).attachedListenerSets()).isEqualTo(1);
            assertThat(status.listeners()).extracting(ListenerStatus::listener).containsExactly("web", "other");
        }

        @Test
        void whatItDoesNotAllowIsNot() {
            GatewayApiStatus status = Shop.with(Shop.gateway(), SET).status();

            assertThat(text(status.listenerSets().get(0).conditions()))
                    .isEqualTo("[Accepted=false/NotAllowed, Programmed=false/NotAllowed]");
            assertThat(status.gateways().get(0).attachedListenerSets()).isZero();
        }

        @Test
        void aClassWithoutListenerSetsAllowsNone() {
            String remote = withSpec("allowedListeners: {namespaces: {from: All}}")
                    .replace("gatewayClassName: istio", "gatewayClassName: istio-remote");

            assertThat(text(Shop.with(remote, SET)
                            .status()
                            .listenerSets()
                            .get(0)
                            .conditions()))
                    .isEqualTo("[Accepted=false/NotAllowed, Programmed=false/NotAllowed]");
        }

        @Test
        void withoutParentThereIsNoReport() {
            assertThat(Shop.with(SET).status().listenerSets()).isEmpty();
        }
    }

    @Nested
    class OfPolicies {
        private static final String CA = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: ca, namespace: shop}
            data: {ca.crt: "x"}
            """;

        private static String policy(String name, String target, String validation) {
            return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: BackendTLSPolicy
                metadata: {name: NAME, namespace: shop}
                spec: {targetRefs: [TARGET], validation: {hostname: a.com, VALIDATION}}
                """.replace("NAME", name).replace("TARGET", target).replace("VALIDATION", validation);
        }

        private static final String A = "{group: '', kind: Service, name: a}";
        private static final String SYSTEM = "wellKnownCACertificates: System";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{group: '', kind: Service, name: a} | wellKnownCACertificates: System | Accepted=true/Accepted |"
                            + " ResolvedRefs=true/ResolvedRefs",
                    "{group: '', kind: Service, name: a, sectionName: http} | wellKnownCACertificates: System |"
                            + " Accepted=true/Accepted | ResolvedRefs=true/ResolvedRefs",
                    "{group: '', kind: Service, name: a, sectionName: none} | wellKnownCACertificates: System |"
                            + " Accepted=false/TargetNotFound | ResolvedRefs=true/ResolvedRefs",
                    "{group: '', kind: Service, name: none} | wellKnownCACertificates: System |"
                            + " Accepted=false/TargetNotFound | ResolvedRefs=true/ResolvedRefs",
                    "{group: '', kind: Service, name: a} | caCertificateRefs: [{group: '', kind: ConfigMap, name: ca}]"
                            + " | Accepted=true/Accepted | ResolvedRefs=true/ResolvedRefs",
                    "{group: '', kind: Service, name: a} | caCertificateRefs: [{group: '', kind: ConfigMap, name:"
                            + " none}] | Accepted=false/NoValidCACertificate | ResolvedRefs=false/InvalidCACertificateRef",
                    "{group: '', kind: Service, name: a} | caCertificateRefs: [{group: '', kind: Secret, name: ca}] |"
                            + " Accepted=false/NoValidCACertificate | ResolvedRefs=false/InvalidKind",
                })
        void targetsAndAuthoritiesDecide(String target, String validation, String accepted, String resolved) {
            GatewayApiStatus status =
                    Shop.with(CA, policy("p", target, validation)).status();

            assertThat(status.policies())
                    .singleElement()
                    .satisfies(each ->
                            assertThat(text(each.conditions())).isEqualTo("[" + accepted + ", " + resolved + "]"));
        }

        @Test
        void thePolicyThatComesLaterConflicts() {
            GatewayApiStatus status =
                    Shop.with(policy("p2", A, SYSTEM), policy("p1", A, SYSTEM)).status();

            assertThat(status.policies())
                    .extracting(each -> each.policy().name() + " "
                            + each.conditions().get(0).reason())
                    .containsExactlyInAnyOrder("p1 Accepted", "p2 Conflicted");
        }

        @Test
        void aPortAndTheWholeServiceDoNotConflict() {
            GatewayApiStatus status = Shop.with(
                            policy("p2", A, SYSTEM), policy("p1", A.replace("}", ", sectionName: http}"), SYSTEM))
                    .status();

            assertThat(status.policies())
                    .extracting(each -> each.conditions().get(0).reason())
                    .containsExactly("Accepted", "Accepted");
        }

        @Test
        void gatewaysWithARouteToTheTargetAreAncestorsToo() {
            GatewayApiStatus status = Shop.with(
                            Shop.gateway(),
                            Shop.route("shop/r", "[{backendRefs: [{name: a, port: 8080}]}]"),
                            policy("p", A, SYSTEM))
                    .status();

            assertThat(status.policies())
                    .extracting(each -> each.controller() + " "
                            + each.ancestor().kind() + "/" + each.ancestor().name())
                    .containsExactly(
                            "istio.io/mesh-controller Service/a", "istio.io/gateway-controller Gateway/public");
        }

        @Test
        void aPolicyThatIsSwitchedOffSaysSo() {
            String off = policy("p", A, SYSTEM)
                    .replace(
                            "namespace: shop",
                            "namespace: shop, annotations: {istio.io/ignore-policy-attachment: 'true'}");

            assertThat(text(Shop.with(off).status().policies().get(0).conditions()))
                    .isEqualTo("[Accepted=false/IgnoredByIstio]");
        }
    }
}
