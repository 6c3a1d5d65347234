package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A table: a document, and every line that the strict reader reports about it. */
class ReadErrorsTest {
    @TestFactory
    Stream<DynamicTest> resources() {
        return Stream.of(
                row("two members of a choice", "VirtualService", """
                        hosts: [reviews]
                        http:
                        - match:
                          - uri: {exact: /a, prefix: /b}
                            headers:
                              x: {regex: 5}
                          name: a
                        - directResponse: {status: 200, body: {string: a, bytes: aGk=}}
                        """, """
                        ERROR VirtualService/shop/a spec.http[0].match[0].uri: at most one of exact, prefix may be set; remove all but one of them [f.yaml:8:12] ONEOF_CONFLICT
                        ERROR VirtualService/shop/a spec.http[0].match[0].headers.x.regex: must be a string but was the number 5; quote it: "5" [f.yaml:10:20] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[1].directResponse.body: at most one of string, bytes may be set; remove all but one of them [f.yaml:12:41] ONEOF_CONFLICT
                        """),
                row("unknown fields, near and far", "VirtualService", """
                        host: [reviews]
                        http:
                        - route: [{destination: {host: a, subste: v1}, wieght: 5}]
                          match: [{uri: {exact: a, unlike: b}}]
                        """, """
                        ERROR VirtualService/shop/a spec.host: unknown field; did you mean hosts? [f.yaml:5:3] UNKNOWN_FIELD
                        ERROR VirtualService/shop/a spec.http[0].route[0].destination.subste: unknown field; did you mean subset? [f.yaml:7:37] UNKNOWN_FIELD
                        ERROR VirtualService/shop/a spec.http[0].route[0].wieght: unknown field; did you mean weight? [f.yaml:7:50] UNKNOWN_FIELD
                        ERROR VirtualService/shop/a spec.http[0].match[0].uri.unlike: unknown field; known is one of exact, prefix, regex [f.yaml:8:30] UNKNOWN_FIELD
                        """),
                row("missing fields", "VirtualService", """
                        http:
                        - route:
                          - destination: {subset: v1}
                          - weight: 1
                          - destination: null
                        """, """
                        ERROR VirtualService/shop/a spec.http[0].route[0].destination.host: required but not set; add it [f.yaml:7:20] MISSING_FIELD
                        ERROR VirtualService/shop/a spec.http[0].route[1].destination: required but not set; add it [f.yaml:8:7] MISSING_FIELD
                        ERROR VirtualService/shop/a spec.http[0].route[2].destination: required but not set; add it [f.yaml:9:7] MISSING_FIELD
                        """),
                row("scalars of the wrong type", "VirtualService", """
                        hosts: reviews
                        http:
                        - route:
                          - destination: {host: 5, port: {number: "80"}}
                            weight: "5"
                          retries: {attempts: 2.5}
                          fault: {abort: {percentage: {value: half}, httpStatus: true}}
                          corsPolicy: {allowCredentials: "true", allowOrigins: [null]}
                          rewrite: /x
                          headers: []
                        """, """
                        ERROR VirtualService/shop/a spec.hosts: must be a list but was the string "reviews" [f.yaml:5:10] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].route[0].destination.host: must be a string but was the number 5; quote it: "5" [f.yaml:8:27] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].route[0].destination.port.number: must be an integer but was the string "80" [f.yaml:8:45] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].route[0].weight: must be an integer but was the string "5" [f.yaml:9:15] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].retries.attempts: must be an integer but was the number 2.5 [f.yaml:10:25] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].fault.abort.percentage.value: must be a number but was the string "half" [f.yaml:11:41] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].fault.abort.httpStatus: must be an integer but was true [f.yaml:11:60] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].corsPolicy.allowCredentials: must be true or false but was the string "true" [f.yaml:12:36] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].corsPolicy.allowOrigins[0]: must not be null; give it a value or remove it [f.yaml:12:59] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].rewrite: must be an object but was the string "/x" [f.yaml:13:14] WRONG_TYPE
                        ERROR VirtualService/shop/a spec.http[0].headers: must be an object but was a list [f.yaml:14:14] WRONG_TYPE
                        """),
                row("durations", "VirtualService", """
                        http:
                        - timeout: 10
                        - timeout: 5 s
                        - retries: {perTryTimeout: 1d}
                        - timeout: [1s]
                        """, """
                        ERROR VirtualService/shop/a spec.http[0].timeout: must be a duration but was the number 10; write it as 10s [f.yaml:6:14] INVALID_DURATION
                        ERROR VirtualService/shop/a spec.http[1].timeout: must be a duration but was the string "5 s"; write it as 10s or 1h30m [f.yaml:7:14] INVALID_DURATION
                        ERROR VirtualService/shop/a spec.http[2].retries.perTryTimeout: must be a duration but was the string "1d"; write it as 10s or 1h30m [f.yaml:8:30] INVALID_DURATION
                        ERROR VirtualService/shop/a spec.http[3].timeout: must be a duration but was a list; write it as 10s or 1h30m [f.yaml:9:14] INVALID_DURATION
                        """),
                row("numbers out of range", "VirtualService", """
                        http:
                        - route: [{destination: {host: a}, weight: 2147483648}]
                        - route: [{destination: {host: a}, weight: 99999999999999999999999999999999999}]
                        """, """
                        ERROR VirtualService/shop/a spec.http[0].route[0].weight: number 2147483648 is out of range; the range is -2147483648..2147483647 [f.yaml:6:46] NUMBER_OUT_OF_RANGE
                        ERROR VirtualService/shop/a spec.http[1].route[0].weight: number 99999999999999999999999999999999999 is out of range; the range is -2147483648..2147483647 [f.yaml:7:46] NUMBER_OUT_OF_RANGE
                        """),
                row("words and numbers as names", "PeerAuthentication", """
                        mtls: {mode: strict}
                        portLevelMtls:
                          8080: {mode: DISABLE}
                          http: {mode: DISABLE}
                          "9090": {mode: 1}
                        """, """
                        ERROR PeerAuthentication/shop/a spec.mtls.mode: "strict" is not a known value; write one of UNSET, DISABLE, PERMISSIVE, STRICT [f.yaml:5:16] UNKNOWN_ENUM_VALUE
                        ERROR PeerAuthentication/shop/a spec.portLevelMtls.http: field name "http" is not a number; use a number as the name [f.yaml:8:11] WRONG_TYPE
                        ERROR PeerAuthentication/shop/a spec.portLevelMtls.9090.mode: must be a string, one of UNSET, DISABLE, PERMISSIVE, STRICT, but was the number 1 [f.yaml:9:20] WRONG_TYPE
                        """),
                row("fields that occur twice, and what is in them", "VirtualService", """
                        http:
                        - name: a
                          name: b
                          timeout: 1s
                          timeout: 2
                        """, """
                        ERROR VirtualService/shop/a spec.http[0].name: field "name" occurs twice in one object; remove one of them [f.yaml:7:5] DUPLICATE_KEY
                        ERROR VirtualService/shop/a spec.http[0].timeout: field "timeout" occurs twice in one object; remove one of them [f.yaml:9:5] DUPLICATE_KEY
                        ERROR VirtualService/shop/a spec.http[0].timeout: must be a duration but was the number 2; write it as 2s [f.yaml:9:14] INVALID_DURATION
                        """));
    }

