package io.eastwest.model.gatewayapi;

import static io.eastwest.model.gatewayapi.GatewayApiYaml.httpRoute;
import static io.eastwest.model.gatewayapi.GatewayApiYaml.read;
import static io.eastwest.model.gatewayapi.GatewayApiYaml.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import io.eastwest.model.kubernetes.ObjectMeta;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayApiChannelTest {
    @Nested
    class Standard {
        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                HTTPRoute; {useDefaultGateways: All, rules: [{retry: {attempts: 1}, sessionPersistence: {}, name: a}]}; {rules: [{name: a}]}
                HTTPRoute; {useDefaultGateways: All}; {}
                GRPCRoute; {useDefaultGateways: All, rules: [{sessionPersistence: {}, name: a}]}; {rules: [{name: a}]}
                TLSRoute; {useDefaultGateways: All, hostnames: [a]}; {hostnames: [a]}
                TCPRoute; {useDefaultGateways: All, rules: [{name: a}]}; {rules: [{name: a}]}
                UDPRoute; {useDefaultGateways: All, rules: [{name: a}]}; {rules: [{name: a}]}
                Gateway; {gatewayClassName: c, defaultScope: All}; {gatewayClassName: c}
                ListenerSet; {parentRef: {name: g}}; {parentRef: {name: g}}
                """)
        void dropsTheFieldsOfTheExperimentalChannel(String kind, String given, String kept) {
            MeshResource resource = read(kind, given);

            assertThat(spec(GatewayApiChannel.STANDARD.prune(resource))).isEqualTo(spec(read(kind, kept)));
            assertThat(GatewayApiChannel.EXPERIMENTAL.prune(resource)).isEqualTo(resource);
        }

        @Test
        void refusesExternalAuthorizationWhereverItStands() {
            String auth = "{type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {name: a}}}";
            HttpRoute route = httpRoute("{rules: [{}, {filters: [{type: CORS, cors: {}}, " + auth
                    + "], backendRefs: [{name: b, filters: [" + auth + "]}]}]}");

            assertThat(GatewayApiChannel.STANDARD.refused(route))
                    .containsExactly(
                            DocumentPath.parse("spec.rules[1].filters[1].type"),
                            DocumentPath.parse("spec.rules[1].backendRefs[0].filters[0].type"));
            assertThat(GatewayApiChannel.EXPERIMENTAL.refused(route)).isEmpty();
        }

        @Test
        void storesWhatIsLeftWithItsDefaults() {
            MeshResource stored = GatewayApiChannel.STANDARD.store(httpRoute("{useDefaultGateways: All}"));

            assertThat(stored).isEqualTo(httpRoute("{rules: [{matches: [{path: {type: PathPrefix, value: /}}]}]}"));
        }
    }

    @Test
    void isReadFromTheAnnotationOfADefinition() {
        assertThat(GatewayApiChannel.of(definition("experimental"))).isEqualTo(GatewayApiChannel.EXPERIMENTAL);
        assertThat(GatewayApiChannel.of(definition("standard"))).isEqualTo(GatewayApiChannel.STANDARD);
        assertThat(GatewayApiChannel.of(CustomResourceDefinition.builder()
                        .metadata(ObjectMeta.of("a"))
                        .build()))
                .isEqualTo(GatewayApiChannel.STANDARD);
    }

    private static CustomResourceDefinition definition(String channel) {
        return CustomResourceDefinition.builder()
                .metadata(ObjectMeta.builder()
                        .name("httproutes.gateway.networking.k8s.io")
                        .putAnnotation("gateway.networking.k8s.io/channel", channel)
                        .build())
                .build();
    }
}
