package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of header operations with commands. */
class HeaderFormatTest {
    private final List<String> findings = new ArrayList<>();

    private static RequestState request() {
        HeaderLines headers = HeaderLines.empty();
        headers.set("x-id", "abcdef");
        return new RequestState(new Trace(TraceSink.NONE), "GET", "http", "shop", "/p?q", headers);
    }

    private static Connection connection() {
        return Connection.builder()
                .sourceAddress("10.0.0.1")
                .sourcePort(4000)
                .destinationAddress("fd00::9")
                .destinationPort(443)
                .tls(new TlsClientHello(Optional.of("shop.example"), List.of()))
                .peer(new Peer("td/ns/a/sa/b"))
                .build();
    }

    private String format(String value, boolean terminated, HttpVersion version) {
        RequestSource source = new RequestSource(connection(), terminated, "203.0.113.5", version);
        return new HeaderFormat(request(), source, findings::add).format(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "a%%b | a%b",
                "%PROTOCOL% | HTTP/2",
                "<%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%> | <203.0.113.5>",
                "%DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT% | 10.0.0.1",
                "%DOWNSTREAM_LOCAL_ADDRESS% | [fd00::9]:443",
                "%DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT% | fd00::9",
                "%DOWNSTREAM_LOCAL_PORT% | 443",
                "%REQUESTED_SERVER_NAME% | shop.example",
                "%DOWNSTREAM_PEER_URI_SAN% | spiffe://td/ns/a/sa/b",
                "%REQ(X-Id)% | abcdef",
                "%REQ(x-no?x-id)% | abcdef",
                "%REQ(x-id?:path)% | abcdef",
                "%REQ(:path)%-%REQ(:authority)% | /p?q-shop",
                "%REQ(x-id):3% | abc",
                "%REQ(x-id):99% | abcdef",
                "%REQ(x-id):0%. | .",
            })
    void commandsAreReplaced(String value, String text) {
        assertThat(format(value, true, HttpVersion.HTTP_2)).isEqualTo(text);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%REQ(x-id%",
                "%REQ(x-id)3%",
                "%REQ(x-id):%",
                "%REQ(x-id):a%",
                "%REQ(x-id):1234567%",
                "%START_TIME%",
                "a%PROTOCOL",
                "%RESP(a)%"
            })
    void anOtherCommandLeavesTheHeaderOutAndIsTold(String value) {
        assertThat(format(value, true, HttpVersion.HTTP_2)).isEmpty();
        assertThat(findings)
                .containsExactly(
                        "header value \"" + value + "\": only %%, %REQ(name)%, %PROTOCOL%, addresses, SNI and peer SAN "
                                + "are modelled; the header is left out");
    }

    @Test
    void thePeerIsKnownOnlyToWhoTerminatesTls() {
        assertThat(format("%DOWNSTREAM_PEER_URI_SAN%", false, HttpVersion.HTTP_2))
                .isEmpty();
        assertThat(format("%PROTOCOL%", false, HttpVersion.HTTP_1_0)).isEqualTo("HTTP/1.0");
        assertThat(format("%PROTOCOL%", false, HttpVersion.HTTP_1_1)).isEqualTo("HTTP/1.1");
    }

    @Test
    void thePortOfAClientIsKnownWhereItIsThePeer() {
        assertThat(new RequestSource(connection(), true, "203.0.113.5", HttpVersion.HTTP_2).remoteWithPort())
                .isEqualTo("203.0.113.5:0");
        assertThat(new RequestSource(connection(), true, "10.0.0.1", HttpVersion.HTTP_2).remoteWithPort())
                .isEqualTo("10.0.0.1:4000");
    }
}
