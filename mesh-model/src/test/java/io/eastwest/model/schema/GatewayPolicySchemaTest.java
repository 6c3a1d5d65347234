package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayPolicySchemaTest {
    @Nested
    class ReferenceGrants {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {from: [{group: "", kind: A, namespace: "b.c"}], to: [{group: "", kind: Service}]} => from[0].namespace: must be lower-case letters, digits and - with a letter or digit at both ends but was "b.c" [f.yaml:4:47] TEXT_MALFORMED
                {from: [], to: [{group: "", kind: Service}]} => from: must not be empty; add one or remove the field [f.yaml:4:14] TOO_FEW_ITEMS
                {from: [{group: "", kind: A, namespace: b}], to: [{group: "", kind: Service, name: ""}]} => to[0].name: must not be empty; give it a value or remove it [f.yaml:4:90] TEXT_TOO_SHORT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", spec))
                    .containsExactly("ERROR ReferenceGrant/shop/a spec." + line);
        }
    }

    @Nested
    class BackendTlsPolicies {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "BackendTLSPolicy", """
                            targetRefs: [{group: "", kind: Service, name: a, sectionName: b}, {group: "", kind: Service, name: a, sectionName: c}]
                            validation: {hostname: a, wellKnownCACertificates: example.com/Own, subjectAltNames: [{type: URI, uri: "spiffe://a/b"}, {type: Hostname, hostname: "*.b"}]}
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b}} => validation: needs caCertificateRefs or wellKnownCACertificates; name a ConfigMap or set wellKnownCACertificates: System [f.yaml:4:71] MISSING_FIELD
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b, wellKnownCACertificates: System, caCertificateRefs: [{group: "", kind: ConfigMap, name: a}]}} => validation.wellKnownCACertificates: must not be set beside caCertificateRefs; remove one of them [f.yaml:4:110] FIELD_CONFLICT
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b, wellKnownCACertificates: Own}} => validation.wellKnownCACertificates: must be System or a domain and a name such as example.com/roots but was "Own" [f.yaml:4:110] TEXT_MALFORMED
                {targetRefs: [{group: "", kind: Service, name: a}, {group: "", kind: Service, name: a, sectionName: b}], validation: {hostname: b, wellKnownCACertificates: System}} => targetRefs[1]: names the same Service as entry 0 but only one of them has a sectionName; give each a sectionName of its own or drop one [f.yaml:4:58] PARENT_AMBIGUOUS
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: "*.b", wellKnownCACertificates: System}} => validation.hostname: must be a DNS name in lower case such as shop.example.com but was "*.b" [f.yaml:4:82] TEXT_MALFORMED
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b, wellKnownCACertificates: System, subjectAltNames: [{type: URI}]}} => validation.subjectAltNames[0].uri: required with type URI but not set; add it [f.yaml:4:136] MISSING_FIELD
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b, wellKnownCACertificates: System, subjectAltNames: [{type: Hostname, hostname: a, uri: "spiffe://a/b"}]}} => validation.subjectAltNames[0].uri: must not be set with type Hostname; remove it or change the type [f.yaml:4:171] ONEOF_CONFLICT
                {targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: b, wellKnownCACertificates: System, subjectAltNames: [{type: URI, uri: a}]}} => validation.subjectAltNames[0].uri: must be a URI such as spiffe://mesh/ns/shop but was "a" [f.yaml:4:153] TEXT_MALFORMED
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.k8s.io/v1", "BackendTLSPolicy", spec))
                    .containsExactly("ERROR BackendTLSPolicy/shop/a spec." + line);
        }
    }

    @Nested
    class TrafficPolicies {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("gateway.networking.x-k8s.io/v1alpha1", "XBackendTrafficPolicy", """
                            targetRefs: [{group: "", kind: Service, name: a}, {group: a.io, kind: Service, name: a}]
                            retryConstraint: {budget: {interval: 1h}, minRetryRate: {interval: 60m, count: 1}}
                            sessionPersistence: {cookieConfig: {lifetimeType: Permanent}, absoluteTimeout: 1h}
                            """))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {targetRefs: [{group: "", kind: Service, name: a}, {group: "", kind: Service, name: a}]} => targetRefs[1]: has the group and kind and name of entry 0; remove or change one of them [f.yaml:4:58] DUPLICATE_ITEM
                {targetRefs: [{group: "", kind: Service, name: a}], retryConstraint: {budget: {percent: 101}}} => retryConstraint.budget.percent: must be 0 to 100 but was 101; use a number in range [f.yaml:4:95] NUMBER_OUT_OF_BOUNDS
                {targetRefs: [{group: "", kind: Service, name: a}], retryConstraint: {budget: {interval: 999ms}}} => retryConstraint.budget.interval: must be 1s to 1h but was 999ms; use a duration in range [f.yaml:4:96] NUMBER_OUT_OF_BOUNDS
                {targetRefs: [{group: "", kind: Service, name: a}], retryConstraint: {minRetryRate: {interval: 0s}}} => retryConstraint.minRetryRate.interval: must be 1ms to 1h but was 0s; use a duration in range [f.yaml:4:102] NUMBER_OUT_OF_BOUNDS
                {targetRefs: [{group: "", kind: Service, name: a}], retryConstraint: {minRetryRate: {count: 0}}} => retryConstraint.minRetryRate.count: must be 1 to 1000000 but was 0; use a number in range [f.yaml:4:99] NUMBER_OUT_OF_BOUNDS
                {targetRefs: [{group: "", kind: Service, name: a}], sessionPersistence: {cookieConfig: {lifetimeType: Permanent}}} => sessionPersistence.absoluteTimeout: required with a cookie of lifetimeType Permanent but not set; add it [f.yaml:4:79] MISSING_FIELD
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("gateway.networking.x-k8s.io/v1alpha1", "XBackendTrafficPolicy", spec))
                    .containsExactly("ERROR XBackendTrafficPolicy/shop/a spec." + line);
        }
    }
}
