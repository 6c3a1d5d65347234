package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorizers that istiod can make a filter of; the rules of others deny: security-ambient.md 3.2. */
class ExternalAuthorizersTest {
    private static final String HOST = "auth.shop.svc.cluster.local";

    private static MeshService service(String hostname, String namespace) {
        return Meshes.service(hostname, Resolution.CLIENT_SIDE)
                .namespace(namespace)
                .build();
    }

    private static ExternalAuthorizers of(String providers) {
        MeshConfig config = ManifestReader.strict()
                .readValue(MeshConfig.class, "mesh.yaml", "{extensionProviders: [" + providers + "]}")
                .orThrow();
        return ExternalAuthorizers.of(new HandMadeView()
                .with(service(HOST, "shop"))
                .with(service("two.example", "shop"))
                .with(service("two.example", "other"))
                .with(config));
    }

    private static boolean canBeAsked(String kind, String settings) {
        return of("{name: a, " + kind + ": {" + settings + "}}").canBeAsked("a");
    }

    private static boolean canBeAsked(String settings) {
        boolean http = canBeAsked("envoyExtAuthzHttp", settings);
        assertThat(canBeAsked("envoyExtAuthzGrpc", settings)).isEqualTo(http);
        return http;
    }

    @ParameterizedTest
    @CsvSource({
        "auth.shop.svc.cluster.local, true",
        "shop/auth.shop.svc.cluster.local, true",
        "other/auth.shop.svc.cluster.local, false",
        "shop/gone.example, false",
        "gone.example, false",
        "two.example, false",
        "shop/two.example, true",
        "other/two.example, true",
        "a/shop/two.example, false",
        "'', false"
    })
    void aServiceIsNamedSoThatThereIsOne(String service, boolean asked) {
        assertThat(canBeAsked("service: '" + service + "', port: 9000")).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "65535, true", "65536, false"})
    void aPortIsOneOfTcp(int port, boolean asked) {
        assertThat(canBeAsked("service: " + HOST + ", port: " + port)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "403, true", "511, true", "299, false", "x, false", "'403 404', false", "-1, false"})
    void aStatusIsOneThatEnvoyNames(String status, boolean asked) {
        assertThat(canBeAsked("service: " + HOST + ", port: 80, statusOnError: '" + status + "'"))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pathPrefix: /check | true",
                "pathPrefix: '' | true",
                "pathPrefix: check | false",
                "includeRequestHeadersInCheck: [x-a, 'x-*'] | true",
                "includeRequestHeadersInCheck: [x-a, '*'] | false",
                "includeHeadersInCheck: ['*'] | false",
                "headersToDownstreamOnDeny: ['*'] | false",
                "headersToDownstreamOnAllow: ['*'] | false",
                "headersToUpstreamOnAllow: ['*'] | false",
            })
    void overHttpPrefixAndHeadersAreSound(String setting, boolean asked) {
        assertThat(canBeAsked("envoyExtAuthzHttp", "service: " + HOST + ", port: 80, " + setting))
                .isEqualTo(asked);
    }

    @Test
    void namesAreLabelsAndStandForOne() {
        String settings = "service: " + HOST + ", port: 80";
        String http = "{name: NAME, envoyExtAuthzHttp: {" + settings + "}}";
        String grpc = "{name: NAME, envoyExtAuthzGrpc: {" + settings + "}}";

        for (String each : new String[] {http, grpc}) {
            assertThat(of(each.replace("NAME", "a-1")).canBeAsked("a-1")).isTrue();
            assertThat(of(each.replace("NAME", "a.b")).canBeAsked("a.b")).isFalse();
            assertThat(of(each.replace("NAME", "a")).canBeAsked("b")).isFalse();
            assertThat(of((each + ", " + each).replace("NAME", "a")).canBeAsked("a"))
                    .isFalse();
        }
        assertThat(of(("{name: NAME, prometheus: {}}, " + http).replace("NAME", "a"))
                        .canBeAsked("a"))
                .isTrue();
    }

    @Test
    void onlyThoseOfGrpcAreAskedAboutConnections() {
        ExternalAuthorizers authorizers = of("{name: h, envoyExtAuthzHttp: {service: " + HOST
                + ", port: 80}}, {name: g, envoyExtAuthzGrpc: {service: " + HOST + ", port: 80}}");

        assertThat(authorizers.speaksTcp("h")).isFalse();
        assertThat(authorizers.speaksTcp("g")).isTrue();
        assertThat(authorizers.speaksTcp("x")).isFalse();
    }
}
