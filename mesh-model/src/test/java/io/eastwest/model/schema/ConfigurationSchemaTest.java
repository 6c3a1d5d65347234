package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of Kubernetes without ports and pods. */
class ConfigurationSchemaTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {"a b": c}} => ERROR ConfigMap/shop/a data["a b"]: must be named with letters, digits, -, _ and ., at most 253 characters and no .. in front, but is named "a b"; rename it [f.yaml:1:87] TEXT_MALFORMED
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {"..a": c}} => ERROR ConfigMap/shop/a data["..a"]: must be named with letters, digits, -, _ and ., at most 253 characters and no .. in front, but is named "..a"; rename it [f.yaml:1:87] TEXT_MALFORMED
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {a: b}, binaryData: {a: YQ==}} => ERROR ConfigMap/shop/a data.a: is also an entry of binaryData; remove one of them [f.yaml:1:83] FIELD_CONFLICT
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, binaryData: {a: "?"}} => ERROR ConfigMap/shop/a binaryData.a: must be base64; encode the value [f.yaml:1:89] TEXT_MALFORMED
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, stringData: {"a/b": c}} => ERROR Secret/shop/a stringData["a/b"]: must be named with letters, digits, -, _ and ., at most 253 characters and no .. in front, but is named "a/b"; rename it [f.yaml:1:90] TEXT_MALFORMED
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/tls, data: {tls.crt: ""}} => ERROR Secret/shop/a data["tls.key"]: required with type kubernetes.io/tls but not set; add it or change the type [f.yaml:1:101] MISSING_FIELD
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/dockerconfigjson} => ERROR Secret/shop/a data[".dockerconfigjson"]: required with type kubernetes.io/dockerconfigjson but not set; add it or change the type [f.yaml:1:1] MISSING_FIELD
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: "[]"}} => ERROR Secret/shop/a stringData[".dockerconfigjson"]: must be a JSON object; correct the value [f.yaml:1:140] TEXT_MALFORMED
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/dockercfg, data: {.dockercfg: c2VjcmV0}} => ERROR Secret/shop/a data[".dockercfg"]: must be a JSON object; correct the value [f.yaml:1:120] TEXT_MALFORMED
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/ssh-auth, stringData: {ssh-privatekey: ""}} => ERROR Secret/shop/a data.ssh-privatekey: required with type kubernetes.io/ssh-auth but not set; add it or change the type [f.yaml:1:1] MISSING_FIELD
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/basic-auth} => ERROR Secret/shop/a data: needs username, password or both with type kubernetes.io/basic-auth; add an entry [f.yaml:1:1] MISSING_FIELD
            {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: shop}, type: kubernetes.io/service-account-token} => ERROR Secret/shop/a metadata.annotations["kubernetes.io/service-account.name"]: required with type kubernetes.io/service-account-token but not set; name the ServiceAccount [f.yaml:1:42] MISSING_FIELD
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: []}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses: must not be empty; add one or remove the field [f.yaml:1:137] TOO_FEW_ITEMS
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: ["2001:db8::1"]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must be an IPv4 address but was "2001:db8::1"; put it in a slice of its own type [f.yaml:1:138] ADDRESS_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv6, endpoints: [{addresses: [10.0.0.1]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must be an IPv6 address but was "10.0.0.1"; put it in a slice of its own type [f.yaml:1:138] ADDRESS_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv6, endpoints: [{addresses: ["fe80::1"]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must not be a link-local address but was "fe80::1"; use an address that others can reach [f.yaml:1:138] ADDRESS_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: [0.0.0.0]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must not be the unspecified address but was "0.0.0.0"; use an address that others can reach [f.yaml:1:138] ADDRESS_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: [224.0.0.1]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must not be a link-local multicast address but was "224.0.0.1"; use an address that others can reach [f.yaml:1:138] ADDRESS_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: FQDN, endpoints: [{addresses: [db]}]} => ERROR EndpointSlice/shop/a endpoints[0].addresses[0]: must be a DNS name of several parts but was "db"; write such as db.example.com [f.yaml:1:138] HOST_INVALID
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1], hostname: A}]} => ERROR EndpointSlice/shop/a endpoints[0].hostname: must be lower-case letters, digits and - with a letter or digit at both ends but was "A" [f.yaml:1:159] TEXT_MALFORMED
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1], nodeName: a_b}]} => ERROR EndpointSlice/shop/a endpoints[0].nodeName: must be lower-case letters, digits, - and . with a letter or digit at both ends but was "a_b" [f.yaml:1:159] TEXT_MALFORMED
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1], hints: {forZones: [{name: a}, {name: a}]}}]} => ERROR EndpointSlice/shop/a endpoints[0].hints.forZones[1]: has the name of entry 0; remove or change one of them [f.yaml:1:179] DUPLICATE_ITEM
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [], ports: [{port: 80}, {name: "", port: 81}]} => ERROR EndpointSlice/shop/a ports[1]: has the name of entry 0; remove or change one of them [f.yaml:1:148] DUPLICATE_ITEM
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, namespace: shop}, addressType: IPv4, endpoints: [], ports: [{name: A, port: 80}]} => ERROR EndpointSlice/shop/a ports[0].name: must be lower-case letters, digits and - with a letter or digit at both ends but was "A" [f.yaml:1:143] TEXT_MALFORMED
            {apiVersion: multicluster.x-k8s.io/v1alpha1, kind: ServiceImport, metadata: {name: a, namespace: shop}, spec: {ports: [], type: ClusterIP}} => ERROR ServiceImport/shop/a spec.type: unknown value "ClusterIP"; write one of ClusterSetIP, Headless [f.yaml:1:129] UNKNOWN_ENUM_VALUE
            {apiVersion: multicluster.x-k8s.io/v1alpha1, kind: ServiceImport, metadata: {name: a, namespace: shop}, spec: {type: Headless}} => ERROR ServiceImport/shop/a spec.ports: required but not set; add it [f.yaml:1:111] MISSING_FIELD
            {apiVersion: multicluster.x-k8s.io/v1alpha1, kind: ServiceImport, metadata: {name: a, namespace: shop}, spec: {type: ClusterSetIP, ports: [], ips: [a, b, c]}} => ERROR ServiceImport/shop/a spec.ips: must have at most 2 entries but has 3; remove some of them [f.yaml:1:148] TOO_MANY_ITEMS
            {apiVersion: v1, kind: Node, metadata: {name: a}, spec: {podCIDRs: [10.0.0.0]}} => ERROR Node/a spec.podCIDRs[0]: must be a CIDR block but was "10.0.0.0"; write such as 10.0.0.0/24 [f.yaml:1:69] ADDRESS_INVALID
            {apiVersion: v1, kind: Namespace, metadata: {name: a}, spec: {finalizers: [own]}} => ERROR Namespace/a spec.finalizers[0]: must be kubernetes or a domain and a name but was "own"; write such as example.com/cleanup [f.yaml:1:76] TEXT_MALFORMED
            """)
    void refusesWhatIsNotInOrder(String document, String line) {
        assertThat(SchemaLines.of(document)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {.a-_: \"\"}, binaryData: {b: YQ==}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/tls,"
                        + " data: {tls.crt: \"\"}, stringData: {tls.key: \"\"}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: example.com/own}",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/dockercfg,"
                        + " data: {.dockercfg: e30=}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/basic-auth,"
                        + " stringData: {password: \"\"}}",
                "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: FQDN,"
                        + " endpoints: [{addresses: [a.b.]}]}",
                "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: IPv6,"
                        + " endpoints: [{addresses: [\"2001:db8::1\"]}], ports: [{port: 80}, {name: a, port: 80}]}",
                "{apiVersion: v1, kind: Namespace, metadata: {name: a}, spec: {finalizers: [kubernetes, a.b/c]}}",
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}",
                "{apiVersion: multicluster.x-k8s.io/v1alpha1, kind: ServiceExport, metadata: {name: a}}"
            })
    void takesWhatIs(String document) {
        assertThat(SchemaLines.of(document)).isEmpty();
    }

    @Test
    void boundsWhatAnObjectHolds() {
        String document = "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {a: QUFBQQ==},"
                + " stringData: {a: \"" + "\u00e9".repeat(512 * 1024) + "\"}}";

        assertThat(SchemaLines.of(document)).isEmpty();
        assertThat(SchemaLines.of(document.replace("{a: QUFBQQ==}", "{b: QQ==}")))
                .containsExactly("ERROR Secret/default/a data: entries must hold at most 1048576 bytes in all but hold"
                        + " 1048577; split the object [f.yaml:1:59] TEXT_TOO_LONG");
    }
}
