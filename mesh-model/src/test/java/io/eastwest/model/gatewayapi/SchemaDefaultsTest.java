package io.eastwest.model.gatewayapi;

import static io.eastwest.model.gatewayapi.GatewayApiYaml.read;
import static io.eastwest.model.gatewayapi.GatewayApiYaml.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDefaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            HTTPRoute; {}; {rules: [{matches: [{path: {type: PathPrefix, value: /}}]}]}
            HTTPRoute; {rules: [{}]}; {rules: [{matches: [{path: {type: PathPrefix, value: /}}]}]}
            HTTPRoute; {rules: []}; {rules: []}
            HTTPRoute; {rules: [{matches: []}]}; {rules: [{matches: []}]}
            HTTPRoute; {rules: [{matches: [{}]}]}; {rules: [{matches: [{path: {type: PathPrefix, value: /}}]}]}
            HTTPRoute; {rules: [{matches: [{path: {value: /a}}]}]}; {rules: [{matches: [{path: {type: PathPrefix, value: /a}}]}]}
            HTTPRoute; {rules: [{matches: [{path: {type: Exact}}]}]}; {rules: [{matches: [{path: {type: Exact, value: /}}]}]}
            HTTPRoute; {rules: [{matches: [{headers: [{name: a, value: b}], queryParams: [{name: c, value: d}]}]}]}; {rules: [{matches: [{path: {type: PathPrefix, value: /}, headers: [{type: Exact, name: a, value: b}], queryParams: [{type: Exact, name: c, value: d}]}]}]}
            HTTPRoute; {parentRefs: [{name: g}], rules: [{matches: [], backendRefs: [{name: x}]}]}; {parentRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}], rules: [{matches: [], backendRefs: [{group: "", kind: Service, name: x, weight: 1}]}]}
            HTTPRoute; {parentRefs: [{group: "", kind: Service, name: s}], rules: []}; {parentRefs: [{group: "", kind: Service, name: s}], rules: []}
            HTTPRoute; {rules: [{matches: [], filters: [{type: RequestRedirect, requestRedirect: {}}, {type: CORS, cors: {}}, {type: RequestMirror, requestMirror: {backendRef: {name: m}, fraction: {numerator: 1}}}]}]}; {rules: [{matches: [], filters: [{type: RequestRedirect, requestRedirect: {statusCode: 302}}, {type: CORS, cors: {maxAge: 5}}, {type: RequestMirror, requestMirror: {backendRef: {group: "", kind: Service, name: m}, fraction: {numerator: 1, denominator: 100}}}]}]}
            HTTPRoute; {rules: [{matches: [], backendRefs: [{name: x, weight: 0, filters: [{type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {name: a}}}]}]}]}; {rules: [{matches: [], backendRefs: [{group: "", kind: Service, name: x, weight: 0, filters: [{type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {group: "", kind: Service, name: a}}}]}]}]}
            HTTPRoute; {rules: [{matches: [], sessionPersistence: {cookieConfig: {}}}]}; {rules: [{matches: [], sessionPersistence: {type: Cookie, cookieConfig: {lifetimeType: Session}}}]}
            GRPCRoute; {}; {}
            GRPCRoute; {rules: [{}]}; {rules: [{}]}
            GRPCRoute; {rules: [{matches: [{method: {service: a.B}, headers: [{name: a, value: b}]}, {}], filters: [{type: RequestMirror, requestMirror: {backendRef: {name: m}}}], backendRefs: [{name: x}], sessionPersistence: {}}]}; {rules: [{matches: [{method: {type: Exact, service: a.B}, headers: [{type: Exact, name: a, value: b}]}, {}], filters: [{type: RequestMirror, requestMirror: {backendRef: {group: "", kind: Service, name: m}}}], backendRefs: [{group: "", kind: Service, name: x, weight: 1}], sessionPersistence: {type: Cookie}}]}
            TLSRoute; {parentRefs: [{name: g}], hostnames: [a], rules: [{backendRefs: [{name: x}]}]}; {parentRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}], hostnames: [a], rules: [{backendRefs: [{group: "", kind: Service, name: x, weight: 1}]}]}
            TCPRoute; {rules: [{backendRefs: [{name: x, weight: 2}]}]}; {rules: [{backendRefs: [{group: "", kind: Service, name: x, weight: 2}]}]}
            UDPRoute; {rules: [{backendRefs: [{name: x}]}]}; {rules: [{backendRefs: [{group: "", kind: Service, name: x, weight: 1}]}]}
            Gateway; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}]}; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Same}}}]}
            Gateway; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, tls: {}, allowedRoutes: {}}]}; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, tls: {mode: Terminate}, allowedRoutes: {namespaces: {from: Same}}}]}
            Gateway; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, tls: {mode: Passthrough, certificateRefs: [{name: s}]}, allowedRoutes: {namespaces: {selector: {}}, kinds: [{kind: HTTPRoute}]}}]}; {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, tls: {mode: Passthrough, certificateRefs: [{group: "", kind: Secret, name: s}]}, allowedRoutes: {namespaces: {from: Same, selector: {}}, kinds: [{group: gateway.networking.k8s.io, kind: HTTPRoute}]}}]}
            Gateway; {gatewayClassName: c, allowedListeners: {}, addresses: [{value: 192.0.2.1}]}; {gatewayClassName: c, allowedListeners: {namespaces: {from: None}}, addresses: [{type: IPAddress, value: 192.0.2.1}]}
            Gateway; {gatewayClassName: c, allowedListeners: {namespaces: {selector: {}}}}; {gatewayClassName: c, allowedListeners: {namespaces: {from: None, selector: {}}}}
            Gateway; {gatewayClassName: c, tls: {backend: {clientCertificateRef: {name: s}}, frontend: {default: {validation: {}}, perPort: [{port: 1, tls: {validation: {}}}, {port: 2, tls: {}}]}}}; {gatewayClassName: c, tls: {backend: {clientCertificateRef: {group: "", kind: Secret, name: s}}, frontend: {default: {validation: {mode: AllowValidOnly}}, perPort: [{port: 1, tls: {validation: {mode: AllowValidOnly}}}, {port: 2, tls: {}}]}}}
            Gateway; {gatewayClassName: c}; {gatewayClassName: c}
            ListenerSet; {parentRef: {name: g}, listeners: [{name: a, port: 80, protocol: HTTP}]}; {parentRef: {group: gateway.networking.k8s.io, kind: Gateway, name: g}, listeners: [{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Same}}}]}
            XBackendTrafficPolicy; {}; {}
            XBackendTrafficPolicy; {retryConstraint: {}}; {retryConstraint: {budget: {percent: 20, interval: 10s}, minRetryRate: {count: 10, interval: 1s}}}
            XBackendTrafficPolicy; {retryConstraint: {budget: {percent: 5}, minRetryRate: {}}}; {retryConstraint: {budget: {percent: 5, interval: 10s}, minRetryRate: {}}}
            XBackendTrafficPolicy; {sessionPersistence: {type: Header}}; {sessionPersistence: {type: Header}}
            """)
    void areThoseThatAnApiServerWrites(String kind, String given, String stored) {
        MeshResource completed = SchemaDefaults.of(read(kind, given));

        assertThat(spec(completed)).isEqualTo(spec(read(kind, stored)));
        assertThat(SchemaDefaults.of(completed)).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            GatewayClass; {controllerName: a.io/b}
            ReferenceGrant; {from: [{group: "", kind: A, namespace: b}], to: [{group: "", kind: Service}]}
            BackendTLSPolicy; {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b}}
            """)
    void areNoneForTheOtherKinds(String kind, String given) {
        assertThat(SchemaDefaults.of(read(kind, given))).isEqualTo(read(kind, given));
    }
}
