package io.eastwest.routing.unmodelled;

import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.gateway;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.inbound;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.object;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.outbound;
import static io.eastwest.routing.unmodelled.UnmodelledPartsTest.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.NotModelled;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which calls patches of Envoy and code in proxies are told. */
class PatchesAndExtensionsTest {
    private static final String MERGE = "patch: {operation: MERGE}";

    private static String filter(String spec) {
        return object("networking.istio.io/v1alpha3", "EnvoyFilter", "town", spec);
    }

    @Nested
    class APatch {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "VIRTUAL_HOST;ADD;{routeConfiguration: {vhost: {name: other}}};true;false",
                    "VIRTUAL_HOST;MERGE;{routeConfiguration: {vhost: {name: other}}};false;false",
                    "VIRTUAL_HOST;ADD;{routeConfiguration: {name: other}};false;false",
                    "HTTP_ROUTE;ADD;{routeConfiguration: {vhost: {name: other}}};false;false",
                    "HTTP_ROUTE;MERGE;{};true;false",
                    "ROUTE_CONFIGURATION;MERGE;{routeConfiguration: {name: other}};false;false",
                    "ROUTE_CONFIGURATION;MERGE;{};true;false",
                    "EXTENSION_CONFIG;ADD;{};true;true",
                    "CLUSTER;MERGE;{};true;true",
                    "CLUSTER;MERGE;{cluster: {name: 'outbound|80||a.town.svc.cluster.local'}};true;false",
                    "CLUSTER;MERGE;{cluster: {subset: v1}};false;false",
                    "CLUSTER;MERGE;{cluster: {portNumber: 80, service: a.town.svc.cluster.local}};true;false",
                    "LISTENER_FILTER;MERGE;{listener: {portNumber: 80}};true;false",
                    "FILTER_CHAIN;MERGE;{listener: {name: none}};false;false",
                    "HTTP_FILTER;MERGE;{listener: {portNumber: 81}};false;false",
                    "NETWORK_FILTER;MERGE;{context: WAYPOINT};false;false",
                    "NETWORK_FILTER;MERGE;{context: ANY};true;true",
                })
        void countsWhereItMayTouchWhatLeaves(
                String applyTo, String operation, String match, boolean http, boolean bytes) {
            String filter = filter("{configPatches: [{applyTo: " + applyTo + ", match: " + match
                    + ", patch: {operation: " + operation + "}}]}");

            assertThat(outbound(filter)).isEqualTo(http ? "EnvoyFilter/x" : "");
            assertThat(tcp(filter)).isEqualTo(bytes ? "EnvoyFilter/x" : "");
        }

        @ParameterizedTest
        @CsvSource({"GATEWAY, true", "SIDECAR_OUTBOUND, false", "SIDECAR_INBOUND, false", "ANY, true", "WAYPOINT, false"
        })
        void countsAtAGatewayWhereItSaysSo(String context, boolean told) {
            String filter = filter(
                            "{configPatches: [{applyTo: LISTENER, match: {context: " + context + "}, " + MERGE + "}]}")
                    .replace("namespace: town", "namespace: edge");

            assertThat(gateway(80, filter)).isEqualTo(told ? "EnvoyFilter/x" : "");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "town;workloadSelector: {labels: {app: client}}, ;true;false",
                    "town;workloadSelector: {labels: {app: a}}, ;false;true",
                    "town;workloadSelector: {labels: {app: client, v: v1}}, ;false;false",
                    "istio-system;workloadSelector: {labels: {app: client}}, ;true;false",
                    "istio-system;'';true;true",
                    "other;'';false;false",
                    "town;targetRefs: [{group: '', kind: Service, name: a}], ;false;false",
                })
        void countsAtTheProxiesThatItSelects(String namespace, String selector, boolean client, boolean server) {
            String filter = object(
                    "networking.istio.io/v1alpha3",
                    "EnvoyFilter",
                    namespace,
                    "{" + selector.replace("''", "") + "configPatches: [{applyTo: LISTENER, " + MERGE + "}]}");

            assertThat(outbound(filter)).isEqualTo(client ? "EnvoyFilter/x" : "");
            assertThat(inbound(filter)).isEqualTo(server ? "EnvoyFilter/x" : "");
        }

        @ParameterizedTest
        @CsvSource({"gw, true", "other, false"})
        void countsAtTheGatewayThatItNames(String named, boolean told) {
            String edge =
                    SmallMesh.pod("edge/edge", "10.1.0.9", "app: edge, gateway.networking.k8s.io/gateway-name: gw");
            String filter = filter("{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: " + named
                            + "}], configPatches: [{applyTo: LISTENER, " + MERGE + "}]}")
                    .replace("namespace: town", "namespace: edge");

            assertThat(gateway(80, edge, filter)).isEqualTo(told ? "EnvoyFilter/x" : "");
        }

        @Test
        void isTheFirstThatMayTouchTheCall() {
            String filter = filter("{configPatches: [{applyTo: CLUSTER, match: {cluster: {subset: v9}}, " + MERGE
                    + "}, {applyTo: LISTENER, " + MERGE + "}, {applyTo: BOOTSTRAP, " + MERGE + "}]}");

            assertThat(SmallMesh.of(UnmodelledPartsTest.TOWN, filter)
                            .sidecar("town/client", "10.96.0.1:9000", Optional.empty(), Optional.empty())
                            .notModelled())
                    .extracting(NotModelled::toText)
                    .containsExactly("NOT_MODELLED EnvoyFilter/town/x spec.configPatches[1]: may change what the proxy"
                            + " does with this call");
        }
    }

    @Nested
    class AnExtension {
        private static String extension(String spec) {
            return object("extensions.istio.io/v1alpha1", "TrafficExtension", "town", spec);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "wasm: {url: 'oci://x'};true;false;true",
                    "wasm: {url: 'oci://x', type: NETWORK};true;true;true",
                    "wasm: {url: 'oci://x'}, selector: {matchLabels: {app: client}};true;false;false",
                    "wasm: {url: 'oci://x'}, selector: {matchLabels: {app: none}};false;false;false",
                    "wasm: {url: 'oci://x'}, match: [{mode: SERVER}];false;false;true",
                    "wasm: {url: 'oci://x'}, match: [{mode: CLIENT_AND_SERVER}];true;false;true",
                    "wasm: {url: 'oci://x'}, match: [{mode: UNDEFINED, ports: [{number: 81}, {number: 80}]}];true;false;true",
                    "wasm: {url: 'oci://x'}, match: [{mode: SERVER}, {mode: CLIENT}];true;false;true",
                })
        void countsWhereItRuns(String spec, boolean http, boolean bytes, boolean server) {
            String extension = extension("{" + spec + "}");

            assertThat(outbound(extension)).isEqualTo(http ? "TrafficExtension/x" : "");
            assertThat(tcp(extension)).isEqualTo(bytes ? "TrafficExtension/x" : "");
            assertThat(inbound(extension)).isEqualTo(server ? "TrafficExtension/x" : "");
        }

        @Test
        void ofAnotherNamespaceCountsForNobody() {
            String lua = extension("{lua: {inlineCode: 'function x() end'}}");

            assertThat(outbound(lua.replace("namespace: town", "namespace: istio-system")))
                    .isEqualTo("TrafficExtension/x");
            assertThat(outbound(lua.replace("namespace: town", "namespace: other")))
                    .isEmpty();
        }
    }

    @Nested
    class AnAddressOfIstiod {
        private static final String CAPTURE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}
            """;

        private static String entry(String spec) {
            return SmallMesh.istio("ServiceEntry", "town/x", spec);
        }

        private static String plain(String resolution, String host) {
            return entry("{hosts: ['" + host + "'], resolution: " + resolution
                    + ", ports: [{name: tcp, number: 9000, protocol: TCP}]}");
        }

        @ParameterizedTest
        @CsvSource({
            "DNS, x.example, true",
            "DNS_ROUND_ROBIN, x.example, true",
            "NONE, x.example, false",
            "DYNAMIC_DNS, '*.example', false",
            "NONE, '*.example', false"
        })
        void isGivenToEntriesThatAreResolved(String resolution, String host, boolean told) {
            assertThat(tcp(CAPTURE, plain(resolution, host))).isEqualTo(told ? "ServiceEntry/x" : "");
        }

        @Test
        void isNotGivenToOneThatDeclines() {
            String declined = plain("DNS", "x.example")
                    .replace("{name: x,", "{name: x, labels: {networking.istio.io/enable-autoallocate-ip: 'False'},");

            assertThat(tcp(CAPTURE, declined)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"240.240.0.1:80, true", "'2001:2::1:80', true", "10.96.0.1:80, false"})
        void isWhatHttpMustDial(String address, boolean told) {
            String entry =
                    entry("{hosts: [x.example], resolution: DNS, ports: [{name: http, number: 80, protocol: HTTP}]}");

            assertThat(SmallMesh.of(UnmodelledPartsTest.TOWN, CAPTURE, entry)
                            .sidecar(
                                    "town/client",
                                    address,
                                    Optional.empty(),
                                    Optional.of(SmallMesh.request("GET", "x.example", "/")))
                            .notModelled())
                    .hasSize(told ? 1 : 0);
        }
    }
}
