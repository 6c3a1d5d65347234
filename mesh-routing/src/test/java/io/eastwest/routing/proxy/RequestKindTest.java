package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that proxies treat alike. */
class RequestKindTest {
    private static int of(HttpRequestBuilder request) {
        return RequestKind.of(request.build());
    }

    private static HttpRequestBuilder get() {
        return HttpRequest.builder().authority("shop").path("/a");
    }

    private static HttpRequestBuilder with(String name, String value) {
        return get().addHeader(new Header(name, value));
    }

    @Test
    void versionMethodAndGrpcMakeEight() {
        Set<Integer> kinds = new LinkedHashSet<>();
        for (HttpVersion version : new HttpVersion[] {HttpVersion.HTTP_1_1, HttpVersion.HTTP_2}) {
            for (String method : new String[] {"GET", "HEAD"}) {
                kinds.add(of(get().version(version).method(method)));
                kinds.add(of(with("Content-Type", "application/grpc")
                        .version(version)
                        .method(method)));
            }
        }

        assertThat(kinds).hasSize(RequestKind.COUNT).allMatch(kind -> kind >= 0 && kind < RequestKind.COUNT);
        assertThat(of(get().method("POST"))).isEqualTo(of(get())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b", "/a.b/c..d", "/a?x=//..%2f", "/-_~.!$&'()*+,:;=@[]", "/?"})
    void aNormalPathIsOfAKind(String path) {
        assertThat(of(get().path(path))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "*", "a", "?a", "//", "/a//b", "/.", "/a/../b", "/a/.b", "/%61", "/a\\b", "/a b", "/ä", "/\u0080",
                "/a#b", "/a?b#c"
            })
    void anyOtherPathIsOfNone(String path) {
        assertThat(of(get().path(path))).isEqualTo(RequestKind.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Envoy-Max-Retries, NONE",
        "x-forwarded-for, NONE",
        "X-Forwarded-Proto, NONE",
        "x-ä, NONE",
        "x-envoy, 0",
        "x-forwarded, 0",
        "y-x-envoy-a, 0",
        "cookie, 0"
    })
    void headersByWhichAClientSteersAreOfNone(String name, String kind) {
        assertThat(of(with(name, "1"))).isEqualTo(kind.equals("NONE") ? RequestKind.NONE : 0);
    }

    @Nested
    class OfNone {
        @Test
        void areOldVersionsAndAuthoritiesThatNoHostHas() {
            assertThat(of(get().version(HttpVersion.HTTP_1_0))).isEqualTo(RequestKind.NONE);
            assertThat(of(get().authority("a/b"))).isEqualTo(RequestKind.NONE);
        }

        @Test
        void areSeveralCookiesOrTypes() {
            assertThat(of(with("Cookie", "a=1").addHeader(new Header("cookie", "b=2"))))
                    .isEqualTo(RequestKind.NONE);
            assertThat(of(with("content-type", "a").addHeader(new Header("Content-Type", "b"))))
                    .isEqualTo(RequestKind.NONE);
            assertThat(of(with("content-type", "a").addHeader(new Header("x", "b"))))
                    .isZero();
            assertThat(of(with("cookie", "a").addHeader(new Header("content-type", "b"))))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/grpc, true, 1",
        "application/grpc+proto, true, 1",
        "application/grpc;charset=x, true, -1",
        "application/grpc-web, false, 0",
        "application/grp, false, 0",
        "text/plain, false, 0"
    })
    void aTypeSaysWhetherItIsGrpc(String type, boolean grpc, int kind) {
        assertThat(RequestKind.isGrpc(type)).isEqualTo(grpc);
        assertThat(of(with("content-type", type))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "shop, true",
        "a.b-c:80, true",
        "'[::1]:80', true",
        "'', true",
        "a_b~!$%&''()*+;=@, true",
        "a/b, false",
        "a b, false",
        "ä, false",
        "'a\"', false"
    })
    void anAuthorityHasOnlySomeCharacters(String authority, boolean valid) {
        assertThat(RequestSyntax.isAuthority(authority)).isEqualTo(valid);
    }
}