    @TestFactory
    Stream<DynamicTest> documents() {
        return Stream.of(
                document("not YAML, and the next document is read", """
                        a: [1, 2
                        b: 3
                        ---
                        kind: Namespace
                        """, """
                        ERROR this is not YAML: expected ',' or ']', but got : [f.yaml:2:2] NOT_YAML
                        ERROR apiVersion: required but not set; add it [f.yaml:4:1] MISSING_FIELD
                        """),
                document("an escape at the end of the text", "a: \"\\x", """
                        ERROR this is not YAML: an escape in double quotes lacks hexadecimal digits [f.yaml:1:1] NOT_YAML
                        """),
                document("a tab", "\ta: b\n", """
                        ERROR this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) [f.yaml:1:1] NOT_YAML
                        """),
                document("a control character", "a: b\nc: \u0001\n", """
                        ERROR this is not YAML: character U+0001 is not allowed; remove it or write it as an escape in double quotes [f.yaml:2:4] NOT_YAML
                        """),
                document("no resource", "hello\n---\n- a\n---\n# nothing\n---\n5\n", """
                        ERROR a resource is an object but this is a string; give it apiVersion and kind [f.yaml:1:1] NOT_A_RESOURCE
                        ERROR a resource is an object but this is a list; give it apiVersion and kind [f.yaml:3:1] NOT_A_RESOURCE
                        ERROR a resource is an object but this is a number; give it apiVersion and kind [f.yaml:7:1] NOT_A_RESOURCE
                        """),
                document("YAML that JSON has no form for", """
                        apiVersion: x/v1
                        kind: X
                        a: &x [*x]
                        b: *y
                        c: !!set {a, b}
                        d: !!int x
                        e: !foo 5
                        <<: {f: 1}
                        g: .inf
                        """, """
                        ERROR X/ a[0]: alias *x has no anchor before it; write it out [f.yaml:3:8] UNSUPPORTED_YAML
                        ERROR X/ b: alias *y has no anchor before it; write it out [f.yaml:4:4] UNSUPPORTED_YAML
                        ERROR X/ c: tag !!set has no meaning in JSON; remove the tag [f.yaml:5:4] UNSUPPORTED_YAML
                        ERROR X/ d: tag !!int does not fit the value or has no meaning in JSON; remove the tag [f.yaml:6:4] UNSUPPORTED_YAML
                        ERROR X/ e: tag !foo does not fit the value or has no meaning in JSON; remove the tag [f.yaml:7:4] UNSUPPORTED_YAML
                        ERROR X/ ["<<"]: merge keys (<<) are not part of YAML 1.2; write the fields out [f.yaml:8:1] UNSUPPORTED_YAML
                        ERROR X/ g: .inf is a number that JSON cannot hold; quote it or use a number [f.yaml:9:4] UNSUPPORTED_YAML
                        """),
                document("an object as a name", "? {a: b}\n: c\n", """
                        ERROR an object or a list cannot be the name of a field; use a word [f.yaml:1:3] UNSUPPORTED_YAML
                        """),
                document("null as a name", "~: c\n", """
                        ERROR null cannot be the name of a field; use a word [f.yaml:1:1] UNSUPPORTED_YAML
                        """),
                document("a version that is not served", """
                        apiVersion: networking.istio.io/v2
                        kind: VirtualService
                        metadata: {name: a}
                        """, """
                        ERROR VirtualService/default/a apiVersion: VirtualService is not served as version "v2"; write one of networking.istio.io/v1, networking.istio.io/v1beta1, networking.istio.io/v1alpha3 [f.yaml:1:13] VERSION_NOT_SERVED
                        """),
                document("no name, wrong top level", """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {namespace: x, creationTimestamp: yesterday}
                        spec: [1]
                        specs: {}
                        """, """
                        ERROR VirtualService/x/ metadata.name: required but not set; add it [f.yaml:3:11] MISSING_FIELD
                        ERROR VirtualService/x/ metadata.creationTimestamp: must be a point in time but was the string "yesterday"; write it as 2026-01-01T00:00:00Z [f.yaml:3:45] INVALID_TIMESTAMP
                        ERROR VirtualService/x/ spec: must be an object but was a list [f.yaml:4:7] WRONG_TYPE
                        ERROR VirtualService/x/ specs: unknown field; did you mean spec? [f.yaml:5:1] UNKNOWN_FIELD
                        """),
                document("members of a list", """
                        apiVersion: v1
                        kind: List
                        items:
                        - apiVersion: v1
                          kind: Namespace
                          metadata: {name: a, lables: {x: y}}
                        - apiVersion: v1
                          kind: Namespace
                          metadata: {name: b, name: c}
                        - kind: Namespace
                        """, """
                        ERROR Namespace/a metadata.lables: unknown field; did you mean labels? [f.yaml:6:23] UNKNOWN_FIELD
                        WARNING Namespace/a metadata.lables.x: this plain word is a string here but a boolean for YAML 1.1 tools such as kubectl; quote it, or write what is meant [f.yaml:6:35] AMBIGUOUS_SCALAR
                        ERROR Namespace/b metadata.name: field "name" occurs twice in one object; remove one of them [f.yaml:9:23] DUPLICATE_KEY
                        ERROR apiVersion: required but not set; add it [f.yaml:10:3] MISSING_FIELD
                        """),
                document("halves of characters", """
                        apiVersion: x/v1
                        kind: X
                        a: ["\\ud83d\\ude00", "\\ud83d", "\\ude00\\ud83d"]
                        "\\ud83d": b
                        """, """
                        ERROR X/ a[1]: \\ud83d is half of a character; write both halves or remove it [f.yaml:3:21] UNSUPPORTED_YAML
                        ERROR X/ a[2]: \\ude00 is half of a character; write both halves or remove it [f.yaml:3:31] UNSUPPORTED_YAML
                        ERROR X/ ["\ud83d"]: \\ud83d is half of a character; write both halves or remove it [f.yaml:4:1] UNSUPPORTED_YAML
                        """),
                document("secrets are never shown", """
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: a}
                        data:
                          key: hunter2
                          pin: 271828
                          old: 0271828
                        stringData:
                          key: 314159
                        """, """
                        ERROR Secret/default/a data.key: not base64: length is not a multiple of 4; standard base64 with padding is accepted [f.yaml:5:8] INVALID_VALUE
                        ERROR Secret/default/a data.pin: must be a string but was a number; quote it [f.yaml:6:8] WRONG_TYPE
                        ERROR Secret/default/a data.old: must be a string but was a number; quote it [f.yaml:7:8] WRONG_TYPE
                        WARNING Secret/default/a data.old: this plain number is decimal here but not for YAML 1.1 tools such as kubectl; quote it, or write what is meant [f.yaml:7:8] AMBIGUOUS_SCALAR
                        ERROR Secret/default/a stringData.key: must be a string but was a number; quote it [f.yaml:9:8] WRONG_TYPE
                        """),
                document("an unknown kind with wrong metadata", """
                        apiVersion: example.com/v1
                        kind: Foo
                        metadata: {name: a, labels: [a]}
                        """, """
                        ERROR Foo/a metadata.labels: must be an object but was a list [f.yaml:3:29] WRONG_TYPE
                        """));
    }

    private static DynamicTest row(String name, String kind, String spec, String expected) {
        String group = kind.equals("VirtualService") ? "networking" : "security";
        String document = "apiVersion: " + group + ".istio.io/v1\nkind: " + kind
                + "\nmetadata: {name: a, namespace: shop}\nspec:\n" + spec.indent(2);
        return document(name, document, expected);
    }

    private static DynamicTest document(String name, String document, String expected) {
        return DynamicTest.dynamicTest(name, () -> {
            List<Issue> issues =
                    ManifestReader.strict().read("f.yaml", document).issues();

            assertThat(issues)
                    .extracting(Issue::toString)
                    .containsExactlyElementsOf(expected.lines().toList());
        });
    }
}
