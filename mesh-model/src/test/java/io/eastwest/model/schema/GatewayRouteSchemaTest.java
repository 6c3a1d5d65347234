package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayRouteSchemaTest {
    @Nested
    class GrpcRoutes {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "GRPCRoute", """
                            parentRefs: [{name: g}]
                            rules:
                            - {}
                            - matches: [{method: {service: .a.B_1}}, {method: {method: C}}, {method: {type: RegularExpression, service: ".*"}}, {headers: [{name: a, value: " b"}]}]
                              backendRefs: [{name: v1, port: 9000}]
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {rules: [{matches: [{method: {}}]}]} => rules[0].matches[0].method: needs a service, a method or both; add one or remove the field [f.yaml:4:36] MISSING_FIELD
                {rules: [{matches: [{method: {service: "a b"}}]}]} => rules[0].matches[0].method.service: must be the name of a gRPC service such as shop.v1.Orders with type Exact but was "a b" [f.yaml:4:46] TEXT_MALFORMED
                {rules: [{matches: [{method: {method: a.b}}]}]} => rules[0].matches[0].method.method: must be the name of a gRPC method such as PlaceOrder with type Exact but was "a.b" [f.yaml:4:45] TEXT_MALFORMED
                {rules: [{matches: [{headers: [{name: a, value: b}, {name: a, value: c}]}]}]} => rules[0].matches[0].headers[1]: has the name of entry 0; remove or change one of them [f.yaml:4:59] DUPLICATE_ITEM
                {rules: [{backendRefs: [{name: v1}]}]} => rules[0].backendRefs[0].port: required for a Service but not set; add it [f.yaml:4:31] MISSING_FIELD
                {rules: [{filters: [{type: ResponseHeaderModifier, responseHeaderModifier: {}}, {type: ResponseHeaderModifier, responseHeaderModifier: {}}]}]} => rules[0].filters[1]: is a second ResponseHeaderModifier filter after entry 0; merge it into the first [f.yaml:4:87] DUPLICATE_ITEM
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "GRPCRoute", spec))
                    .containsExactly("ERROR GRPCRoute/shop/a spec." + line);
        }
    }

    @Nested
    class TlsRoutes {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "TLSRoute", """
                            {hostnames: ["*.a.b", 1.2.3], rules: [{backendRefs: [{name: v1, port: 443}]}]}
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {rules: [{backendRefs: [{name: v1, port: 443}]}]} => hostnames: required but not set; add it [f.yaml:4:7] MISSING_FIELD
                {hostnames: [10.0.0.1], rules: [{backendRefs: [{name: v1, port: 443}]}]} => hostnames[0]: must be a name but was the address "10.0.0.1"; TLS names no address; use a DNS name [f.yaml:4:20] HOST_INVALID
                {hostnames: ["a.*.b"], rules: [{backendRefs: [{name: v1, port: 443}]}]} => hostnames[0]: must be a DNS name in lower case, also with *. in front, such as *.example.com but was "a.*.b" [f.yaml:4:20] TEXT_MALFORMED
                {hostnames: [a.b], rules: [{backendRefs: [{name: v1, port: 443}]}, {backendRefs: [{name: v1, port: 443}]}]} => rules: must have at most 1 entries but has 2; remove some of them [f.yaml:4:33] TOO_MANY_ITEMS
                {hostnames: [a.b], rules: [{backendRefs: []}]} => rules[0].backendRefs: must not be empty; add one or remove the field [f.yaml:4:48] TOO_FEW_ITEMS
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "TLSRoute", spec))
                    .containsExactly("ERROR TLSRoute/shop/a spec." + line);
        }
    }

    @Nested
    class TcpRoutes {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {rules: [{name: a, backendRefs: [{name: v1, port: 1}]}, {name: a, backendRefs: [{name: v1, port: 1}]}]} => rules: must have at most 1 entries but has 2; remove some of them [f.yaml:4:15] TOO_MANY_ITEMS
                {} => rules: required but not set; add it [f.yaml:4:7] MISSING_FIELD
                {rules: [{}]} => rules[0].backendRefs: required but not set; add it [f.yaml:4:16] MISSING_FIELD
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "TCPRoute", spec))
                    .containsExactly("ERROR TCPRoute/shop/a spec." + line);
        }
    }

    @Nested
    class UdpRoutes {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {rules: [{backendRefs: [{name: v1}]}]} => rules[0].backendRefs[0].port: required for a Service but not set; add it [f.yaml:4:31] MISSING_FIELD
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "UDPRoute", spec))
                    .containsExactly("ERROR UDPRoute/shop/a spec." + line);
        }
    }

    @Nested
    class OfOlderVersions {
        @Test
        void haveSeveralRulesAndNoHosts() {
            String rules = "{rules: [{backendRefs: [{name: v1, port: 1}]}, {backendRefs: [{name: v1, port: 1}]}]}";

            for (String kind : List.of("TLSRoute", "TCPRoute", "UDPRoute")) {
                assertThat(SchemaLines.of("gateway.networking.k8s.io/v1alpha2", kind, rules))
                        .as(kind)
                        .isEmpty();
            }
        }

        @Test
        void haveRulesWithNamesOfTheirOwn() {
            String rule = "{name: a, backendRefs: [{name: v1, port: 1}]}";

            assertThat(SchemaLines.of(
                            "gateway.networking.k8s.io/v1alpha2", "TCPRoute", "{rules: [" + rule + ", " + rule + "]}"))
                    .containsExactly(
                            "ERROR TCPRoute/shop/a spec.rules[1].name: must differ from the names of other rules"
                                    + " but \"a\" is also the name of entry 0; change one of them [f.yaml:4:70] DUPLICATE_ITEM");
        }
    }
}
