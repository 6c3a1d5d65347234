package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.fixture.TwoSidecars;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    private static Call of(CallDraft draft) {
        return draft.from("web", "shop", "c1");
    }

    @Nested
    class OfAUrl {
        @ParameterizedTest
        @CsvSource({
            "http://api.shop, api.shop, 80, api.shop, /",
            "http://api.shop/, api.shop, 80, api.shop, /",
            "http://api.shop:8080/a/b, api.shop, 8080, api.shop:8080, /a/b",
            "http://api.shop/a?b=c&d, api.shop, 80, api.shop, /a?b=c&d",
            "http://api.shop?b=c, api.shop, 80, api.shop, /?b=c",
            "http://api.shop/a%2fb?c=%20, api.shop, 80, api.shop, /a%2fb?c=%20",
            "http://10.0.0.1:81/, 10.0.0.1, 81, 10.0.0.1:81, /",
            "https://api.shop/a, api.shop, 443, api.shop, /a",
            "https://api.shop:8443/, api.shop, 8443, api.shop:8443, /"
        })
        void takesHostPortAuthorityAndPath(String url, String host, int port, String authority, String path) {
            Call call = of(Call.get(url));

            assertThat(call.host()).isEqualTo(host);
            assertThat(call.port()).isEqualTo(port);
            assertThat(call.request())
                    .contains(HttpRequest.builder()
                            .method("GET")
                            .authority(authority)
                            .path(path)
                            .build());
        }

        @ParameterizedTest
        @CsvSource({"api.shop/", "http:/api", "ftp://api.shop", "http://a_b/"})
        void isRefusedWhereItIsNotOfHttp(String url) {
            assertThatThrownBy(() -> Call.get(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("url must be http://host[:port][/path][?query], or https, but was \"" + url + "\"");
        }

        @Test
        void isRefusedWhereItIsNone() {
            assertThatThrownBy(() -> Call.http("PUT", "http://a b/"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("url \"http://a b/\" is no URL: ");
        }
    }

    @Nested
    class Drafts {
        @Test
        void haveAMethodAndHeaders() {
            Call call =
                    of(Call.http("PUT", "http://api.shop/").header("x-a", "1").header("x-b", "2"));

            assertThat(call.request()).hasValueSatisfying(request -> {
                assertThat(request.method()).isEqualTo("PUT");
                assertThat(request.headers()).isEqualTo(List.of(new Header("x-a", "1"), new Header("x-b", "2")));
            });
        }

        @Test
        void ofBytesHaveNoHeaders() {
            CallDraft bytes = Call.tcp("db.shop", 5432);

            assertThat(of(bytes))
                    .isEqualTo(new Call(new Caller("web", "shop", "c1"), "db.shop", 5432, Optional.empty()));
            assertThatThrownBy(() -> bytes.header("a", "b"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a TCP call has no headers");
        }

        @Test
        void areTheCallWithoutItsCaller() {
            Call call = of(Call.get("http://api.shop:81/a").header("x", "y"));

            assertThat(call.draft().from(call.caller())).isEqualTo(call);
            assertThat(call.draft().arrivingAt("edge", "shop", "c1"))
                    .isEqualTo(new Call(new Caller("edge", "shop", "c1", true), "api.shop", 81, call.request()));
        }
    }

    @Test
    void theTextSaysWhoCallsWhat() {
        assertThat(of(Call.http("PUT", "http://api.shop:81/a?b=c")))
                .hasToString("PUT http://api.shop:81/a?b=c from c1/shop/web");
        assertThat(of(Call.tcp("db.shop", 5432))).hasToString("tcp db.shop:5432 from c1/shop/web");
        assertThat(Call.tcp("db.shop", 5432).arrivingAt("edge", "shop", "c1"))
                .hasToString("tcp db.shop:5432 from outside at c1/shop/edge");
    }

    @ParameterizedTest
    @CsvSource({
        "web-1, bar, c1, true",
        "web, bar, c1, true",
        "we, bar, c1, false",
        "web-1, foo, c1, false",
        "web-1, bar, c2, false"
    })
    void aCallerIsAPodOrItsWorkload(String workload, String namespace, String cluster, boolean meant) {
        MeshRouter router = TwoSidecars.with().router();

        assertThat(new Caller(workload, namespace, cluster).means(router.workload(new Caller("web-1", "bar", "c1"))))
                .isEqualTo(meant);
    }

    @Test
    void callersAndHostsThatAreNotThereAreNamed() {
        MeshRouter router = TwoSidecars.with().router();

        assertThatThrownBy(() -> router.decide(Call.get("http://app.foo/").from("nobody", "bar", "c1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c1/bar/nobody");
        assertThatThrownBy(() -> router.decide(Call.get("http://none.foo/").from("web", "bar", "c1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host \"none.foo\" is not known to the DNS of c1/bar/web-1; a call needs a Service, a"
                        + " ServiceEntry with an address, or an IP address");
    }
}
