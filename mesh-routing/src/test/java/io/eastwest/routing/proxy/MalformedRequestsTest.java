package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.ProxyRoute;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MalformedRequestsTest {
    private static ProxyAnswer answer(HttpRequestBuilder request) {
        return TestProxy.serving(TestProxy.route("all", "/", TestProxy.to("a")))
                .endpoints("a", "10.0.0.1:80")
                .answer(request);
    }

    private static HttpRequestBuilder proto(HttpRequestBuilder request, String value) {
        return request.addHeader(new Header("X-Forwarded-Proto", value));
    }

    @Nested
    class WhenTheCodecRefuses {
        @Test
        void aTargetThatIsNoPathIsABadRequest() {
            ProxyAnswer answer = answer(TestProxy.get("shelf"));

            assertThat(answer.outcome().status()).hasValue(400);
            assertThat(answer.outcome().flags()).isEqualTo("DPE");
            assertThat(answer.outcome().detail()).isEqualTo("http1.invalid_url");
            assertThat(answer.virtualHost()).isEmpty();
            assertThat(answer.routeConfiguration()).contains("8080");
            assertThat(answer.clusters()).isEmpty();
            assertThat(answer.response().flatMap(ClientResponse::body)).contains("Bad Request");
        }

        @Test
        void aTargetThatIsNotPlainAsciiIsABadRequest() {
            for (String path : new String[] {"/ü", "/a b", "/\u007f"}) {
                ProxyAnswer answer = answer(TestProxy.get(path));

                assertThat(answer.outcome().status()).as(path).hasValue(400);
                assertThat(answer.outcome().detail()).as(path).isEqualTo("http1.codec_error");
            }
        }

        @Test
        void anAuthorityWithASlashIsABadRequest() {
            ProxyAnswer answer = answer(TestProxy.get("/").authority("10.1.0.0/16"));

            assertThat(answer.outcome().status()).hasValue(400);
            assertThat(answer.outcome().detail()).isEqualTo("http.invalid_authority");
        }

        @Test
        void anAuthorityMayHoldUserPortAndEscapes() {
            for (String authority : new String[] {"me@shop", "a%20b", "[::1", "a,b", ""}) {
                assertThat(answer(TestProxy.get("/").authority(authority))
                                .outcome()
                                .status())
                        .as(authority)
                        .hasValue(404);
            }
        }

        @Test
        void aStreamOfHttp2IsReset() {
            ProxyAnswer path = answer(TestProxy.get("shelf").version(HttpVersion.HTTP_2));
            ProxyAnswer authority = answer(TestProxy.get("/").authority("a/b").version(HttpVersion.HTTP_2));

            assertThat(path.outcome().closed()).isTrue();
            assertThat(path.outcome().status()).isEmpty();
            assertThat(path.outcome().detail()).isEqualTo("http2.violation.of.messaging.rule");
            assertThat(authority.outcome().closed()).isTrue();
            assertThat(authority.outcome().detail()).isEqualTo("http2.invalid.header.field");
        }
    }

    @Nested
    class WhenTheTargetIsAWholeUrl {
        @Test
        void itsHostCountsAndItsPathIsRouted() {
            ProxyAnswer answer = answer(TestProxy.get("http://shop/books?id=7").authority("elsewhere.example"));

            assertThat(answer.virtualHost()).contains("shop:8080");
            assertThat(answer.upstreamRequests())
                    .extracting(UpstreamRequest::path)
                    .containsExactly(Optional.of("/books?id=7"));
        }

        @Test
        void withoutPathItAsksForTheRoot() {
            assertThat(answer(TestProxy.get("HTTP://shop?id=7")).upstreamRequests())
                    .extracting(UpstreamRequest::path)
                    .containsExactly(Optional.of("/?id=7"));
        }
    }

    @Nested
    class WhenTheManagerRefusesAtOnce {
        @Test
        void optionsForTheServerIsNotFound() {
            ProxyAnswer answer = answer(TestProxy.get("*").method("OPTIONS"));

            assertThat(answer.outcome().status()).hasValue(404);
            assertThat(answer.outcome().flags()).isEqualTo("-");
            assertThat(answer.outcome().detail()).isEqualTo("absolute_path_rejected");
            assertThat(answer.virtualHost()).contains("shop:8080");
            assertThat(answer.route()).isEmpty();
        }

        @Test
        void aRouteIsNamedOnlyWhenTheClientNamesTheScheme() {
            ProxyAnswer without = answer(TestProxy.get("/%00"));
            ProxyAnswer with = answer(proto(TestProxy.get("/%00"), "http"));

            assertThat(without.route()).isEmpty();
            assertThat(without.clusters()).isEmpty();
            assertThat(with.outcome()).isEqualTo(without.outcome());
            assertThat(with.route()).map(ProxyRoute::name).contains("all");
            assertThat(with.clusters()).extracting(ClusterShare::name).containsExactly("a");
            assertThat(with.endpoints()).isEmpty();
        }
    }

    @Test
    void emptyCookiesOfHttp2AreDropped() {
        HttpRequestBuilder request = TestProxy.get("/")
                .addHeader(new Header("cookie", ""))
                .addHeader(new Header("cookie", "a=1"))
                .addHeader(new Header("cookie", ""));

        ProxyAnswer answer = answer(request.version(HttpVersion.HTTP_2));

        assertThat(answer.upstreamRequests().get(0).headers()).containsExactly(new Header("cookie", "a=1"));
    }

    @Test
    void anEmptySchemeOfTheClientHidesAllRoutes() {
        ProxyAnswer answer = answer(proto(TestProxy.get("/"), ""));

        assertThat(answer.outcome().status()).hasValue(404);
        assertThat(answer.outcome().flags()).isEqualTo("NR");
        assertThat(answer.virtualHost()).contains("shop:8080");
    }
}
