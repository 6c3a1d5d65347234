package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRouteSchemaTest {
    @Nested
    class HttpRoutes {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "HTTPRoute", """
                            parentRefs: [{name: g, sectionName: a}, {name: g, sectionName: b}, {name: g, namespace: c}, {group: "", kind: Service, name: g}]
                            hostnames: ["*.example.com", a]
                            rules:
                            - matches: []
                            - matches: [{path: {type: RegularExpression, value: "a//["}}, {path: {type: Exact, value: /a%20b}}, {headers: [{name: a, value: b}]}]
                              backendRefs: [{name: a, kind: Own, group: a.io}, {name: v1, port: 80, weight: 0}]
                              timeouts: {request: 0s, backendRequest: 1h}
                            - matches: [{path: {value: /a}, method: GET}]
                              filters:
                              - {type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: ""}}}
                              - {type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}, fraction: {numerator: 100}}}
                              - {type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}, percent: 0}}
                              - {type: CORS, cors: {allowOrigins: ["https://*.a.b:8443", "http://c"], allowMethods: ["*"], allowHeaders: ["*"]}}
                            - filters: [{type: RequestRedirect, requestRedirect: {scheme: https, path: {type: ReplacePrefixMatch, replacePrefixMatch: /b}}}]
                              backendRefs: []
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {parentRefs: [{name: g}, {name: g}]} => parentRefs[1]: names the same Gateway as entry 0; give each a sectionName of its own or drop one [f.yaml:4:32] PARENT_AMBIGUOUS
                {parentRefs: [{name: g, sectionName: a}, {name: g, sectionName: a}]} => parentRefs[1]: names the same Gateway and sectionName as entry 0; give each a sectionName of its own or drop one [f.yaml:4:48] PARENT_AMBIGUOUS
                {parentRefs: [{name: g, sectionName: a}, {name: g}]} => parentRefs[1]: names the same Gateway as entry 0 but only one of them has a sectionName; give each a sectionName of its own or drop one [f.yaml:4:48] PARENT_AMBIGUOUS
                {parentRefs: [{name: g, namespace: b}, {name: g, namespace: b, kind: Gateway}]} => parentRefs[1]: names the same Gateway as entry 0; give each a sectionName of its own or drop one [f.yaml:4:46] PARENT_AMBIGUOUS
                {parentRefs: [{name: ""}]} => parentRefs[0].name: must not be empty; give it a value or remove it [f.yaml:4:28] TEXT_TOO_SHORT
                {parentRefs: [{name: g, port: 0}]} => parentRefs[0].port: must be 1 to 65535 but was 0; use a number in range [f.yaml:4:37] NUMBER_OUT_OF_BOUNDS
                {hostnames: [A.example.com]} => hostnames[0]: must be a DNS name in lower case, also with *. in front, such as *.example.com but was "A.example.com" [f.yaml:4:20] TEXT_MALFORMED
                {hostnames: ["*"]} => hostnames[0]: must be a DNS name in lower case, also with *. in front, such as *.example.com but was "*" [f.yaml:4:20] TEXT_MALFORMED
                {rules: []} => rules: must not be empty; add one or remove the field [f.yaml:4:15] TOO_FEW_ITEMS
                {rules: [{name: A}]} => rules[0].name: must be lower-case letters, digits, - and . with a letter or digit at both ends but was "A" [f.yaml:4:23] TEXT_MALFORMED
                {rules: [{matches: [{path: {value: a}}]}]} => rules[0].matches[0].path.value: must start with / with type PathPrefix but was "a"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a//b}}]}]} => rules[0].matches[0].path.value: must not contain // with type PathPrefix but was "/a//b"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {type: Exact, value: /a/../b}}]}]} => rules[0].matches[0].path.value: must not contain /../ with type Exact but was "/a/../b"; write it in normal form [f.yaml:4:55] PATH_INVALID
                {rules: [{matches: [{path: {value: /a/./b}}]}]} => rules[0].matches[0].path.value: must not contain /./ with type PathPrefix but was "/a/./b"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a%2fb}}]}]} => rules[0].matches[0].path.value: must not contain %2f with type PathPrefix but was "/a%2fb"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a%2Fb}}]}]} => rules[0].matches[0].path.value: must not contain %2F with type PathPrefix but was "/a%2Fb"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a#b}}]}]} => rules[0].matches[0].path.value: must not contain # with type PathPrefix but was "/a#b"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a/..}}]}]} => rules[0].matches[0].path.value: must not end with /.. with type PathPrefix but was "/a/.."; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: /a/.}}]}]} => rules[0].matches[0].path.value: must not end with /. with type PathPrefix but was "/a/."; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{path: {value: "/a b"}}]}]} => rules[0].matches[0].path.value: must be a path of letters, digits, any of -/._~!$&'()*+,;=:@ and bytes such as %20 with type PathPrefix but was "/a b"; write it in normal form [f.yaml:4:42] PATH_INVALID
                {rules: [{matches: [{headers: [{name: a, value: b}, {name: a, value: c}]}]}]} => rules[0].matches[0].headers[1]: has the name of entry 0; remove or change one of them [f.yaml:4:59] DUPLICATE_ITEM
                {rules: [{matches: [{headers: [{name: "a b", value: b}]}]}]} => rules[0].matches[0].headers[0].name: must be a token of HTTP: letters, digits and any of !#$%&'*+-.^_`|~ but was "a b" [f.yaml:4:45] TEXT_MALFORMED
                {rules: [{matches: [{headers: [{name: a, value: ""}]}]}]} => rules[0].matches[0].headers[0].value: must not be empty; give it a value or remove it [f.yaml:4:55] TEXT_TOO_SHORT
                {rules: [{matches: [{queryParams: [{name: q, value: a}, {name: q, value: b}]}]}]} => rules[0].matches[0].queryParams[1]: has the name of entry 0; remove or change one of them [f.yaml:4:63] DUPLICATE_ITEM
                {rules: [{backendRefs: [{name: v1}]}]} => rules[0].backendRefs[0].port: required for a Service but not set; add it [f.yaml:4:31] MISSING_FIELD
                {rules: [{backendRefs: [{name: v1, port: 80, weight: -1}]}]} => rules[0].backendRefs[0].weight: must be 0 to 1000000 but was -1; use a number in range [f.yaml:4:60] NUMBER_OUT_OF_BOUNDS
                {rules: [{backendRefs: [{name: v1, kind: a.b, group: x.io}]}]} => rules[0].backendRefs[0].kind: must be the name of a kind such as Service, without its group but was "a.b" [f.yaml:4:48] TEXT_MALFORMED
                {rules: [{filters: [{type: RequestHeaderModifier, requestHeaderModifier: {}}, {type: RequestHeaderModifier, requestHeaderModifier: {}}]}]} => rules[0].filters[1]: is a second RequestHeaderModifier filter after entry 0; merge it into the first [f.yaml:4:85] DUPLICATE_ITEM
                {rules: [{filters: [{type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: a, value: b}, {name: a, value: c}]}}]}]} => rules[0].filters[0].responseHeaderModifier.set[1]: has the name of entry 0; remove or change one of them [f.yaml:4:110] DUPLICATE_ITEM
                {rules: [{filters: [{type: RequestHeaderModifier, requestHeaderModifier: {remove: [a, a]}}]}]} => rules[0].filters[0].requestHeaderModifier.remove[1]: is equal to entry 0; remove one of them [f.yaml:4:93] DUPLICATE_ITEM
                {rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}, {type: URLRewrite, urlRewrite: {}}]}]} => rules[0].filters[1]: must not be set beside the RequestRedirect filter of entry 0; remove one of them [f.yaml:4:73] ACTION_CONFLICT
                {rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: v1, port: 80}]}]} => rules[0].backendRefs: must not be set beside a RequestRedirect filter; remove one of them [f.yaml:4:87] ACTION_CONFLICT
                {rules: [{filters: [{type: RequestRedirect, requestRedirect: {statusCode: 200}}]}]} => rules[0].filters[0].requestRedirect.statusCode: must be 301, 302, 303, 307 or 308 but was 200; use one of them [f.yaml:4:81] NUMBER_OUT_OF_BOUNDS
                {rules: [{filters: [{type: RequestRedirect, requestRedirect: {hostname: "*.a.b"}}]}]} => rules[0].filters[0].requestRedirect.hostname: must be a DNS name in lower case such as shop.example.com but was "*.a.b" [f.yaml:4:79] TEXT_MALFORMED
                {rules: [{filters: [{type: RequestRedirect, requestRedirect: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}], matches: [{path: {type: Exact, value: /a}}]}]} => rules[0].filters[0].requestRedirect.path: replaces the matched prefix but the rule has no PathPrefix match; give the rule one match of type PathPrefix [f.yaml:4:75] PREFIX_NOT_MATCHED
                {rules: [{filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}], matches: [{}, {}]}]} => rules[0].filters[0].urlRewrite.path: replaces the matched prefix but the rule has 2 matches; give the rule one match of type PathPrefix [f.yaml:4:65] PREFIX_NOT_MATCHED
                {rules: [{backendRefs: [{name: v1, port: 80, filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]}], matches: []}]} => rules[0].backendRefs[0].filters[0].urlRewrite.path: replaces the matched prefix but the rule has 0 matches; give the rule one match of type PathPrefix [f.yaml:4:100] PREFIX_NOT_MATCHED
                {rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: m}}}]}]} => rules[0].filters[0].requestMirror.backendRef.port: required for a Service but not set; add it [f.yaml:4:77] MISSING_FIELD
                {rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}, percent: 5, fraction: {numerator: 1}}}]}]} => rules[0].filters[0].requestMirror.fraction: must not be set beside percent; remove one of them [f.yaml:4:120] FIELD_CONFLICT
                {rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}, percent: 101}}]}]} => rules[0].filters[0].requestMirror.percent: must be 0 to 100 but was 101; use a number in range [f.yaml:4:107] NUMBER_OUT_OF_BOUNDS
                {rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: m, port: 80}, fraction: {numerator: 101}}}]}]} => rules[0].filters[0].requestMirror.fraction.numerator: must not be more than the denominator, 100, but was 101; change one of them [f.yaml:4:120] FIELD_CONFLICT
                {rules: [{filters: [{type: CORS, cors: {allowOrigins: ["*", "https://a.b"]}}]}]} => rules[0].filters[0].cors.allowOrigins[0]: must not be set beside other entries; remove it or all others [f.yaml:4:62] FIELD_CONFLICT
                {rules: [{filters: [{type: CORS, cors: {allowOrigins: [a.b]}}]}]} => rules[0].filters[0].cors.allowOrigins[0]: must be * or a scheme, a host and perhaps a port such as https://*.example.com but was "a.b" [f.yaml:4:62] TEXT_MALFORMED
                {rules: [{filters: [{type: CORS, cors: {allowMethods: [GET, "*"]}}]}]} => rules[0].filters[0].cors.allowMethods[1]: must not be set beside other entries; remove it or all others [f.yaml:4:67] FIELD_CONFLICT
                {rules: [{filters: [{type: CORS, cors: {allowMethods: [get]}}]}]} => rules[0].filters[0].cors.allowMethods[0]: unknown value "get"; write one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH, * [f.yaml:4:62] UNKNOWN_ENUM_VALUE
                {rules: [{filters: [{type: CORS, cors: {allowHeaders: ["*", a]}}]}]} => rules[0].filters[0].cors.allowHeaders[0]: must not be set beside other entries; remove it or all others [f.yaml:4:62] FIELD_CONFLICT
                {rules: [{filters: [{type: CORS, cors: {exposeHeaders: [a, a]}}]}]} => rules[0].filters[0].cors.exposeHeaders[1]: is equal to entry 0; remove one of them [f.yaml:4:66] DUPLICATE_ITEM
                {rules: [{filters: [{type: CORS, cors: {maxAge: 0}}]}]} => rules[0].filters[0].cors.maxAge: must be 1 or more but was 0; use a number in range [f.yaml:4:55] NUMBER_OUT_OF_BOUNDS
                {rules: [{filters: [{type: ExtensionRef, extensionRef: {group: "", kind: "", name: a}}]}]} => rules[0].filters[0].extensionRef.kind: must not be empty; give it a value or remove it [f.yaml:4:80] TEXT_TOO_SHORT
                {rules: [{timeouts: {request: 1s, backendRequest: 1500ms}}]} => rules[0].timeouts.backendRequest: must not be longer than request, 1s, but was 1500ms; shorten it [f.yaml:4:57] FIELD_CONFLICT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "HTTPRoute", spec))
                    .containsExactly("ERROR HTTPRoute/shop/a spec." + line);
        }
    }

    @Test
    void haveAtMost128MatchesInAllRules() {
        String rule = "{matches: [" + "{}, ".repeat(63) + "{}]}";

        assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "HTTPRoute", "{rules: [" + rule + ", " + rule + "]}"))
                .isEmpty();
        assertThat(SchemaLines.of(
                        "gateway.networking.k8s.io/v1", "HTTPRoute", "{rules: [" + rule + ", " + rule + ", {}]}"))
                .containsExactly(
                        "ERROR HTTPRoute/shop/a spec.rules: must have at most 128 matches in all rules but has 129;"
                                + " split the route [f.yaml:4:15] TOO_MANY_ITEMS");
    }

    /** The definition looks for exactly one such backend. */
    @Test
    void mayReplaceAPrefixOnTheWayToSeveralBackends() {
        String backend =
                "{name: a, port: 80, filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch,"
                        + " replacePrefixMatch: /}}}]}";

        assertThat(SchemaLines.of(
                        "gateway.networking.k8s.io/v1",
                        "HTTPRoute",
                        "{rules: [{matches: [{}, {}], backendRefs: [" + backend + ", " + backend + "]}]}"))
                .isEmpty();
    }
}
