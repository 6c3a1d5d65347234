package io.eastwest.routing.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTextTest {
    @Nested
    class Queries {
        @ParameterizedTest
        @CsvSource({"/a, 2, /a, ''", "/a?b=c, 2, /a, ?b=c", "?b, 0, '', ?b", "/a?b?c, 2, /a, ?b?c"})
        void beginWithTheFirstQuestionMark(String path, int start, String alone, String query) {
            assertThat(QueryText.start(path)).isEqualTo(start);
            assertThat(QueryText.withoutQuery(path)).isEqualTo(alone);
            assertThat(QueryText.query(path)).isEqualTo(query);
        }

        @ParameterizedTest
        @CsvSource({
            "/?q=1, 1",
            "?q=1, 1",
            "/?p=2&q=1&q=3, 1",
            "/?q, ''",
            "/?q&p=1, ''",
            "/?q=, ''",
            "/?q=a=b&c, a=b",
            "/?q=%20, %20",
            "/?qq=1&q=2, 2",
            "/?p&q=2, 2",
        })
        void haveTheFirstRawValueOfAName(String path, String value) {
            assertThat(QueryText.first(path, "q")).contains(value);
        }

        @ParameterizedTest
        @CsvSource({"/q", "/?", "/?qq=1", "/?p=q", "/q=1", "/?Q=1"})
        void mayLackAName(String path) {
            assertThat(QueryText.first(path, "q")).isEmpty();
        }

        @Test
        void mayHaveAParameterWithoutName() {
            assertThat(QueryText.first("/?=1", "")).contains("1");
            assertThat(QueryText.first("/", "")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "/a?q=1, /a",
            "/a?c=3&q=1&b=2&q=4, /a?b=2&c=3",
            "/a?c&q=1&b=2=2, /a?b=2=2&c=",
            "/a?c=1&q&c=0, /a?c=1&c=0",
            "/a?c=3&b=2, /a?c=3&b=2",
            "/a?=x&q, /a?=x",
        })
        void withoutAParameterAreSortedByName(String path, String without) {
            assertThat(QueryText.without(path, "q")).isEqualTo(without);
        }
    }

    @Nested
    class PlainRequests {
        private final PlainRequest request = new PlainRequest(HttpRequest.builder()
                .method("PUT")
                .authority("shop:80")
                .path("/a?q=1&q=2")
                .addHeader(new Header("X-User", "ann"))
                .addHeader(new Header("x-other", "0"))
                .addHeader(new Header("x-user", "bob"))
                .build());

        @Test
        void areSeenAsTheyAreSent() {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.target()).isEqualTo("/a?q=1&q=2");
            assertThat(request.pathWithoutQuery()).isEqualTo("/a");
            assertThat(request.firstQueryValue("q")).contains("1");
            assertThat(request.claims()).isEmpty();
        }

        @Test
        void haveHeadersAndWhatStandsInTheFirstLine() {
            assertThat(request.header(":method")).contains("PUT");
            assertThat(request.header(":authority")).contains("shop:80");
            assertThat(request.header("host")).contains("shop:80");
            assertThat(request.header(":path")).contains("/a?q=1&q=2");
            assertThat(request.header(":scheme")).contains("http");
            assertThat(request.header("x-user")).contains("ann,bob");
            assertThat(request.header("x-other")).contains("0");
            assertThat(request.header("x")).isEmpty();
        }
    }
}
