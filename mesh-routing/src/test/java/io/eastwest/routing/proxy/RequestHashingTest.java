package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.RequestHash;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.trace.TraceSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a request is hashed, and the cookie that a proxy makes for it. */
class RequestHashingTest {
    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

    private static ConnectionBuilder connection() {
        return Connection.builder()
                .sourceAddress("10.0.0.1")
                .sourcePort(4000)
                .destinationAddress("10.0.0.9")
                .destinationPort(80);
    }

    private static RequestHashing hashing(ConnectionBuilder connection, String remote, String... headers) {
        HeaderLines lines = HeaderLines.empty();
        for (int i = 0; i < headers.length; i += 2) {
            lines.append(headers[i], headers[i + 1]);
        }
        RequestState state = new RequestState(new Trace(TraceSink.NONE), "GET", "http", "shop", "/p?user=ana", lines);
        return new RequestHashing(state, new RequestSource(connection.build(), false, remote, HttpVersion.HTTP_1_1));
    }

    private static RequestHashing hashing(String... headers) {
        return hashing(connection(), "10.0.0.1", headers);
    }

    private static OptionalLong hash(RequestHashing hashing, HashPolicy policy) {
        return hashing.hash(List.of(policy));
    }

    @Test
    void headersAreHashedWithAllTheirValues() {
        RequestHashing hashing = hashing("x-user", "a", "x-user", "b");

        assertThat(hash(hashing, new HashPolicy.OfHeader("X-User")))
                .isEqualTo(RequestHash.combine(List.of(RequestHash.header(List.of("a", "b")))));
        assertThat(hash(hashing, new HashPolicy.OfHeader("x-none"))).isEmpty();
        assertThat(hash(hashing, new HashPolicy.OfHeader(":path")))
                .isEqualTo(RequestHash.combine(List.of(RequestHash.header(List.of("/p?user=ana")))));
        assertThat(hash(hashing, new HashPolicy.OfHeader("Host")))
                .isEqualTo(RequestHash.combine(List.of(RequestHash.header(List.of("shop")))));
    }

    @Test
    void parametersAndTheAddressOfTheClientAreHashed() {
        assertThat(hash(hashing(), new HashPolicy.OfQueryParameter("user")))
                .isEqualTo(RequestHash.combine(List.of(RequestHash.queryParameter("/p?user=ana", "user"))));
        assertThat(hash(hashing(connection(), "203.0.113.5"), new HashPolicy.OfSourceIp()))
                .isEqualTo(RequestHash.combine(List.of(RequestHash.sourceAddress("203.0.113.5"))));
        assertThat(hash(hashing(connection(), ""), new HashPolicy.OfSourceIp())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "user=ana, ana",
        "a=b; user=ana; user=bob, ana",
        "' user = ana ', ana",
        "user=\"ana\", ana",
        "user=\", '\"'",
        "user=\"a, '\"a'",
        "users=x, ''",
        "user, ''"
    })
    void aCookieIsHashedByItsValue(String line, String value) {
        HashPolicy cookie = new HashPolicy.OfCookie("user", Optional.empty(), Optional.empty());
        OptionalLong expected = value.isEmpty()
                ? OptionalLong.empty()
                : RequestHash.combine(List.of(RequestHash.cookie(Optional.of(value))));

        assertThat(hash(hashing("cookie", line), cookie)).isEqualTo(expected);
    }

    @Nested
    class ACookieThatIsMade {
        private static Optional<String> made(RequestHashing hashing, HashPolicy... policies) {
            return hashing.setCookie(List.of(policies));
        }

        @Test
        void saysHowLongAndWhereItIsKept() {
            String value = RequestHash.newCookie("10.0.0.1:4000", "10.0.0.9:80");
            HashPolicy.OfCookie full =
                    new HashPolicy.OfCookie("user", Optional.of("/shop"), MINUTE, List.of("Secure", "SameSite=Lax"));
            HashPolicy.OfCookie bare = new HashPolicy.OfCookie("user", Optional.of(""), Optional.of(Duration.ZERO));

            assertThat(made(hashing(), full))
                    .hasValue("user=\"" + value + "\"; Max-Age=60; Path=/shop; Secure; SameSite=Lax; HttpOnly");
            assertThat(made(hashing(), bare)).hasValue("user=\"" + value + "\"; HttpOnly");
            assertThat(hash(hashing(), full))
                    .isEqualTo(RequestHash.combine(List.of(RequestHash.cookie(Optional.of(value)))));
        }

        @Test
        void isNoneWithoutTimeOrPortOfTheClientOrWhereThereIsOne() {
            HashPolicy.OfCookie cookie = new HashPolicy.OfCookie("user", Optional.empty(), MINUTE);
            HashPolicy.OfCookie session = new HashPolicy.OfCookie("user", Optional.empty(), Optional.empty());

            assertThat(made(hashing(), session)).isEmpty();
            assertThat(made(hashing(connection().sourcePort(0), "10.0.0.1"), cookie))
                    .isEmpty();
            assertThat(made(hashing("cookie", "user=ana"), cookie)).isEmpty();
            assertThat(made(hashing("cookie", "user="), cookie)).isPresent();
            assertThat(made(hashing(), new HashPolicy.OfSourceIp())).isEmpty();
        }
    }
}
