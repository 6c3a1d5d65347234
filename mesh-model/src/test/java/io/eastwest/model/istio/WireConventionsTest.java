package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.reader.ReadResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How numbers, durations, wrappers, enums, null and empty objects are read and written. A row has its place in the tables
 * of the specification (table, then line), the type, the document and what comes of it: {@code =} when it is written
 * unchanged, another document when it is written so, or the code and path of the only issue, with {@code !} before an
 * error. Resources are read as an API server takes them and then istiod; the mesh configuration as istiod alone takes it.
 */
class WireConventionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.1/1 | mesh.MeshConfig | trust_domain: x | trustDomain: x
            1.1/1 | mesh.MeshConfig | {trust_domain: x, trustDomain: z} | FIELD_PRUNED trust_domain
            1.1/1 | mesh.MeshConfig | mesh_mTLS: {minProtocolVersion: TLSV1_3} | meshMTLS: {minProtocolVersion: TLSV1_3}
            1.1/1 | mesh.MeshConfig | extension_providers: [{name: a, zipkin: {enable_64bit_trace_id: true}}] | extensionProviders: [{name: a, zipkin: {enable_64bit_trace_id: true}}]
            1.1/1 | mesh.MeshConfig | default_config: {proxy_headers: {preserve_http1_header_case: true}} | defaultConfig: {proxyHeaders: {preserveHttp1HeaderCase: true}}
            1.1/1 | networking.IstioHttpRoute | mirror_percent: 5 | mirrorPercent: 5
            1.1/1 | networking.IstioHttpRoute | {mirrorPercent: 6, mirror_percent: 5} | FIELD_PRUNED mirror_percent
            1.1/1 | networking.IstioHttpRoute | {mirror_percent: 5, mirrorPercent: 6} | FIELD_PRUNED mirror_percent
            1.1/1 | security.JwtRule | jwks_uri: https://a/keys | jwksUri: https://a/keys
            1.1/1 | networking.OutlierDetection | consecutive5xxErrors: 5 | =
            1.1/1 | networking.OutlierDetection | consecutive_5xx_errors: 5 | !UNKNOWN_FIELD consecutive_5xx_errors
            1.1/1 | networking.VirtualServiceSpec | export_to: [a] | !UNKNOWN_FIELD export_to
            1.1/2 | networking.IstioHttpRoute | timeout: 10s | =
            1.1/2 | networking.IstioHttpRoute | timeout: 1.5s | =
            1.1/2 | networking.IstioHttpRoute | timeout: 1m | =
            1.1/2 | networking.IstioHttpRoute | timeout: 1h2m3.5s | timeout: 3723.5s
            1.1/2 | networking.IstioHttpRoute | timeout: 100ms | =
            1.1/2 | networking.IstioHttpRoute | timeout: .5s | timeout: 500ms
            1.1/2 | networking.IstioHttpRoute | timeout: "0" | timeout: 0s
            1.1/2 | networking.IstioHttpRoute | timeout: 0 | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: 10 | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: "10" | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: 1d | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: 5 s | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: "" | !INVALID_DURATION timeout
            1.1/2 | networking.IstioHttpRoute | timeout: -5s | =
            1.1/2 | networking.IstioHttpRoute | timeout: +5s | timeout: 5s
            1.1/2 | networking.IstioHttpRoute | timeout: 1000000ns | timeout: 1ms
            1.1/2 | networking.IstioHttpRoute | timeout: 1us | =
            1.1/2 | networking.IstioHttpRoute | timeout: "1\u00b5s" | timeout: 1us
            1.1/2 | networking.IstioHttpRoute | timeout: "1\u03bcs" | timeout: 1us
            1.1/2 | mesh.MeshConfig | connectTimeout: 10 | !INVALID_DURATION connectTimeout
            1.1/2 | mesh.MeshConfig | connectTimeout: 1h2m | connectTimeout: 62m
            1.1/3 | networking.IstioHttpRoute | timeout: 60s | timeout: 1m
            1.1/3 | networking.IstioHttpRoute | timeout: 1.500s | timeout: 1.5s
            1.1/3 | networking.IstioHttpRoute | timeout: 0.000100s | timeout: 100us
            1.1/4 | networking.LocalityLoadBalancerSetting | enabled: null | {}
            1.1/4 | networking.LocalityLoadBalancerSetting | enabled: false | =
            1.1/4 | networking.OutlierDetection | consecutive5xxErrors: 0 | =
            1.1/4 | networking.OutlierDetection | consecutive5xxErrors: null | {}
            1.1/4 | networking.RetryBudget | percent: 0 | =
            1.1/4 | mesh.MeshConfig | enableAutoMtls: null | {}
            1.1/4 | mesh.MeshConfig | enableAutoMtls: false | =
            1.1/5 | networking.Maglev | tableSize: 1021 | =
            1.1/5 | networking.Maglev | tableSize: "1021" | tableSize: 1021
            1.1/5 | networking.Maglev | tableSize: 1e3 | !WRONG_TYPE tableSize
            1.1/5 | networking.Maglev | tableSize: "x" | !WRONG_TYPE tableSize
            1.1/5 | networking.RingHash | minimumRingSize: "1024" | minimumRingSize: 1024
            1.1/5 | networking.RingHash | minimumRingSize: 18446744073709551616 | !NUMBER_OUT_OF_RANGE minimumRingSize
            1.1/6 | networking.PortSelector | number: "80" | !WRONG_TYPE number
            1.1/6 | networking.PortSelector | number: 80.0 | !WRONG_TYPE number
            1.1/6 | networking.Percent | value: "NaN" | !WRONG_TYPE value
            1.1/6 | networking.Percent | value: 0.5 | =
            1.1/6 | networking.Percent | value: 20.0 | value: 20
            1.1/6 | networking.Percent | value: 1e1 | value: 10
            1.1/6 | mesh.MeshConfig | proxyListenPort: "15001" | proxyListenPort: 15001
            1.1/7 | security.PeerMutualTls | mode: STRICT | =
            1.1/7 | security.PeerMutualTls | mode: strict | !UNKNOWN_ENUM_VALUE mode
            1.1/7 | security.PeerMutualTls | mode: 1 | !WRONG_TYPE mode
            1.1/7 | security.PeerMutualTls | mode: "1" | !UNKNOWN_ENUM_VALUE mode
            1.1/7 | security.PeerMutualTls | mode: "" | !UNKNOWN_ENUM_VALUE mode
            1.1/7 | mesh.MeshConfig | accessLogEncoding: 1 | !WRONG_TYPE accessLogEncoding
            1.1/8 | networking.HttpBody | bytes: aGk= | =
            1.1/8 | networking.HttpBody | bytes: a_k= | !INVALID_VALUE bytes
            1.1/9 | networking.EnvoyPatch | value: {a: 1, b: [null, 1.50, {}], c: {}, d: null, e: "5"} | =
            1.1/9 | extensions.WasmPluginSpec | {url: a, pluginConfig: {big: 12345678901234567890, on_tick: false}} | =
            1.1/10 | security.PeerAuthenticationSpec | portLevelMtls: {8080: {mode: STRICT}} | =
            1.1/10 | security.PeerAuthenticationSpec | portLevelMtls: {"8080": {mode: STRICT}} | =
            1.1/10 | security.PeerAuthenticationSpec | portLevelMtls: {http: {mode: STRICT}} | !WRONG_TYPE portLevelMtls.http
            1.1/11 | networking.VirtualServiceSpec | {hosts: null, http: [{retries: null, timeout: null, name: null}]} | http: [{}]
            1.1/11 | networking.VirtualServiceSpec | hosts: [null] | !WRONG_TYPE hosts[0]
            1.1/11 | networking.ServerPort | {number: null, protocol: HTTP, name: a} | !MISSING_FIELD number
            1.1/12 | security.AuthorizationPolicySpec | rules: [] | {}
            1.1/12 | networking.ServiceEntrySpec | {hosts: [a], endpoints: [], resolution: NONE} | {hosts: [a], resolution: NONE}
            1.1/13 | security.PeerAuthenticationSpec | portLevelMtls: {} | =
            1.1/14 | networking.TrafficPolicy | tls: {} | =
            1.1/15 | networking.HttpRouteDestination | {destination: {host: a}, weight: 0} | =
            1.1/15 | networking.StringMatch | exact: "" | =
            1.1/15 | networking.ConsistentHash | useSourceIp: false | =
            1.1/15 | networking.HttpRedirect | port: 0 | =
            1.1/16 | networking.StringMatch | {exact: a, prefix: b} | !ONEOF_CONFLICT
            1.1/16 | networking.StringMatch | {exact: null, prefix: b} | prefix: b
            1.1/17 | networking.VirtualServiceSpec | host: a | !UNKNOWN_FIELD host
            1.1/17 | mesh.MeshConfig | trustDomian: a | FIELD_PRUNED trustDomian
            1.1/18 | networking.VirtualServiceSpec | {hosts: [a], hosts: [b]} | !DUPLICATE_KEY hosts
            1.3/exportTo | networking.VirtualServiceSpec | {hosts: [a], exportTo: []} | hosts: [a]
            1.3/egress | networking.SidecarSpec | egress: [{hosts: ["*/*"]}] | =
            1.3/selector | networking.ServiceEntrySpec | {hosts: [a], workloadSelector: {labels: {}}} | {hosts: [a], workloadSelector: {}}
            1.3/selector | networking.ServiceEntrySpec | {hosts: [a], workloadSelector: {}} | =
            1.3/selector | security.AuthorizationPolicySpec | selector: {matchLabels: {}} | selector: {}
            1.3/selector | networking.IstioGatewaySpec | {selector: {}, servers: []} | {}
            1.3/rules | security.AuthorizationPolicySpec | {action: DENY, rules: [{}]} | =
            1.3/telemetry | telemetry.TelemetrySpec | {accessLogging: [{}], tracing: [{}]} | =
            1.3/mesh | mesh.MeshConfig | {localityLbSetting: {}, outboundTrafficPolicy: {}} | =
            1.3/mesh | mesh.MeshConfig | discoverySelectors: [] | {}
            1.3/mesh | mesh.MeshConfig | discoverySelectors: [{}] | =
            1.3/networks | mesh.MeshNetworks | networks: {} | {}
            1.3/networks | mesh.MeshNetworks | networks: {net: {}} | =
            """)
    void ofIstio(String row, String type, String document, String outcome) throws ReflectiveOperationException {
        check(row, "istio." + type, document, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.2/null | gatewayapi.HttpRouteSpec | {hostnames: null, rules: [{timeouts: null}]} | rules: [{}]
            1.2/snake | gatewayapi.HttpRouteSpec | parent_refs: [{name: a}] | !UNKNOWN_FIELD parent_refs
            1.2/quoted | gatewayapi.ParentReference | {name: a, port: "80"} | !WRONG_TYPE port
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 10s | =
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 1h30m | =
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 0s | =
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 500ms | =
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 1.5s | !INVALID_DURATION request
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: -1s | !INVALID_DURATION request
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 1us | !INVALID_DURATION request
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: "0" | !INVALID_DURATION request
            1.2/gdur | gatewayapi.HttpRouteTimeouts | request: 1m1m1m1m1m | !INVALID_DURATION request
            1.2/IntOrString | kubernetes.ServicePort | {port: 80, targetPort: http} | =
            1.2/IntOrString | kubernetes.ServicePort | {port: 80, targetPort: 8080} | =
            1.2/IntOrString | kubernetes.ServicePort | {port: 80, targetPort: "8080"} | =
            1.2/IntOrString | kubernetes.ServicePort | {port: 80, targetPort: 80.5} | !INVALID_VALUE targetPort
            1.2/IntOrString | kubernetes.RollingUpdate | {maxSurge: 25%, maxUnavailable: 0} | =
            1.2/time | kubernetes.ObjectMeta | {name: a, creationTimestamp: 2026-01-01T00:00:00Z} | =
            1.2/time | kubernetes.ObjectMeta | {name: a, creationTimestamp: 2026-01-01} | !INVALID_TIMESTAMP creationTimestamp
            1.2/omit | kubernetes.ObjectMeta | {name: a, creationTimestamp: null, labels: {}, annotations: {}} | name: a
            1.2/labels | kubernetes.ObjectMeta | {name: a, labels: {a: "true", b: "1.10", c: "8080"}} | =
            1.2/labels | kubernetes.ObjectMeta | {name: a, labels: {a: true}} | !WRONG_TYPE labels.a
            1.3/frontend | gatewayapi.FrontendTlsConfig | validation: {caCertificateRefs: []} | validation: {}
            1.3/frontend | gatewayapi.GatewayFrontendTls | default: {} | =
            1.3/allowed | gatewayapi.GatewaySpec | {gatewayClassName: a, allowedListeners: {}} | =
            1.3/matches | gatewayapi.HttpRouteRule | matches: [] | =
            1.3/matches | gatewayapi.HttpRouteSpec | rules: [] | =
            """)
    void ofTheGatewayApiAndKubernetes(String row, String type, String document, String outcome)
            throws ReflectiveOperationException {
        check(row, type, document, outcome);
    }

    private static void check(String row, String type, String document, String outcome)
            throws ReflectiveOperationException {
        ReadResult<?> read = read(Class.forName("io.eastwest.model." + type), document);

        if (outcome.matches("!?[A-Z]+_[A-Z_]+( .*)?")) {
            assertThat(read.issues())
                    .as("%s %s", row, document)
                    .extracting(issue -> (issue.isError() ? "!" : "") + issue.code() + " " + issue.path())
                    .containsExactly(outcome.contains(" ") ? outcome : outcome + " ");
        } else {
            JsonNode expected = WireFormat.tree(outcome.equals("=") ? document : outcome);
            assertThat(read.issues()).as("%s %s", row, document).isEmpty();
            assertThat(WireFormat.write(read.orThrow()).equals(RoundTripTest::compare, expected))
                    .as("%s %s is written as %s", row, document, WireFormat.write(read.orThrow()))
                    .isTrue();
        }
    }

    private static ReadResult<?> read(Class<?> type, String document) {
        return type == MeshConfig.class
                ? MeshConfigReader.readConfig("mesh", document)
                : ManifestReader.strict().readValue(type, "row.yaml", document);
    }
}
