package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayChannelSchemaTest {
    private static final String VERSION = "gateway.networking.k8s.io/v1";
    private static final String AUTH = "{rules: [{filters: [{type: ExternalAuth, externalAuth: {protocol: HTTP,"
            + " backendRef: {name: a, port: 80}, http: {}}}]}]}";

    private static List<String> lines(GatewayApiChannel channel, String version, String kind, String spec) {
        String document = "{apiVersion: " + version + ", kind: " + kind
                + ", metadata: {name: a, namespace: shop}, spec: " + spec + "}";
        return ManifestReader.strict().read("f.yaml", document).orThrow().stream()
                .flatMap(manifest -> SchemaValidation.check(manifest, channel).stream())
                .map(Issue::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
            {parentRefs: [{name: g, port: 80}, {name: g, port: 81}]} => parentRefs[1]: refused in the standard channel: names the same Gateway as entry 0; give each a sectionName of its own or drop one [f.yaml:4:42] PARENT_AMBIGUOUS
            {parentRefs: [{name: g, sectionName: a, port: 80}, {name: g, sectionName: b}]} => parentRefs[1]: refused in the experimental channel: names the same Gateway as entry 0 but only one of them has a port; give each a sectionName of its own or drop one [f.yaml:4:58] PARENT_AMBIGUOUS
            {rules: [{matches: [{headers: [{name: a, value: " b"}]}]}]} => rules[0].matches[0].headers[0].value: refused in the experimental channel: must be visible ASCII with single spaces in between and none at the ends but was " b" [f.yaml:4:55] TEXT_MALFORMED
            {rules: [{name: a}, {name: a}]} => rules[1].name: refused in the experimental channel: must differ from the names of other rules but "a" is also the name of entry 0; change one of them [f.yaml:4:34] DUPLICATE_ITEM
            {rules: [{filters: [{type: ExternalAuth, externalAuth: {protocol: HTTP, backendRef: {name: a, port: 80}, http: {}}}]}]} => rules[0].filters[0].type: refused in the standard channel: unknown value "ExternalAuth"; only the experimental channel has it [f.yaml:4:34] UNKNOWN_ENUM_VALUE
            {rules: [{retry: {attempts: 0}}]} => rules[0].retry.attempts: refused in the experimental channel: must be 1 or more but was 0; use a number in range [f.yaml:4:35] NUMBER_OUT_OF_BOUNDS
            {rules: [{retry: {codes: [503, 600]}}]} => rules[0].retry.codes[1]: refused in the experimental channel: must be 400 to 599 but was 600; use a number in range [f.yaml:4:38] NUMBER_OUT_OF_BOUNDS
            {rules: [{sessionPersistence: {cookieConfig: {lifetimeType: Permanent}}}]} => rules[0].sessionPersistence.absoluteTimeout: refused in the experimental channel: required with a cookie of lifetimeType Permanent but not set; add it [f.yaml:4:37] MISSING_FIELD
            {rules: [{sessionPersistence: {type: Header, cookieConfig: {}}}]} => rules[0].sessionPersistence.cookieConfig: refused in the experimental channel: must not be set with type Header; remove it or set type: Cookie [f.yaml:4:66] FIELD_CONFLICT
            """)
    void whatOneChannelWouldTakeIsAWarning(String spec, String line) {
        assertThat(SchemaLines.of(VERSION, "HTTPRoute", spec)).containsExactly("WARNING HTTPRoute/shop/a spec." + line);
    }

    @Test
    void whatEachChannelRefusesForItsOwnReasonIsAnError() {
        assertThat(SchemaLines.of(VERSION, "HTTPRoute", AUTH.replace("http: {}", "grpc: {}")))
                .containsExactly(
                        "ERROR HTTPRoute/shop/a spec.rules[0].filters[0].type: refused in the standard channel: unknown"
                                + " value \"ExternalAuth\"; only the experimental channel has it [f.yaml:4:34]"
                                + " UNKNOWN_ENUM_VALUE",
                        "ERROR HTTPRoute/shop/a spec.rules[0].filters[0].externalAuth.http: refused in the experimental"
                                + " channel: required with protocol HTTP but not set; add it [f.yaml:4:62] MISSING_FIELD",
                        "ERROR HTTPRoute/shop/a spec.rules[0].filters[0].externalAuth.grpc: refused in the experimental"
                                + " channel: must not be set with protocol HTTP; remove it or change the protocol"
                                + " [f.yaml:4:118] FIELD_CONFLICT");
    }

    @Test
    void theOneThatIsInstalledDecidesAlone() {
        assertThat(lines(GatewayApiChannel.EXPERIMENTAL, VERSION, "HTTPRoute", AUTH))
                .isEmpty();
        assertThat(lines(GatewayApiChannel.STANDARD, VERSION, "HTTPRoute", AUTH))
                .containsExactly(
                        "ERROR HTTPRoute/shop/a spec.rules[0].filters[0].type: unknown value \"ExternalAuth\"; only the"
                                + " experimental channel has it [f.yaml:1:132] UNKNOWN_ENUM_VALUE",
                        "WARNING HTTPRoute/shop/a spec.rules[0].filters[0].externalAuth: not in the standard channel, left"
                                + " out as an API server does; remove it or install the other channel [f.yaml:1:160]"
                                + " FIELD_PRUNED");
    }

    @Test
    void theStandardOneSaysWhatItLeavesOut() {
        assertThat(lines(
                        GatewayApiChannel.STANDARD,
                        VERSION,
                        "HTTPRoute",
                        "{useDefaultGateways: All, rules: [{}, {retry: {attempts: 0}}]}"))
                .containsExactly(
                        "WARNING HTTPRoute/shop/a spec.useDefaultGateways: not in the standard channel, left out as an API"
                                + " server does; remove it or install the other channel [f.yaml:1:126] FIELD_PRUNED",
                        "WARNING HTTPRoute/shop/a spec.rules[1].retry: not in the standard channel, left out as an API"
                                + " server does; remove it or install the other channel [f.yaml:1:151] FIELD_PRUNED");
    }

    @Test
    void theStandardOneServesNoOlderVersionsOfYoungKinds() {
        String spec = "{rules: [{backendRefs: [{name: v1, port: 1}]}]}";

        assertThat(lines(GatewayApiChannel.EXPERIMENTAL, "gateway.networking.k8s.io/v1alpha2", "TCPRoute", spec))
                .isEmpty();
        assertThat(lines(GatewayApiChannel.STANDARD, "gateway.networking.k8s.io/v1alpha2", "TCPRoute", spec))
                .containsExactly("ERROR TCPRoute/shop/a apiVersion: not served by the standard channel; install the"
                        + " experimental channel [f.yaml:1:14] VERSION_NOT_SERVED");
    }

    @Test
    void doesNotMatterToOtherKinds() {
        assertThat(lines(GatewayApiChannel.STANDARD, "v1", "Service", "{ports: [{port: 0}]}"))
                .containsExactly(
                        "ERROR Service/shop/a spec.ports[0].port: must be 1 to 65535 but was 0; use a number in"
                                + " range [f.yaml:1:93] NUMBER_OUT_OF_BOUNDS");
    }
}
