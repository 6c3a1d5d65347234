package io.eastwest.routing.unmodelled;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.gateway;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.inbound;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.object;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.outbound;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions under which resources are told that are not modelled. */
class UnmodelledResourcesTest {
    private static List<String> lines(String... manifests) {
        String[] all = new String[manifests.length + 1];
        all[0] = UnmodelledPartsTest.TOWN;
        System.arraycopy(manifests, 0, all, 1, manifests.length);
        return SmallMesh.of(all)
                .sidecar("town/client", "10.96.0.1:9000", Optional.empty(), Optional.empty())
                .notModelled()
                .stream()
                .map(each -> each.origin().resource() + " " + each.origin().path())
                .toList();
    }

    @Nested
    class Tunnels {
        private static final String TUNNEL = "trafficPolicy: {tunnel: {targetHost: h, targetPort: 1}}";
        private static final String HEADER = "trafficPolicy: {proxyProtocol: {version: V2}}";

        private static String rule(String policy, String subsetPolicy) {
            return istio(
                    "DestinationRule",
                    "town/x",
                    "{host: a, " + policy + "subsets: [{name: v1}, {name: v2, labels: {app: a}" + subsetPolicy + "}]}");
        }

        private static String to(String subset) {
            return SmallMesh.rules(
                    "town/to",
                    "{hosts: [a.town.svc.cluster.local], tcp: [{route: [{destination: {host: a" + subset + "}}]}]}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "whole  |            | spec.trafficPolicy.tunnel",
                    "whole  | subset: v2 |",
                    "subset | subset: v2 | spec.subsets[1].trafficPolicy.tunnel",
                    "subset | subset: v1 |",
                    "subset |            |",
                })
        void areThoseOfTheSubsetOrOfTheWholeHost(String where, String subset, String path) {
            String rule = where.equals("whole") ? rule(TUNNEL + ", ", "") : rule("", ", " + TUNNEL);

            assertThat(lines(rule, to(subset == null ? "" : ", " + subset)))
                    .isEqualTo(path == null ? List.of() : List.of("DestinationRule/town/x " + path));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "whole  |            | spec.trafficPolicy.proxyProtocol",
                    "whole  | subset: v2 | spec.trafficPolicy.proxyProtocol",
                    "subset | subset: v2 | spec.subsets[1].trafficPolicy.proxyProtocol",
                    "subset |            |",
                })
        void headersOfTheWholeHostAreThoseOfItsSubsetsToo(String where, String subset, String path) {
            String rule = where.equals("whole") ? rule(HEADER + ", ", "") : rule("", ", " + HEADER);

            assertThat(lines(rule, to(subset == null ? "" : ", " + subset)))
                    .isEqualTo(path == null ? List.of() : List.of("DestinationRule/town/x " + path));
        }

        @Test
        void ofOtherHostsAreNot() {
            assertThat(tcp(istio("DestinationRule", "town/x", "{host: b, " + TUNNEL + "}")))
                    .isEmpty();
            assertThat(tcp(istio("DestinationRule", "town/x", "{host: '*.town.svc.cluster.local', " + TUNNEL + "}")))
                    .isEqualTo("DestinationRule/x");
        }

