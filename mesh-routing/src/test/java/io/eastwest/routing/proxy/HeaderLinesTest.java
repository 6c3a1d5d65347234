package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers of a request as a proxy holds them. */
class HeaderLinesTest {
    private static HeaderLines lines(String... namesAndValues) {
        HeaderLines lines = HeaderLines.empty();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.append(namesAndValues[i], namesAndValues[i + 1]);
        }
        return lines;
    }

    private static List<String> text(List<Header> headers) {
        return headers.stream()
                .map(header -> header.name() + "=" + header.value())
                .toList();
    }

    @Test
    void aHeaderThatEnvoyKeepsInOneLineIsJoined() {
        assertThat(text(lines("via", "a", "x", "1", "via", "b", "x", "2").all()))
                .containsExactly("x=1", "via=a,b", "x=2");
    }

    @Test
    void valuesAreFoundByName() {
        HeaderLines lines = lines("x", "1", "y", "2", "x", "3", "x", "4");

        assertThat(lines.values("x")).containsExactly("1", "3", "4");
        assertThat(lines.joined("x")).hasValue("1,3,4");
        assertThat(lines.joined("y")).hasValue("2");
        assertThat(lines.joined("z")).isEmpty();
        assertThat(lines.first("x")).hasValue("1");
        assertThat(lines.first("z")).isEmpty();
        assertThat(lines.contains("y")).isTrue();
        assertThat(lines.contains("z")).isFalse();
    }

    @Test
    void aCopyChangesAlone() {
        HeaderLines lines = lines("x", "1");
        HeaderLines copy = lines.copy();
        copy.set("x", "2");
        copy.remove("y");

        assertThat(lines.first("x")).hasValue("1");
        assertThat(copy.values("x")).containsExactly("2");
    }

    @Test
    void whatEnvoyWritesShowsOnlyIfTheClientSentIt() {
        HeaderLines lines = lines("x", "1");
        lines.setByEnvoy("x", "2");
        lines.setByEnvoy("y", "3");
        lines.setByEnvoy("y", "4");

        assertThat(text(lines.visible())).containsExactly("x=2");
        assertThat(text(lines.all())).containsExactly("x=2", "y=4");
    }

    @Nested
    class OfARequest {
        private static List<String> headers(HttpVersion version, String... cookies) {
            HttpRequestBuilder request = HttpRequest.builder().authority("a").version(version);
            for (String cookie : cookies) {
                request.addHeader(new Header("Cookie", cookie));
            }
            return text(IncomingRequest.headers(request.build()).all());
        }

        @Test
        void cookiesOfHttp2AreOneLine() {
            assertThat(headers(HttpVersion.HTTP_2, "a=1", "", "b=2")).containsExactly("cookie=a=1; b=2");
            assertThat(headers(HttpVersion.HTTP_1_1, "a=1", "", "b=2"))
                    .containsExactly("cookie=a=1", "cookie=", "cookie=b=2");
        }
    }

    @Nested
    class ThatEndHere {
        private static List<String> left(String... namesAndValues) {
            HeaderLines lines = lines(namesAndValues);
            HopByHopHeaders.clean(lines);
            return text(lines.all());
        }

        @Test
        void areRemoved() {
            assertThat(left("keep-alive", "3", "proxy-connection", "a", "transfer-encoding", "chunked", "x", "1"))
                    .containsExactly("x=1");
        }

        @Test
        void stayForAnUpgradeThatTheConnectionNames() {
            assertThat(left("connection", "close, UPGRADE", "upgrade", "websocket"))
                    .containsExactly("connection=close, UPGRADE", "upgrade=websocket");
            assertThat(left("connection", "close", "upgrade", "websocket")).isEmpty();
            assertThat(left("connection", "upgrade")).isEmpty();
            assertThat(left("upgrade", "websocket")).isEmpty();
        }

        @Test
        void trailersAreAllThatIsLeftOfTe() {
            assertThat(left("te", "gzip, Trailers")).containsExactly("te=trailers");
            assertThat(left("te", "gzip")).isEmpty();
        }

        @Test
        void headersThatSteerAreTold() {
            List<String> findings = new ArrayList<>();
            HopByHopHeaders.report(lines("x-envoy-a", "1", "x-other", "2"), findings::add);

            assertThat(findings)
                    .containsExactly("header x-envoy-a: what a client asks of the proxy by it is not modelled");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 13", "401, 16", "403, 7", "404, 12", "429, 14", "502, 14", "503, 14", "504, 14", "500, 2", "200, 2"
    })
    void grpcHasItsOwnStatus(int http, int grpc) {
        assertThat(GrpcStatus.ofHttp(http)).isEqualTo(grpc);
    }

    @ParameterizedTest
    @CsvSource({"a b~, a b~", "a%b, a%25b", "ä, %C3%A4", "'a\u007f', a%7F", "'a\u001f', a%1F"})
    void aMessageOfGrpcIsEncoded(String text, String encoded) {
        assertThat(GrpcStatus.encodedMessage(text)).isEqualTo(encoded);
    }

    @Test
    void flagsAreWrittenInTheOrderOfEnvoy() {
        assertThat(ResponseFlags.join("NC", "", "DI")).isEqualTo("DI,NC");
        assertThat(ResponseFlags.join("FI", "DI")).isEqualTo("DI,FI");
        assertThat(ResponseFlags.join("")).isEqualTo("-");
    }
}
