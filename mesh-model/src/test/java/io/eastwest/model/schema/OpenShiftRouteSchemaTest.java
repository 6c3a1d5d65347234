package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenShiftRouteSchemaTest {
    @Nested
    class Routes {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("route.openshift.io/v1", "Route", """
                            host: shop.apps.example.com
                            path: /a
                            to: {kind: Service, name: a, weight: 0}
                            alternateBackends: [{kind: Service, name: b, weight: 256}]
                            port: {targetPort: https}
                            tls: {termination: reencrypt, insecureEdgeTerminationPolicy: Allow, destinationCACertificate: a}
                            wildcardPolicy: Subdomain
                            """)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {host: a_b, to: {kind: Service, name: a}} => host: must be a DNS name in lower case such as shop.example.com but was "a_b"; each part has at most 63 characters [f.yaml:4:14] HOST_INVALID
                {host: "*.a.b", to: {kind: Service, name: a}} => host: must be a DNS name in lower case such as shop.example.com but was "*.a.b"; each part has at most 63 characters [f.yaml:4:14] HOST_INVALID
                {host: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b, to: {kind: Service, name: a}} => host: must be a DNS name in lower case such as shop.example.com but was "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b"; each part has at most 63 characters [f.yaml:4:14] HOST_INVALID
                {path: a, to: {kind: Service, name: a}} => path: must start with / but was "a"; put / in front [f.yaml:4:14] PATH_INVALID
                {path: /a, tls: {termination: passthrough}, to: {kind: Service, name: a}} => path: must not be set with termination passthrough: the router cannot read it; remove it or use reencrypt [f.yaml:4:14] FIELD_CONFLICT
                {to: {kind: Pod, name: a}} => to.kind: must be Service [f.yaml:4:19] UNKNOWN_ENUM_VALUE
                {to: {kind: Service, name: ""}} => to.name: must not be empty; give it a value or remove it [f.yaml:4:34] TEXT_TOO_SHORT
                {to: {kind: Service, name: a, weight: 257}} => to.weight: must be 0 to 256 but was 257; use a number in range [f.yaml:4:45] NUMBER_OUT_OF_BOUNDS
                {to: {kind: Service, name: a}, alternateBackends: [{kind: Service, name: a}, {kind: Service, name: b}, {kind: Service, name: c}, {kind: Service, name: d}]} => alternateBackends: must have at most 3 entries but has 4; remove some of them [f.yaml:4:57] TOO_MANY_ITEMS
                {to: {kind: Service, name: a}, alternateBackends: [{kind: Service, name: a, weight: -1}]} => alternateBackends[0].weight: must be 0 to 256 but was -1; use a number in range [f.yaml:4:91] NUMBER_OUT_OF_BOUNDS
                {to: {kind: Service, name: a}, port: {targetPort: 0}} => port.targetPort: must name a port of the Service; give its number or name [f.yaml:4:57] PORT_INVALID
                {to: {kind: Service, name: a}, tls: {termination: passthrough, insecureEdgeTerminationPolicy: Allow}} => tls.insecureEdgeTerminationPolicy: must not be Allow with termination passthrough; use None or Redirect [f.yaml:4:101] FIELD_CONFLICT
                {to: {kind: Service, name: a}, tls: {termination: passthrough, key: secret}} => tls.key: must not be set with termination passthrough; remove it or use reencrypt [f.yaml:4:75] FIELD_CONFLICT
                {to: {kind: Service, name: a}, tls: {termination: edge, destinationCACertificate: a}} => tls.destinationCACertificate: must not be set with termination edge; remove it or use reencrypt [f.yaml:4:89] FIELD_CONFLICT
                {to: {kind: Service, name: a}, tls: {termination: edge, certificate: a, externalCertificate: {name: b}}} => tls.externalCertificate: must not be set beside certificate; remove it [f.yaml:4:100] FIELD_CONFLICT
                {to: {kind: Service, name: a}, wildcardPolicy: Subdomain} => wildcardPolicy: must not be Subdomain without a host; add a host [f.yaml:4:54] FIELD_CONFLICT
                {to: {kind: Service, name: a}, tls: {termination: passthrough}, httpHeaders: {actions: {request: [{name: a, action: {type: Delete}}]}}} => httpHeaders: must not be set with termination passthrough: the router cannot change headers; remove it or use reencrypt [f.yaml:4:84] FIELD_CONFLICT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("route.openshift.io/v1", "Route", spec))
                    .containsExactly("ERROR Route/shop/a spec." + line);
        }
    }
}
