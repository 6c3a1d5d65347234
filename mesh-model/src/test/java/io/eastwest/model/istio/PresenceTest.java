package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.MeshOutboundMode;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.SidecarOutboundMode;
import io.eastwest.model.istio.networking.SidecarSpec;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.WorkloadGroupSpec;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.JwtRule;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;
import io.eastwest.model.istio.telemetry.TelemetrySpec;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an empty object or a zero on the wire means something else than nothing. */
class PresenceTest {
    private static <T> T read(String yaml, Class<T> type) {
        T value = WireFormat.read(yaml, type);
        JsonNode tree = WireFormat.tree(yaml);
        assertThat(WireFormat.write(value)).as("what is written again").isEqualTo(tree);
        return value;
    }

    @Nested
    class AnEmptyObjectIsToldFromNoObject {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {tls: {}}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {connectionPool: {}}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {outlierDetection: {}}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {loadBalancer: {}}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {}}}",
                    "networking.DestinationRuleSpec | host: a, trafficPolicy: {loadBalancer: {simple: UNSPECIFIED}}",
                    "networking.IstioHttpRoute | retries: {}",
                    "networking.IstioHttpRoute | retries: {attempts: 0}",
                    "networking.IstioHttpRoute | mirrorPercentage: {}",
                    "networking.IstioHttpRoute | mirrorPercentage: {value: 0}",
                    "networking.IstioHttpRoute | fault: {}",
                    "networking.IstioHttpRoute | fault: {abort: {httpStatus: 500}}",
                    "networking.HttpMatchRequest | uri: {}",
                    "networking.HttpMatchRequest | uri: {prefix: ''}",
                    "networking.HttpMatchRequest | headers: {a: {}, b: {exact: ''}}",
                    "networking.Server | port: {number: 1, protocol: TLS, name: a}, hosts: ['*'], tls: {}",
                    "networking.SidecarSpec | outboundTrafficPolicy: {}",
                    "networking.SidecarSpec | workloadSelector: {}",
                    "networking.WorkloadGroupSpec | template: {}, probe: {}",
                    "networking.ConsistentHash | useSourceIp: false",
                    "networking.HttpRedirect | port: 0",
                    "networking.OutlierDetection | consecutive5xxErrors: 0, minHealthPercent: 0",
                    "networking.Destination | host: a, subset: ''",
                    "security.AuthorizationPolicySpec | rules: [{}]",
                    "security.AuthorizationPolicySpec | rules: [{from: [{source: {}}], to: [{operation: {}}]}]",
                    "security.AuthorizationPolicySpec | rules: [{from: [{}], to: [{}]}]",
                    "security.AuthorizationPolicySpec | selector: {}",
                    "security.PeerAuthenticationSpec | mtls: {}",
                    "security.PeerAuthenticationSpec | portLevelMtls: {}",
                    "security.PeerAuthenticationSpec | portLevelMtls: {'8080': {}}",
                    "telemetry.TelemetrySpec | accessLogging: [{}], tracing: [{}]",
                    "mesh.MeshConfig | outboundTrafficPolicy: {}",
                    "mesh.MeshConfig | enableAutoMtls: false, trustDomain: '', proxyHttpPort: 0",
                    "mesh.MeshNetworks | networks: {n: {}}",
                })
        void soTheDocumentIsWrittenUnchanged(String type, String fields) throws Exception {
            Class<?> read = Class.forName("io.eastwest.model.istio." + type);

            Object value = read("{" + fields + "}", read);

            assertThat(value).isNotEqualTo(WireFormat.read(withoutTheLastField(fields), read));
        }

        /** The document without its last top-level field. */
        private static String withoutTheLastField(String fields) {
            var tree = (ObjectNode) WireFormat.tree("{" + fields + "}");
            String last = "";
            for (var names = tree.fieldNames(); names.hasNext(); ) {
                last = names.next();
            }
            tree.remove(last);
            return tree.toString();
        }
    }

    @Nested
    class AnEmptyListOrMapIsNothing {
        @Test
        void noHostsMakeADelegate() {
            assertThat(WireFormat.read("hosts: []", VirtualServiceSpec.class))
                    .isEqualTo(VirtualServiceSpec.empty())
                    .matches(VirtualServiceSpec::isDelegate);
        }

        @Test
        void noGatewaysMeanTheMesh() {
            VirtualServiceSpec spec = WireFormat.read("{hosts: [a], gateways: []}", VirtualServiceSpec.class);

            assertThat(spec.appliesToMesh()).isTrue();
            assertThat(spec.isDelegate()).isFalse();
            assertThat(spec.toBuilder().addGateway("edge/public").build().appliesToMesh())
                    .isFalse();
            assertThat(spec.toBuilder()
                            .addGateways("edge/public", "mesh")
                            .build()
                            .appliesToMesh())
                    .isTrue();
        }

        @Test
        void noRulesAllowNothing() {
            AuthorizationPolicySpec spec = WireFormat.read("rules: []", AuthorizationPolicySpec.class);

            assertThat(spec).isEqualTo(AuthorizationPolicySpec.empty());
            assertThat(spec.actionOrDefault()).isEqualTo(AuthorizationAction.ALLOW);
        }

        @Test
        void anEmptyListOfDiscoverySelectorsIsNone() {
            assertThat(WireFormat.read("discoverySelectors: []", MeshConfig.class))
                    .isEqualTo(MeshConfig.empty());
        }
    }

    @Nested
    class TwoFieldsHaveASecondSpelling {
        @Test
        void thatIsReadButNotWritten() {
            IstioHttpRoute route = WireFormat.read("mirror_percent: 5", IstioHttpRoute.class);
            JwtRule rule = WireFormat.read("jwks_uri: https://issuer.example/keys", JwtRule.class);

            assertThat(route.mirrorPercent()).hasValue(5);
            assertThat(WireFormat.write(route)).isEqualTo(WireFormat.tree("mirrorPercent: 5"));
            assertThat(rule.jwksUri()).contains("https://issuer.example/keys");
            assertThat(WireFormat.write(rule)).isEqualTo(WireFormat.tree("jwksUri: https://issuer.example/keys"));
        }
    }

    @Nested
    class BothSpellingsAtOnce {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{mirrorPercent: 6, mirror_percent: 5}",
                    "{mirror_percent: 5, mirrorPercent: 6}",
                    "{mirror_percent: 5, name: a, mirrorPercent: 6, timeout: 1s}",
                    "{name: a, mirrorPercent: 6, timeout: 1s, mirror_percent: 5}",
                })
        void areToldAndTheFirstOneCounts(String yaml) {
            ReadResult<IstioHttpRoute> read = ManifestReader.strict().readValue(IstioHttpRoute.class, "a.yaml", yaml);

            assertThat(read.orThrow().mirrorPercent()).hasValue(6);
            assertThat(read.orThrow().name().isPresent()).isEqualTo(yaml.contains("name"));
            assertThat(read.orThrow().timeout().isPresent()).isEqualTo(yaml.contains("timeout"));
            assertThat(read.issues())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING mirror_percent: second spelling of mirrorPercent, which is there too and"
                            + " counts; remove it [a.yaml:1:")
                    .endsWith("] FIELD_PRUNED");
        }
    }

    @Nested
    class NullIsNothing {
        @Test
        void forListsMessagesAndScalars() {
            String yaml = "{hosts: null, http: [{timeout: null, retries: null, mirrorPercent: null}]}";

            assertThat(WireFormat.read(yaml, VirtualServiceSpec.class))
                    .isEqualTo(VirtualServiceSpec.builder()
                            .addHttp(IstioHttpRoute.builder().build())
                            .build());
        }

        @Test
        void forWrappers() {
            assertThat(WireFormat.read("consecutive5xxErrors: null", OutlierDetection.class))
                    .isEqualTo(OutlierDetection.empty());
        }
    }

    @Nested
    class AMissingSpecIsAnEmptyOne {
        @Test
        void whereTheSchemaDoesNotRequireIt() {
            AuthorizationPolicy policy = WireFormat.read(
                    "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a}}",
                    AuthorizationPolicy.class);

            assertThat(policy.spec()).isEqualTo(AuthorizationPolicySpec.empty());
            assertThat(policy.kind()).isEqualTo("AuthorizationPolicy");
        }

        @Test
        void andTheVersionIsTheStoredOneUnlessTheDocumentSaysOtherwise() {
            String yaml = "{apiVersion: networking.istio.io/v1beta1, kind: VirtualService, metadata: {name: a}}";

            assertThat(WireFormat.read(yaml, VirtualService.class).apiVersion())
                    .isEqualTo("networking.istio.io/v1beta1");
            assertThat(VirtualService.of("shop", "a", VirtualServiceSpec.empty())
                            .apiVersion())
                    .isEqualTo("networking.istio.io/v1");
        }
    }

    @Nested
    class TheMeaningOfAbsence {
        @Test
        void serverTlsWithoutModeIsPassedThrough() {
            String yaml = "{port: {number: 443, protocol: TLS, name: tls}, hosts: ['*'], tls: {}}";

            Server server = WireFormat.read(yaml, Server.class);

            assertThat(server.tls())
                    .hasValueSatisfying(tls -> assertThat(tls.modeOrDefault()).isEqualTo(ServerTlsMode.PASSTHROUGH));
            assertThat(server.isPassthrough()).isTrue();
        }

        @Test
        void outboundPolicyWithoutModeIsRegistryOnly() {
            SidecarSpec sidecar = WireFormat.read("outboundTrafficPolicy: {}", SidecarSpec.class);
            MeshConfig mesh = WireFormat.read("outboundTrafficPolicy: {}", MeshConfig.class);

            assertThat(sidecar.outboundTrafficPolicy().map(policy -> policy.modeOrDefault()))
                    .contains(SidecarOutboundMode.REGISTRY_ONLY);
            assertThat(mesh.outboundTrafficPolicy().map(policy -> policy.modeOrDefault()))
                    .contains(MeshOutboundMode.REGISTRY_ONLY);
            assertThat(MeshConfig.empty().outboundTrafficPolicy()).isEmpty();
        }

        @Test
        void peerAuthenticationWithoutModeIsUnset() {
            PeerAuthenticationSpec spec =
                    WireFormat.read("{mtls: {}, portLevelMtls: {8080: {}}}", PeerAuthenticationSpec.class);

            assertThat(spec.mtls().map(mtls -> mtls.modeOrUnset())).contains(MutualTlsMode.UNSET);
            assertThat(spec.portLevelMtls().flatMap(ports -> ports.port(8080))).isPresent();
            assertThat(spec.portLevelMtls().flatMap(ports -> ports.port(9090))).isEmpty();
        }

        @Test
        void ejectionCountersTellZeroFromAbsence() {
            DestinationRuleSpec spec = WireFormat.read(
                    "{host: a, trafficPolicy: {outlierDetection: {consecutive5xxErrors: 0}}}",
                    DestinationRuleSpec.class);

            Optional<OutlierDetection> detection = spec.trafficPolicy().flatMap(policy -> policy.outlierDetection());

            assertThat(detection.map(OutlierDetection::consecutive5xxErrors)).contains(OptionalInt.of(0));
            assertThat(detection.map(OutlierDetection::consecutiveGatewayErrors))
                    .contains(OptionalInt.empty());
        }

        @Test
        void emptyStringMatchIsPresence() {
            HttpMatchRequest match = WireFormat.read("uri: {}", HttpMatchRequest.class);

            assertThat(match.uri()).contains(StringMatch.present());
        }

        @Test
        void emptyMessagesOfOtherTypes() {
            assertThat(WireFormat.read("probe: {}\ntemplate: {}", WorkloadGroupSpec.class)
                            .probe())
                    .isPresent();
            assertThat(WireFormat.read("tracing: [{}]", TelemetrySpec.class).tracing())
                    .hasSize(1);
            assertThat(WireFormat.read("networks: {n: {}}", MeshNetworks.class).networks())
                    .containsOnlyKeys("n");
        }
    }
}
