package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLSRoutes of a listener that ends TLS: gateway-api.md 15. */
class TerminatedTlsRoutesTest {
    private static final String LISTENER =
            "{name: ended, port: 443, protocol: TLS, hostname: '*.town', tls: {mode: Terminate,"
                    + " options: {gateway.istio.io/tls-terminate-mode: ISTIO_SIMPLE}}}";
    private static final String PARENT = "{name: public, namespace: edge, sectionName: ended}";

    private static String route(String key, String hostnames, String... backends) {
        StringBuilder rules = new StringBuilder();
        for (String backend : backends) {
            rules.append(rules.isEmpty() ? "[" : ", ")
                    .append("{backendRefs: [{name: ")
                    .append(backend)
                    .append(", port: 8080}]}");
        }
        return Shop.route("TLSRoute", key, PARENT, hostnames, rules + "]");
    }

    @Test
    void takeTheBytesOfTheNamesOfTheListener() {
        Shop shop = Shop.with(Shop.gateway(LISTENER), route("shop/t", "[a.town]", "b"));

        assertThat(shop.tls("a.town")).isEqualTo("outbound|8080||b.shop~");
        assertThat(shop.tls("c.town")).isEqualTo("outbound|8080||b.shop~");
        assertThat(shop.tls("a.city")).isEqualTo("closed NR");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-02-02, a", "2026-02-02, 2026-02-01, b"})
    void theOldestTakesAllOfThem(String first, String second, String served) {
        Shop shop = Shop.with(
                Shop.gateway(LISTENER),
                route("shop/one@" + first + "T00:00:00Z", "[]", "a"),
                route("shop/two@" + second + "T00:00:00Z", "[]", "b"));

        assertThat(shop.tls("x.town")).isEqualTo("outbound|8080||" + served + ".shop~");
    }

    @Test
    void anExplanationTellsWhichRuleTakesThemAndThatOthersAreLate() {
        Shop shop = Shop.with(
                Shop.gateway(LISTENER),
                route("shop/one@2026-02-01T00:00:00Z", "[]", "a", "b"),
                route("shop/two@2026-02-02T00:00:00Z", "[]", "b"));

        assertThat(shop.chainSteps(443))
                .containsExactly(
                        "+ spec.rules[0].match[0]: every connection",
                        "- spec.rules[1]: a rule before it takes every connection",
                        "- spec.rules[0]: a rule before it takes every connection");
    }

    @Test
    void ofOtherNamesDoNotOpenIt() {
        Shop shop = Shop.with(Shop.gateway(LISTENER), route("shop/t", "[a.city]", "b"));

        assertThat(shop.tls("a.town")).startsWith("closed");
    }
}
