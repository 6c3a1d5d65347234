package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnamesOfListenersTest {
    private static final String RULES = "[{backendRefs: [{name: a, port: 8080}]}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "        | a.com                 | a.com    | a.com:80",
                "a.com   |                       | a.com    | a.com:80",
                "a.com   | a.com                 | a.com    | a.com:80",
                "a.com   | b.com                 | a.com    | blackhole:80",
                "*.a.com | x.a.com, x.y.a.com    | x.y.a.com| x.y.a.com:80",
                "*.a.com | a.com                 | a.com    | blackhole:80",
                "x.a.com | *.a.com             | x.a.com  | x.a.com:80",
                "*.a.com | *.x.a.com           | y.x.a.com| *.x.a.com:80",
                "*.x.a.com | *.a.com           | y.x.a.com| *.x.a.com:80",
                "*.a.com | *.b.com             | x.a.com  | blackhole:80",
                "shop.a.com | x.b.com, *.c.com, *.a.com | shop.a.com | shop.a.com:80"
            })
    void theNarrowerHostnameIsServed(String listener, String route, String asked, String virtualHost) {
        String hostname = listener == null ? "" : ", hostname: '" + listener + "'";
        Shop shop = Shop.with(
                Shop.gateway("{name: web, port: 80, protocol: HTTP" + hostname + "}"),
                Shop.route(
                        "HTTPRoute",
                        "shop/r",
                        "{name: public, namespace: edge}",
                        "[" + (route == null ? "" : "'" + route.replace(", ", "', '") + "'") + "]",
                        RULES));

        assertThat(shop.get(asked, "/").virtualHost()).contains(virtualHost);
    }

    @ParameterizedTest
    @CsvSource({"q.test, E", "q.a.test, W", "q.b.a.test, F", "z.b.a.test, X"})
    void listenersOfAGatewayAreIsolated(String host, String listener) {
        String path = "[{matches: [{path: {value: /%s}}], backendRefs: [{name: a, port: 8080}]}]";
        Shop shop = Shop.with(
                Shop.gateway(
                        "{name: e, port: 80, protocol: HTTP}",
                        "{name: w, port: 80, protocol: HTTP, hostname: '*.a.test'}",
                        "{name: f, port: 80, protocol: HTTP, hostname: '*.b.a.test'}",
                        "{name: x, port: 80, protocol: HTTP, hostname: z.b.a.test}"),
                boundTo("e", path),
                boundTo("w", path),
                boundTo("f", path),
                boundTo("x", path));

        for (String other : new String[] {"E", "W", "F", "X"}) {
            assertThat(shop.get(host, "/" + other).route().isPresent())
                    .as("%s serves /%s", host, other)
                    .isEqualTo(other.equals(listener));
        }
    }

    private static String boundTo(String listener, String rules) {
        return Shop.route(
                "HTTPRoute",
                "shop/" + listener,
                "{name: public, namespace: edge, sectionName: " + listener + "}",
                "[]",
                rules.replace("%s", listener.toUpperCase(Locale.ROOT)));
    }

    @Test
    void anExactVirtualHostDoesNotFallThroughToAWildcard() {
        String parent = "{name: public, namespace: edge}";
        Shop shop = Shop.with(
                Shop.gateway(),
                Shop.route(
                        "HTTPRoute",
                        "shop/exact",
                        parent,
                        "[x.a.com]",
                        "[{matches: [{path: {value: /one}}], backendRefs: [{name: a, port: 8080}]}]"),
                Shop.route("HTTPRoute", "shop/wild", parent, "['*.a.com']", RULES));

        assertThat(shop.get("x.a.com", "/two").outcome().status()).hasValue(404);
        assertThat(shop.get("y.a.com", "/two").route()).isPresent();
    }
}
