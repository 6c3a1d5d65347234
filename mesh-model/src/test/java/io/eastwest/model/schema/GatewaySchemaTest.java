package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySchemaTest {
    @Nested
    class Gateways {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "Gateway", """
                            gatewayClassName: istio
                            listeners:
                            - {name: http, port: 80, protocol: HTTP, tls: null}
                            - {name: shop, port: 80, protocol: HTTP, hostname: "*.example.com", allowedRoutes: {namespaces: {from: Selector, selector: {}}}}
                            - {name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert}]}}
                            - {name: own, port: 443, protocol: HTTPS, hostname: a.b, tls: {options: {a: b}, certificateRefs: []}}
                            - {name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}}
                            - {name: tcp, port: 443, protocol: TCP}
                            - {name: mine, port: 443, protocol: example.com/mine, hostname: a.b}
                            addresses: [{value: 192.0.2.1}, {value: "2001:db8::192.0.2.1"}, {}, {type: Hostname}, {type: NamedAddress, value: a}, {type: NamedAddress, value: a}]
                            infrastructure: {labels: {a.b/c: ""}, annotations: {c: "d e"}}
                            allowedListeners: {}
                            tls: {frontend: {default: {}, perPort: [{port: 443, tls: {validation: {caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}}}]}}
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {listeners: [{name: a, port: 80, protocol: HTTP}], gatewayClassName: ""} => gatewayClassName: must not be empty; give it a value or remove it [f.yaml:4:76] TEXT_TOO_SHORT
                {gatewayClassName: c} => listeners: required but not set; add it [f.yaml:4:7] MISSING_FIELD
                {gatewayClassName: c, listeners: []} => listeners: must not be empty; add one or remove the field [f.yaml:4:40] TOO_FEW_ITEMS
                {gatewayClassName: c, listeners: [{name: A_b, port: 80, protocol: HTTP}]} => listeners[0].name: must be lower-case letters, digits, - and . with a letter or digit at both ends but was "A_b" [f.yaml:4:48] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 70000, protocol: HTTP}]} => listeners[0].port: must be 1 to 65535 but was 70000; use a number in range [f.yaml:4:57] NUMBER_OUT_OF_BOUNDS
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: "HTTP 2"}]} => listeners[0].protocol: must be HTTP, HTTPS, TLS, TCP, UDP or a domain and a name such as example.com/mine but was "HTTP 2" [f.yaml:4:71] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, hostname: "*"}]} => listeners[0].hostname: must be a DNS name in lower case, also with *. in front, such as *.example.com but was "*" [f.yaml:4:87] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}, {name: a, port: 81, protocol: HTTP}]} => listeners[1]: has the name of entry 0; remove or change one of them [f.yaml:4:78] DUPLICATE_ITEM
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}, {name: b, port: 80, protocol: HTTP}]} => listeners[1]: has the port, protocol and hostname of entry 0; change one of them [f.yaml:4:78] LISTENER_CONFLICT
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, tls: {certificateRefs: [{name: s}]}}]} => listeners[0].tls: must not be set with protocol HTTP; remove it or use protocol HTTPS or TLS [f.yaml:4:82] FIELD_CONFLICT
                {gatewayClassName: c, listeners: [{name: a, port: 443, protocol: HTTPS, tls: {mode: Passthrough}}]} => listeners[0].tls.mode: must be Terminate with protocol HTTPS but was "Passthrough"; use protocol TLS to pass TLS through [f.yaml:4:91] FIELD_CONFLICT
                {gatewayClassName: c, listeners: [{name: a, port: 443, protocol: TLS}]} => listeners[0].tls: required with protocol TLS but not set; add it [f.yaml:4:41] MISSING_FIELD
                {gatewayClassName: c, listeners: [{name: a, port: 443, protocol: TLS, tls: {}}]} => listeners[0].tls.certificateRefs: required with mode Terminate but not set; name a Secret with a certificate, or set options of your gateway [f.yaml:4:82] MISSING_FIELD
                {gatewayClassName: c, listeners: [{name: a, port: 53, protocol: UDP, hostname: a.b}]} => listeners[0].hostname: must not be set with protocol UDP; remove it [f.yaml:4:86] FIELD_CONFLICT
                {gatewayClassName: c, listeners: [{name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: s, kind: "Sec ret"}]}}]} => listeners[0].tls.certificateRefs[0].kind: must be the name of a kind such as Service, without its group but was "Sec ret" [f.yaml:4:119] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: HTTPRoute, group: Gateway.io}]}}]} => listeners[0].allowedRoutes.kinds[0].group: must be empty for the core group or a DNS name such as gateway.networking.k8s.io but was "Gateway.io" [f.yaml:4:126] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], addresses: [{value: 10.0.0.256}]} => addresses[0].value: must be an IP address but was "10.0.0.256"; write such as 192.0.2.1 or set type: Hostname [f.yaml:4:99] ADDRESS_INVALID
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], addresses: [{type: Hostname, value: a_b}]} => addresses[0].value: must be a DNS name in lower case, also with *. in front, such as *.example.com but was "a_b" [f.yaml:4:115] HOST_INVALID
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], addresses: [{type: Named, value: a}]} => addresses[0].type: must be IPAddress, Hostname, NamedAddress or a domain and a path such as example.com/mine but was "Named" [f.yaml:4:98] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], addresses: [{value: "2001:db8::1"}, {type: IPAddress, value: "2001:db8::1"}]} => addresses[1]: has the type and value of entry 0; remove one of them [f.yaml:4:115] DUPLICATE_ITEM
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], infrastructure: {labels: {"a/b/c": d}}} => infrastructure.labels["a/b/c"]: must have a name of up to 63 characters, also with a domain and / in front but is named "a/b/c"; rename it [f.yaml:4:114] LABEL_INVALID
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], infrastructure: {labels: {a: "b c"}}} => infrastructure.labels.a: must be letters, digits and any of -_. with a letter or digit at both ends, or empty but was "b c" [f.yaml:4:108] TEXT_MALFORMED
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], infrastructure: {parametersRef: {group: "", kind: ConfigMap, name: ""}}} => infrastructure.parametersRef.name: must not be empty; give it a value or remove it [f.yaml:4:146] TEXT_TOO_SHORT
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], tls: {frontend: {default: {validation: {caCertificateRefs: []}}}}} => tls.frontend.default.validation.caCertificateRefs: must not be empty; add one or remove the field [f.yaml:4:138] TOO_FEW_ITEMS
                {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}], tls: {frontend: {default: {}, perPort: [{port: 443, tls: {}}, {port: 443, tls: {}}]}}} => tls.frontend.perPort[1]: has the port of entry 0; remove or change one of them [f.yaml:4:141] DUPLICATE_ITEM
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "Gateway", spec))
                    .containsExactly("ERROR Gateway/shop/a spec." + line);
        }
    }

    @Nested
    class ListenerSets {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {parentRef: {name: g, namespace: A}, listeners: [{name: a, port: 80, protocol: HTTP}]} => parentRef.namespace: must be lower-case letters, digits and - with a letter or digit at both ends but was "A" [f.yaml:4:40] TEXT_MALFORMED
                {parentRef: {name: g}, listeners: [{name: a, port: 80, protocol: HTTP, hostname: a.b}, {name: b, port: 80, protocol: HTTP, hostname: a.b}]} => listeners[1]: has the port, protocol and hostname of entry 0; change one of them [f.yaml:4:94] LISTENER_CONFLICT
                {parentRef: {name: g}} => listeners: required but not set; add it [f.yaml:4:7] MISSING_FIELD
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "ListenerSet", spec))
                    .containsExactly("ERROR ListenerSet/shop/a spec." + line);
        }
    }

    @Nested
    class GatewayClasses {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {controllerName: istio} => controllerName: must be a domain and a path such as istio.io/gateway-controller but was "istio" [f.yaml:4:24] TEXT_MALFORMED
                {controllerName: istio.io/gateway-controller, description: "0123456789012345678901234567890123456789012345678901234567890123456789"} => description: must have at most 64 characters but has 70; shorten it [f.yaml:4:66] TEXT_TOO_LONG
                {controllerName: istio.io/gateway-controller, parametersRef: {group: "", kind: ConfigMap, name: a, namespace: ""}} => parametersRef.namespace: must not be empty; give it a value or remove it [f.yaml:4:117] TEXT_TOO_SHORT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "GatewayClass", spec))
                    .containsExactly("ERROR GatewayClass/a spec." + line);
        }
    }
}