        @Test
        void areNotMadeOfWhatIsPassedOnBySni() {
            String networks = """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: gw, namespace: edge}
                spec:
                  selector: {app: edge}
                  servers: [{port: {number: 15443, name: tls, protocol: TLS}, hosts: ['*.local'], tls: {mode: AUTO_PASSTHROUGH}}]
                """;
            var hello = new TlsClientHello(Optional.of("outbound_.9000_._.a.town.svc.cluster.local"), List.of("istio"));
            var answer = SmallMesh.of(UnmodelledPartsTest.TOWN, networks, rule(TUNNEL + ", ", ""))
                    .gateway("edge/edge", 15443, Optional.of(hello), Optional.empty());

            assertThat(SmallMesh.text(answer)).isEqualTo("outbound_.9000_._.a.town~");
            assertThat(answer.notModelled()).isEmpty();
        }
    }

    @Nested
    class Revisions {
        private static String labelled(String kind, String namespace, String spec) {
            String group = kind.equals("Sidecar") || kind.equals("VirtualService") ? "networking" : "security";
            return object(group + ".istio.io/v1", kind, namespace, spec)
                    .replace("{name: x,", "{name: x, labels: {istio.io/rev: blue},");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "VirtualService      | other        | true",
                    "VirtualService      | town         | true",
                    "AuthorizationPolicy | town         | true",
                    "AuthorizationPolicy | istio-system | true",
                    "AuthorizationPolicy | other        | false",
                    "PeerAuthentication  | town         | true",
                    "PeerAuthentication  | other        | false",
                })
        void labelsAreToldWhereTheResourceMayCount(String kind, String namespace, boolean told) {
            String spec = kind.equals("VirtualService")
                    ? "{hosts: [x.example], http: [{route: [{destination: {host: a.town.svc.cluster.local}}]}]}"
                    : "{}";

            assertThat(outbound(labelled(kind, namespace, spec))).isEqualTo(told ? kind + "/x" : "");
        }

        @Test
        void labelsAreToldWithTheRevision() {
            String policy = labelled("PeerAuthentication", "town", "{}");

            assertThat(lines(policy)).containsExactly("PeerAuthentication/town/x metadata.labels[\"istio.io/rev\"]");
        }
    }

    @Nested
    class Pods {
        private static String server(String annotations) {
            return pod("town/a-1", "10.0.0.1", "app: a")
                    .replace("labels:", "annotations: {" + annotations + "}, labels:");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "traffic.sidecar.istio.io/excludeInboundPorts: '80, 443';true",
                    "traffic.sidecar.istio.io/excludeInboundPorts: '443, 80';true",
                    "traffic.sidecar.istio.io/excludeInboundPorts: '443';false",
                    "traffic.sidecar.istio.io/includeInboundPorts: '80';false",
                    "traffic.sidecar.istio.io/includeInboundPorts: '443';true",
                    "traffic.sidecar.istio.io/includeInboundPorts: '*';false",
                    "traffic.sidecar.istio.io/excludeInterfaces: 'eth1';true",
                    "traffic.sidecar.istio.io/excludeOutboundPorts: '80';false",
                    "sidecar.istio.io/interceptionMode: NONE;true",
                    "sidecar.istio.io/bootstrapOverride: x;true",
                })
        void annotationsOfTheServerAreTold(String annotation, boolean told) {
            assertThat(inbound(server(annotation))).isEqualTo(told ? "Pod/a-1" : "");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "sidecar.istio.io/interceptionMode: NONE;false",
                    "sidecar.istio.io/bootstrapOverride: x;true",
                    "proxy.istio.io/config: 'gatewayTopology: {numTrustedProxies: 1}';true",
                })
        void annotationsOfAGatewayAreTold(String annotation, boolean told) {
            String edge = pod("edge/edge", "10.1.0.9", "app: edge, istio: ingressgateway")
                    .replace("labels:", "annotations: {" + annotation + "}, labels:");

            assertThat(gateway(80, edge)).isEqualTo(told ? "Pod/edge" : "");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "traffic.sidecar.istio.io/includeOutboundIPRanges: '10.0.0.0/8';true",
                    "traffic.sidecar.istio.io/excludeInterfaces: 'eth1';true",
                    "traffic.sidecar.istio.io/excludeOutboundPorts: '81';false",
                })
        void annotationsOfTheClientAreTold(String annotation, boolean told) {
            String client = pod("town/client", "10.1.0.1", "app: client")
                    .replace("labels:", "annotations: {" + annotation + "}, labels:");

            assertThat(outbound(client)).isEqualTo(told ? "Pod/client" : "");
        }
    }

    @Nested
    class Ingresses {
        private static final String INGRESS =
                object("networking.k8s.io/v1", "Ingress", "town", "{ingressClassName: nginx}");

        private static String config(String values) {
            return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "VALUES"}
                """.replace("VALUES", values);
        }

        @Test
        void areOfTheClassThatTheAnnotationOrTheMeshSays() {
            assertThat(gateway(80, INGRESS)).isEmpty();
            assertThat(gateway(
                            80,
                            INGRESS.replace(
                                    "{name: x,", "{name: x, annotations: {kubernetes.io/ingress.class: istio},")))
                    .isEqualTo("Ingress/x");
            assertThat(gateway(80, INGRESS, config("ingressClass: nginx"))).isEqualTo("Ingress/x");
        }

        @Test
        void areForTheGatewayThatTheMeshSays() {
            String own = INGRESS.replace("nginx", "istio");

            assertThat(gateway(80, own, config("ingressSelector: ingressgateway")))
                    .isEqualTo("Ingress/x");
            assertThat(gateway(80, own, config("ingressSelector: other"))).isEmpty();
        }
    }

    @Nested
    class NetworkPolicies {
        private static String policy(String spec) {
            return object("networking.k8s.io/v1", "NetworkPolicy", "town", spec);
        }

        @Test
        void withEgressRulesAreForWhatLeavesToo() {
            assertThat(outbound(policy("{podSelector: {}, egress: [{}]}"))).isEqualTo("NetworkPolicy/x");
            assertThat(outbound(policy("{podSelector: {}, ingress: [{}]}"))).isEmpty();
            assertThat(inbound(policy("{podSelector: {}, egress: [{}]}"))).isEqualTo("NetworkPolicy/x");
        }

        @Test
        void areForTheirNamespaceAndDirection() {
            assertThat(inbound(policy("{podSelector: {}, policyTypes: [Egress]}")))
                    .isEmpty();
            assertThat(inbound(policy("{podSelector: {}}").replace("namespace: town", "namespace: edge")))
                    .isEmpty();
        }
    }

    @Nested
    class ControlPlanes {
        private static String istio(String spec) {
            return object("sailoperator.io/v1", "Istio", "x", spec).replace(", namespace: x", "");
        }

        @Test
        void ofTheRemoteProfileHaveNoSwitches() {
            String values = "values: {pilot: {env: {PILOT_HTTP10: '1'}}}}";

            assertThat(outbound(istio("{version: v1.30.3, namespace: istio-system, " + values)))
                    .isEqualTo("Istio/x");
            assertThat(outbound(istio("{version: v1.30.3, namespace: istio-system, profile: remote, " + values)))
                    .isEmpty();
        }

        @Test
        void workAsTheirOwnVersionWhereNoOtherIsSaid() {
            assertThat(outbound(
                            istio("{version: v1.30.3, namespace: istio-system, values: {compatibilityVersion: ''}}")))
                    .isEmpty();
        }
    }
}
