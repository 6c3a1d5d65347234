package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSchemaTest {
    @Nested
    class Services {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("v1", "Service", """
                            type: LoadBalancer
                            clusterIP: 10.0.0.1
                            clusterIPs: [10.0.0.1, "2001:db8::1"]
                            ipFamilies: [IPv4, IPv6]
                            ipFamilyPolicy: RequireDualStack
                            selector: {app: a, b.c/d: ""}
                            ports: [{name: a, port: 53, targetPort: 0}, {name: b, port: 53, protocol: UDP, targetPort: dns-udp, nodePort: 30053}]
                            externalTrafficPolicy: Local
                            healthCheckNodePort: 30000
                            loadBalancerSourceRanges: [" 10.0.0.0/8", "2001:db8::/32"]
                            sessionAffinity: ClientIP
                            externalIPs: [192.0.2.010]
                            """)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {} => ports: required with type ClusterIP but not set; add a port or set clusterIP: None [f.yaml:4:7] MISSING_FIELD
                {type: NodePort, clusterIP: None, ports: [{port: 80}]} => clusterIP: must not be None with type NodePort; remove it or change the type [f.yaml:4:35] FIELD_CONFLICT
                {ports: [{port: 0}]} => ports[0].port: must be 1 to 65535 but was 0; use a number in range [f.yaml:4:23] NUMBER_OUT_OF_BOUNDS
                {ports: [{port: 80}, {name: b, port: 81}]} => ports[0].name: required beside other ports but not set; give every port a name such as http-web [f.yaml:4:16] MISSING_FIELD
                {ports: [{name: a, port: 80}, {name: a, port: 81}]} => ports[1].name: must differ but "a" is also the name of entry 0; change one of them [f.yaml:4:44] DUPLICATE_ITEM
                {ports: [{name: a, port: 80}, {name: b, port: 80}]} => ports[1]: has the port and protocol of entry 0; remove one of them [f.yaml:4:37] DUPLICATE_ITEM
                {ports: [{name: a, port: 80, protocol: UDP}, {name: b, port: 80, protocol: SCTP}, {name: B, port: 81}]} => ports[2].name: must be lower-case letters, digits and - with a letter or digit at both ends but was "B" [f.yaml:4:96] TEXT_MALFORMED
                {ports: [{port: 80, targetPort: Http}]} => ports[0].targetPort: must be lower-case letters, digits and single - inside, with a letter, at most 15 characters but was "Http"; name a port of the pods or give its number [f.yaml:4:39] TEXT_MALFORMED
                {ports: [{port: 80, targetPort: a-name-that-is-too-long}]} => ports[0].targetPort: must be lower-case letters, digits and single - inside, with a letter, at most 15 characters but was "a-name-that-is-too-long"; name a port of the pods or give its number [f.yaml:4:39] TEXT_MALFORMED
                {ports: [{port: 80, targetPort: 65536}]} => ports[0].targetPort: must be 1 to 65535 but was 65536; use a number in range [f.yaml:4:39] NUMBER_OUT_OF_BOUNDS
                {ports: [{port: 80, appProtocol: "http 2"}]} => ports[0].appProtocol: must be a name of up to 63 characters, also with a domain and / in front but was "http 2" [f.yaml:4:40] TEXT_MALFORMED
                {ports: [{port: 80, nodePort: 30080}]} => ports[0].nodePort: must not be set with type ClusterIP; remove it or change the type [f.yaml:4:37] FIELD_CONFLICT
                {type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}]} => ports[1].nodePort: must differ but 30080 is also the nodePort of entry 0; change one of them [f.yaml:4:100] DUPLICATE_ITEM
                {ports: [{port: 80}], selector: {"a b": c}} => selector["a b"]: must have a name of up to 63 characters, also with a domain and / in front but is named "a b"; rename it [f.yaml:4:47] LABEL_INVALID
                {ports: [{port: 80}], selector: {a: "b c"}} => selector.a: must be letters, digits and any of -_. with a letter or digit at both ends, or empty but was "b c" [f.yaml:4:43] TEXT_MALFORMED
                {ports: [{port: 80}], sessionAffinity: Cookie} => sessionAffinity: unknown value "Cookie"; write one of ClientIP, None [f.yaml:4:46] UNKNOWN_ENUM_VALUE
                {ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 0}}} => sessionAffinityConfig.clientIP.timeoutSeconds: must be 1 to 86400 but was 0; use a number in range [f.yaml:4:107] NUMBER_OUT_OF_BOUNDS
                {ports: [{port: 80}], trafficDistribution: PreferFar} => trafficDistribution: unknown value "PreferFar"; write one of PreferClose, PreferSameZone, PreferSameNode [f.yaml:4:50] UNKNOWN_ENUM_VALUE
                {ports: [{port: 80}], externalTrafficPolicy: Local} => externalTrafficPolicy: must not be set with type ClusterIP; remove it or change the type [f.yaml:4:52] FIELD_CONFLICT
                {ports: [{port: 80}], loadBalancerClass: a.b/c} => loadBalancerClass: must not be set with type ClusterIP; remove it or change the type [f.yaml:4:48] FIELD_CONFLICT
                {type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/33]} => loadBalancerSourceRanges[0]: must be a CIDR block but was "10.0.0.0/33"; write such as 10.0.0.0/8 [f.yaml:4:76] ADDRESS_INVALID
                {type: LoadBalancer, ports: [{port: 80}], healthCheckNodePort: 30000} => healthCheckNodePort: must not be set without type LoadBalancer and externalTrafficPolicy Local; remove it or change the type [f.yaml:4:70] FIELD_CONFLICT
                {ports: [{port: 80}], allocateLoadBalancerNodePorts: false} => allocateLoadBalancerNodePorts: must not be set with type ClusterIP; remove it or change the type [f.yaml:4:60] FIELD_CONFLICT
                {ports: [{port: 80}], clusterIP: 10.0.0.999} => clusterIP: must be an IP address or None but was "10.0.0.999"; remove it to get one from the cluster [f.yaml:4:40] ADDRESS_INVALID
                {ports: [{port: 80}], clusterIPs: [10.0.0.1]} => clusterIPs: must not be set without clusterIP; set clusterIP to the first of them [f.yaml:4:41] FIELD_CONFLICT
                {ports: [{port: 80}], clusterIP: 10.0.0.2, clusterIPs: [10.0.0.1]} => clusterIPs: must start with clusterIP, "10.0.0.2"; change one of them [f.yaml:4:62] FIELD_CONFLICT
                {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2]} => clusterIPs[1]: must be of another family than the first; give one IPv4 and one IPv6 [f.yaml:4:73] DUPLICATE_ITEM
                {ports: [{port: 80}], clusterIP: 10.0.0.1, ipFamilies: [IPv6]} => clusterIP: must be of family IPv6 but was "10.0.0.1"; change the address or ipFamilies [f.yaml:4:40] ADDRESS_INVALID
                {ports: [{port: 80}], ipFamilies: [IPv4, IPv4]} => ipFamilies[1]: is equal to entry 0; remove one of them [f.yaml:4:48] DUPLICATE_ITEM
                {ports: [{port: 80}], ipFamilyPolicy: DualStack} => ipFamilyPolicy: unknown value "DualStack"; write one of SingleStack, PreferDualStack, RequireDualStack [f.yaml:4:45] UNKNOWN_ENUM_VALUE
                {ports: [{port: 80}], externalIPs: [127.0.0.1]} => externalIPs[0]: must not be a loopback address but was "127.0.0.1"; use an address that others can reach [f.yaml:4:43] ADDRESS_INVALID
                {ports: [{port: 80}], externalIPs: [a]} => externalIPs[0]: must be an IP address but was "a"; write such as 10.0.0.7 [f.yaml:4:43] ADDRESS_INVALID
                {type: ExternalName} => externalName: required with type ExternalName but not set; add the DNS name that is meant [f.yaml:4:7] MISSING_FIELD
                {type: ExternalName, externalName: "a_b.com"} => externalName: must be a DNS name in lower case such as shop.example.com but was "a_b.com" [f.yaml:4:42] HOST_INVALID
                {type: ExternalName, externalName: a.com, clusterIP: 10.0.0.1} => clusterIP: must not be set with type ExternalName; remove it or change the type [f.yaml:4:60] FIELD_CONFLICT
                {type: ExternalName, externalName: a.com, ipFamilyPolicy: SingleStack} => ipFamilyPolicy: must not be set with type ExternalName; remove it or change the type [f.yaml:4:65] FIELD_CONFLICT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("v1", "Service", spec)).containsExactly("ERROR Service/shop/a spec." + line);
        }
    }

    @Test
    void mayBeHeadlessOrAnAlias() {
        assertThat(SchemaLines.of("v1", "Service", "{clusterIP: None}")).isEmpty();
        assertThat(SchemaLines.of("v1", "Service", "{clusterIP: None, clusterIPs: [None]}"))
                .isEmpty();
        assertThat(SchemaLines.of("v1", "Service", "{type: ExternalName, externalName: a.example.com.}"))
                .isEmpty();
    }
}
