package io.eastwest.routing.unmodelled;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmodelledPartsTest {
    static final String TOWN = service("town/a", 1, "http 80", "tcp 9000")
            + pod("town/client", "10.1.0.1", "app: client")
            + pod("edge/edge", "10.1.0.9", "app: edge, istio: ingressgateway");
    private static final Optional<HttpRequest> GET = Optional.of(request("GET", "a.town", "/"));

    private static String text(ProxyAnswer answer) {
        assertThat(answer.findings())
                .containsAll(
                        answer.notModelled().stream().map(NotModelled::toText).toList());
        return String.join(
                " ",
                answer.notModelled().stream()
                        .map(part -> part.origin().resource().kind() + "/"
                                + part.origin().resource().name())
                        .toList());
    }

    static String outbound(String... manifests) {
        return text(SmallMesh.of(with(manifests)).sidecar("town/client", "10.96.0.1:80", Optional.empty(), GET));
    }

    static String tcp(String... manifests) {
        return text(SmallMesh.of(with(manifests))
                .sidecar("town/client", "10.96.0.1:9000", Optional.empty(), Optional.empty()));
    }

    static String inbound(String... manifests) {
        Connection connection = Connection.builder()
                .destinationAddress("10.0.0.1")
                .destinationPort(80)
                .peer(new Peer("cluster.local/ns/town/sa/default"))
                .build();
        return text(SmallMesh.of(with(manifests))
                .router()
                .proxy("c1/town/a-1")
                .inbound(connection, GET, endpoint -> false, TraceSink.NONE));
    }

    static String gateway(int port, String... manifests) {
        return text(SmallMesh.of(with(manifests)).gateway("edge/edge", port, Optional.empty(), Optional.empty()));
    }

    private static String[] with(String... manifests) {
        String[] all = new String[manifests.length + 1];
        all[0] = TOWN;
        System.arraycopy(manifests, 0, all, 1, manifests.length);
        return all;
    }

    static String object(String version, String kind, String namespace, String spec) {
        return """
            apiVersion: VERSION
            kind: KIND
            metadata: {name: x, namespace: NS}
            spec: SPEC
            """.replace("VERSION", version)
                .replace("KIND", kind)
                .replace("NS", namespace)
                .replace("SPEC", spec);
    }

    static String patch(String applyTo, String match) {
        return object(
                "networking.istio.io/v1alpha3",
                "EnvoyFilter",
                "town",
                "{configPatches: [{applyTo: " + applyTo + ", match: " + match + ", patch: {operation: MERGE}}]}");
    }

    @Test
    void nothingIsToldWhereAllIsModelled() {
        assertThat(outbound()).isEmpty();
        assertThat(tcp()).isEmpty();
        assertThat(inbound()).isEmpty();
        assertThat(gateway(80)).isEmpty();
    }

    @Nested
    class OfExtensions {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "town;{url: 'oci://x'};true;false;true",
                    "istio-system;{url: 'oci://x'};true;false;true",
                    "other;{url: 'oci://x'};false;false;false",
                    "town;{url: 'oci://x', type: NETWORK};true;true;true",
                    "town;{url: 'oci://x', selector: {matchLabels: {app: client}}};true;false;false",
                    "town;{url: 'oci://x', match: [{mode: CLIENT}]};true;false;false",
                    "town;{url: 'oci://x', match: [{mode: SERVER}]};false;false;true",
                    "town;{url: 'oci://x', match: [{ports: [{number: 81}]}]};false;false;false",
                })
        void pluginsAreToldWhereTheyRun(String namespace, String spec, boolean http, boolean bytes, boolean server) {
            String plugin = object("extensions.istio.io/v1alpha1", "WasmPlugin", namespace, spec);

            assertThat(outbound(plugin)).isEqualTo(http ? "WasmPlugin/x" : "");
            assertThat(tcp(plugin)).isEqualTo(bytes ? "WasmPlugin/x" : "");
            assertThat(inbound(plugin)).isEqualTo(server ? "WasmPlugin/x" : "");
        }

        @Test
        void luaIsHttp() {
            String lua = object(
                    "extensions.istio.io/v1alpha1",
                    "TrafficExtension",
                    "town",
                    "{lua: {inlineCode: 'function x() end'}}");

            assertThat(outbound(lua)).isEqualTo("TrafficExtension/x");
            assertThat(tcp(lua)).isEmpty();
        }
    }

    @Nested
    class OfPatches {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "HTTP_FILTER;{context: SIDECAR_OUTBOUND};true;false;false",
                    "HTTP_FILTER;{context: SIDECAR_INBOUND};false;false;true",
                    "HTTP_FILTER;{context: GATEWAY};false;false;false",
                    "HTTP_FILTER;{};true;false;true",
                    "NETWORK_FILTER;{};true;true;true",
                    "LISTENER;{listener: {portNumber: 9000}};false;true;false",
                    "LISTENER;{listener: {name: virtualInbound}};false;false;true",
                    "CLUSTER;{cluster: {service: a.town.svc.cluster.local}};true;true;false",
                    "CLUSTER;{cluster: {service: b.town.svc.cluster.local}};false;false;false",
                    "CLUSTER;{context: SIDECAR_OUTBOUND, cluster: {portNumber: 9000}};false;true;false",
                    "ROUTE_CONFIGURATION;{routeConfiguration: {name: '80'}};true;false;false",
                    "VIRTUAL_HOST;{routeConfiguration: {vhost: {name:"
                            + " 'a.town.svc.cluster.local:80'}}};true;false;false",
                    "HTTP_ROUTE;{routeConfiguration: {vhost: {name: other}}};false;false;false",
                    "BOOTSTRAP;{};true;true;true",
                })
        void patchesAreToldWhereTheyMayTouchTheCall(
                String applyTo, String match, boolean http, boolean bytes, boolean server) {
            String patch = patch(applyTo, match);

            assertThat(outbound(patch)).isEqualTo(http ? "EnvoyFilter/x" : "");
            assertThat(tcp(patch)).isEqualTo(bytes ? "EnvoyFilter/x" : "");
            assertThat(inbound(patch)).isEqualTo(server ? "EnvoyFilter/x" : "");
        }
    }

    @Nested
    class OfTheGatewayApi {
        private static final String EXPERIMENTAL = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: tcproutes.gateway.networking.k8s.io
              annotations: {gateway.networking.k8s.io/channel: experimental}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: gw-istio, namespace: edge}
            spec: {clusterIP: 10.96.0.9, selector: {app: edge}, ports: [{name: tcp, port: 9000}, {name: http, port: 80}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gw, namespace: edge}
            spec:
              gatewayClassName: istio
              listeners: [{name: tcp, port: 9000, protocol: TCP}, {name: http, port: 80, protocol: HTTP}]
            """;

        private static String route(String parent) {
            return object(
                    "gateway.networking.k8s.io/v1",
                    "TCPRoute",
                    "edge",
                    "{parentRefs: [" + parent + "], rules: [{backendRefs: [{name: a, port: 9000}]}]}");
        }

        @Test
        void listenersAndRoutesOfTcpAreToldAtTheirPort() {
            assertThat(gateway(9000, EXPERIMENTAL)).isEqualTo("Gateway/gw");
            assertThat(gateway(9000, EXPERIMENTAL, route("{name: gw}"))).isEqualTo("Gateway/gw TCPRoute/x");
            assertThat(gateway(80, EXPERIMENTAL, route("{name: gw}"))).isEmpty();
            assertThat(gateway(9000, EXPERIMENTAL, route("{name: other}"))).isEqualTo("Gateway/gw");
        }

        @Test
        void routesOfAServiceAreToldToThoseWhoDialIt() {
            String route = route("{group: '', kind: Service, name: a, namespace: town}");

            assertThat(tcp(EXPERIMENTAL, route)).isEqualTo("TCPRoute/x");
            assertThat(outbound(EXPERIMENTAL, route)).isEmpty();
            assertThat(tcp(EXPERIMENTAL, route.replace("name: a, namespace", "name: a, port: 80, namespace")))
                    .isEmpty();
        }

        @Test
        void trafficPoliciesOfABackendAreTold() {
            String policy = object(
                    "gateway.networking.x-k8s.io/v1alpha1",
                    "XBackendTrafficPolicy",
                    "town",
                    "{targetRefs: [{group: '', kind: Service, name: a}], retryConstraint: {}}");

            assertThat(outbound(EXPERIMENTAL, policy)).isEqualTo("XBackendTrafficPolicy/x");
        }
    }

    @Nested
    class OfPods {
        private static String client(String annotations) {
            return pod("town/client", "10.1.0.1", "app: client")
                    .replace("labels:", "annotations: {" + annotations + "}, labels:");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "traffic.sidecar.istio.io/excludeOutboundPorts: '80,443';true;false",
                    "traffic.sidecar.istio.io/includeOutboundIPRanges: '*';false;false",
                    "traffic.sidecar.istio.io/excludeOutboundIPRanges: '10.96.0.0/16';true;true",
                    "traffic.sidecar.istio.io/excludeInboundPorts: '80';false;false",
                    "sidecar.istio.io/interceptionMode: NONE;true;true",
                    "sidecar.istio.io/interceptionMode: TPROXY;false;false",
                    "proxy.istio.io/config: 'concurrency: 2';false;false",
                    "proxy.istio.io/config: 'proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"true\"}';true;true",
                })
        void annotationsThatLeadPastTheProxyAreTold(String annotation, boolean http, boolean bytes) {
            assertThat(outbound(client(annotation))).isEqualTo(http ? "Pod/client" : "");
            assertThat(tcp(client(annotation))).isEqualTo(bytes ? "Pod/client" : "");
        }
    }

    @Nested
    class OfOtherKinds {
        @Test
        void ingressesAreToldAtTheIngressGateway() {
            String ingress = object("networking.k8s.io/v1", "Ingress", "town", "{ingressClassName: CLASS}");

            assertThat(gateway(80, ingress.replace("CLASS", "istio"))).isEqualTo("Ingress/x");
            assertThat(gateway(80, ingress.replace("CLASS", "nginx"))).isEmpty();
            assertThat(outbound(ingress.replace("CLASS", "istio"))).isEmpty();
        }

        @Test
        void networkPoliciesAreToldInTheirDirection() {
            String policy =
                    object("networking.k8s.io/v1", "NetworkPolicy", "town", "{podSelector: {matchLabels: {app: APP}}}");

            assertThat(inbound(policy.replace("APP", "a"))).isEqualTo("NetworkPolicy/x");
            assertThat(inbound(policy.replace("APP", "b"))).isEmpty();
            assertThat(outbound(policy.replace("APP", "client"))).isEmpty();
            assertThat(outbound(policy.replace("APP", "client")
                            .replace("{podSelector", "{policyTypes: [Egress], podSelector")))
                    .isEqualTo("NetworkPolicy/x");
        }

        @Test
        void tunnelsAreToldForBytes() {
            String rule = istio(
                    "DestinationRule", "town/x", "{host: a, trafficPolicy: {tunnel: {targetHost: h, targetPort: 1}}}");

            assertThat(tcp(rule)).isEqualTo("DestinationRule/x");
            assertThat(outbound(rule)).isEmpty();
        }

        @Test
        void headersOfTheProxyProtocolAreToldForAll() {
            String rule =
                    istio("DestinationRule", "town/x", "{host: a, trafficPolicy: {proxyProtocol: {version: V2}}}");

            assertThat(tcp(rule)).isEqualTo("DestinationRule/x");
            assertThat(outbound(rule)).isEqualTo("DestinationRule/x");
        }
    }

    @Nested
    class OfTheControlPlane {
        private static String installed(String values) {
            return """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata: {name: default}
                spec: {version: v1.30.3, namespace: istio-system, values: VALUES}
                """.replace("VALUES", values);
        }

        private static String istiod(String name, String flag, String value) {
            return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: NAME, namespace: istio-system}
                spec:
                  selector: {matchLabels: {app: istiod}}
                  template: {spec: {containers: [{name: discovery, env: [{name: FLAG, value: "VALUE"}]}]}}
                """.replace("NAME", name).replace("FLAG", flag).replace("VALUE", value);
        }

        @ParameterizedTest
        @CsvSource(
                value = {
                    "PILOT_UNIFIED_SIDECAR_SCOPE, false, true",
                    "PILOT_UNIFIED_SIDECAR_SCOPE, true, false",
                    "PILOT_UNIFIED_SIDECAR_SCOPE, maybe, false",
                    "PILOT_HTTP10, 1, true",
                    "PILOT_HTTP10, 0, false",
                    "PILOT_IGNORE_RESOURCES, '*.istio.io', true",
                    "PILOT_IGNORE_RESOURCES, '', false",
                    "PILOT_ENABLE_K8S_SELECT_WORKLOAD_ENTRIES, false, true",
                    "ISTIO_DUAL_STACK, true, true",
                    "PILOT_DRAINING_LABEL, leaves, true",
                    "PILOT_TRACE_SAMPLING, 5, false",
                })
        void switchesThatAreNotAsByDefaultAreTold(String flag, String value, boolean told) {
            String values = "{pilot: {env: {" + flag + ": \"" + value + "\"}}}";

            assertThat(outbound(installed(values))).isEqualTo(told ? "Istio/default" : "");
            assertThat(inbound(installed(values))).isEqualTo(told ? "Istio/default" : "");
            assertThat(gateway(80, istiod("istiod-blue", flag, value))).isEqualTo(told ? "Deployment/istiod-blue" : "");
            assertThat(gateway(80, istiod("istio", flag, value))).isEmpty();
        }

        @Test
        void workingAsAnOtherVersionIsTold() {
            assertThat(outbound(installed("{compatibilityVersion: \"1.28\"}"))).isEqualTo("Istio/default");
        }

        @ParameterizedTest
        @CsvSource({"true, 9000, true", "true, 9001, false", "false, 9000, false"})
        void serviceEntriesWithoutAddressAreToldWhereProxiesAnswerDns(String capture, int port, boolean told) {
            String config = installed(
                    "{meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"" + capture + "\"}}}}");
            String entry = "{hosts: [x.example], resolution: DNS, ports: [{name: tcp, number: " + port
                    + ", protocol: TCP}]ADDRESSES}";

            assertThat(tcp(config, istio("ServiceEntry", "town/x", entry.replace("ADDRESSES", ""))))
                    .isEqualTo(told ? "ServiceEntry/x" : "");
            assertThat(tcp(
                            config,
                            istio("ServiceEntry", "town/x", entry.replace("ADDRESSES", ", addresses: [10.9.9.9]"))))
                    .isEmpty();
        }
    }

    @Nested
    class StrictRouter {
        private static final Call CALL = Call.get("http://a.town/").from("client", "town", "c1");

        @Test
        void refusesWhatTheOtherOnlyTells() {
            MeshRouter router =
                    MeshRouter.of(SmallMesh.snapshot(TOWN, patch("HTTP_FILTER", "{context: SIDECAR_INBOUND}")));

            Decision decision = router.decide(CALL);

            assertThat(decision.isForwarded()).isTrue();
            assertThat(decision.notModelled()).hasSize(1);
            assertThat(decision.findings())
                    .contains("NOT_MODELLED EnvoyFilter/town/x spec.configPatches[0]:"
                            + " may change what the proxy does with this call");
            assertThatThrownBy(() -> router.strict().decide(CALL))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("EnvoyFilter/town/x");
            assertThatThrownBy(() -> router.strict().explain(CALL)).isInstanceOf(UnsupportedFeatureException.class);
        }

        @Test
        void answersWhereAllIsModelled() {
            MeshRouter router = MeshRouter.of(SmallMesh.snapshot(TOWN, patch("HTTP_FILTER", "{context: GATEWAY}")));

            assertThat(router.strict().decide(CALL)).isEqualTo(router.decide(CALL));
        }
    }
}
