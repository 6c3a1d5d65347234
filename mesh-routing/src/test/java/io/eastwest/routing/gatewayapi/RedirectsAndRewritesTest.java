package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsAndRewritesTest {
    private static final String LISTENERS =
            Shop.gateway("{name: web, port: 80, protocol: HTTP}", "{name: other, port: 8081, protocol: HTTP}");

    private static Shop redirecting(String filter) {
        return Shop.with(
                LISTENERS,
                Shop.route(
                        "shop/r",
                        "[{matches: [{path: {value: /foo}}], filters: [{type: RequestRedirect, requestRedirect: {"
                                + filter + "}}]}]"));
    }

    private static String location(Shop shop, int port, String authority, String path) {
        return shop.gateway(port, "GET", authority, path)
                .response()
                .orElseThrow()
                .location()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80   | hostname: h.test                              | http://h.test",
                "80   | 'hostname: h.test, port: 8081'                | http://h.test:8081",
                "80   | 'hostname: h.test, scheme: https'             | https://h.test",
                "80   | 'hostname: h.test, scheme: https, port: 9443' | https://h.test:9443",
                "8081 | hostname: h.test                              | http://h.test:8081",
                "8081 | 'hostname: h.test, port: 80'                  | http://h.test",
                "8081 | 'hostname: h.test, scheme: https'             | https://h.test"
            })
    void thePortIsThatOfTheListenerUnlessTheSchemeIsGiven(int port, String filter, String prefix) {
        assertThat(location(redirecting(filter), port, "any.test", "/foo?q=1")).isEqualTo(prefix + "/foo?q=1");
    }

    @ParameterizedTest
    @CsvSource({"h:8080, https://h:8080/foo?q=1", "h, https://h/foo?q=1", "h:80, https://h/foo?q=1"})
    void withoutHostnameTheHostStaysWithItsPort(String host, String expected) {
        assertThat(location(redirecting("scheme: https"), 8081, host, "/foo?q=1"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/xyz, /foo/bar, /xyz/bar",
        "/xyz/, /foo/bar, /xyz//bar",
        "/xyz/, /foo, /xyz/",
        "/, /foo/bar, //bar",
        "'', /foo/bar, /foo/bar"
    })
    void thePrefixOfARedirectIsReplacedAsItIsWritten(String replacement, String path, String expected) {
        Shop shop = redirecting(
                "hostname: h.test, path: {type: ReplacePrefixMatch, replacePrefixMatch: '" + replacement + "'}");

        assertThat(location(shop, 80, "any.test", path)).isEqualTo("http://h.test" + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/foo, /xyz, /foo/bar, /xyz/bar",
        "/foo/, /xyz/, /foo/bar, /xyz/bar",
        "/foo, /xyz, /foo, /xyz",
        "/foo, /xyz, /foo/, /xyz/",
        "/foo, '', /foo/bar, /bar",
        "/foo, /, /foo/bar, /bar",
        "/foo, /, /foo/, /",
        "/foo, /, /foo, /",
        "/, /, /bar, /bar",
        "/, /xyz, /bar, /xyzbar"
    })
    void thePrefixOfARewriteIsReplacedByElements(String prefix, String replacement, String path, String expected) {
        Shop shop = rewriting(prefix, "{type: ReplacePrefixMatch, replacePrefixMatch: '" + replacement + "'}");

        assertThat(shop.get("any.test", path).upstreamRequests().get(0).path()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"/full/a?x=1, /one?x=1", "/full, /one"})
    void aFullPathReplacesAllButTheQuery(String path, String expected) {
        Shop shop = rewriting("/full", "{type: ReplaceFullPath, replaceFullPath: /one}");

        assertThat(shop.get("any.test", path).upstreamRequests().get(0).path()).contains(expected);
    }

    private static Shop rewriting(String prefix, String path) {
        return Shop.with(
                LISTENERS,
                Shop.route(
                        "shop/r",
                        "[{matches: [{path: {value: " + prefix + "}}], filters: [{type: URLRewrite, urlRewrite: {path: "
                                + path + "}}], backendRefs: [{name: a, port: 8080}]}]"));
    }
}
