package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHashTest {
    private static String text(OptionalLong hash) {
        return hash.isPresent() ? Long.toUnsignedString(hash.getAsLong()) : "none";
    }

    @Nested
    class Header {
        @ParameterizedTest
        @CsvSource({
            "'', 17241709254077376921",
            "foo, 3728699739546630719",
            "user-1, 11633770265628666856",
            "user-2, 8328806736226637289",
            "alice, 8332761332120969289",
            "bob, 10558559838520660027",
            "session-42, 2560834703844116766"
        })
        void oneValueIsHashed(String value, String hash) {
            assertThat(text(RequestHash.header(List.of(value)))).isEqualTo(hash);
        }

        @Test
        void severalValuesAreSortedAndHashedIntoEachOther() {
            long fooThenBar = XxHash.of("bar".getBytes(StandardCharsets.UTF_8), XxHash.of("foo"));
            long barThenFoo = XxHash.of("foo".getBytes(StandardCharsets.UTF_8), XxHash.of("bar"));

            assertThat(Long.toUnsignedString(fooThenBar)).isEqualTo("17745830980996999794");
            assertThat(RequestHash.header(List.of("foo", "bar"))).hasValue(barThenFoo);
            assertThat(RequestHash.header(List.of("foo", "bar"))).isEqualTo(RequestHash.header(List.of("bar", "foo")));
        }

        @Test
        void valuesAreSortedByBytes() {
            // As UTF-16 the first is smaller, as UTF-8 the second.
            List<String> values = List.of("\ud83d\ude00", "\uff5e");

            assertThat(RequestHash.header(values))
                    .isEqualTo(RequestHash.header(List.of("\uff5e", "\ud83d\ude00")))
                    .hasValue(XxHash.of("\ud83d\ude00".getBytes(StandardCharsets.UTF_8), XxHash.of("\uff5e")));
        }

        @Test
        void anAbsentHeaderGivesNoHash() {
            assertThat(RequestHash.header(List.of())).isEmpty();
        }
    }

    @Nested
    class Cookie {
        @Test
        void itsValueIsHashed() {
            assertThat(text(RequestHash.cookie(Optional.of("alice")))).isEqualTo("8332761332120969289");
        }

        @Test
        void withoutValueThereIsNoHash() {
            assertThat(RequestHash.cookie(Optional.empty())).isEmpty();
            assertThat(RequestHash.cookie(Optional.of(""))).isEmpty();
        }

        @Test
        void aNewCookieHoldsTheHashOfBothAddresses() {
            String cookie = RequestHash.newCookie("10.1.2.3:4567", "10.2.0.9:8080");

            assertThat(cookie).isEqualTo("fdd11f7cfee93e99");
            assertThat(text(RequestHash.cookie(Optional.of(cookie)))).isEqualTo("14849286065656130558");
        }

        @Test
        void aNewCookieAlwaysHasSixteenDigits() {
            for (int port = 1; port < 100; port++) {
                assertThat(RequestHash.newCookie("10.0.0.1:" + port, "10.0.0.2:80"))
                        .matches("[0-9a-f]{16}");
            }
        }
    }

    @Nested
    class QueryParameter {
        @ParameterizedTest
        @CsvSource({
            "/list?page=2&user=alice, 8332761332120969289",
            "/list?user=alice&user=bob, 8332761332120969289",
            "/list?user, 17241709254077376921",
            "/list?user=, 17241709254077376921",
            "/list, none",
            "/list?USER=alice, none",
            "/user=alice, none"
        })
        void theFirstValueIsHashed(String path, String hash) {
            assertThat(text(RequestHash.queryParameter(path, "user"))).isEqualTo(hash);
        }

        @Test
        void valuesAreNotDecoded() {
            assertThat(RequestHash.queryParameter("/list?user=al%69ce", "user"))
                    .isEqualTo(RequestHash.header(List.of("al%69ce")));
        }
    }

    @Test
    void theSourceAddressIsHashedWithoutPort() {
        assertThat(text(RequestHash.sourceAddress("10.1.2.3"))).isEqualTo("4880821621418515188");
    }

    @Nested
    class Combination {
        private final OptionalLong user = RequestHash.header(List.of("alice"));
        private final OptionalLong cart = RequestHash.header(List.of("cart-7"));

        @Test
        void oneHashStaysAsItIs() {
            assertThat(RequestHash.combine(List.of(user))).isEqualTo(user);
            assertThat(RequestHash.combine(List.of(OptionalLong.empty(), user, OptionalLong.empty())))
                    .isEqualTo(user);
        }

        @Test
        void theNextIsMixedIntoTheTurnedOne() {
            assertThat(RequestHash.combine(List.of(user, cart)))
                    .hasValue(Long.rotateLeft(user.orElseThrow(), 1) ^ cart.orElseThrow());
        }

        @Test
        void noneGivesNone() {
            assertThat(RequestHash.combine(List.of(OptionalLong.empty()))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"10.0.1., 10.0.1.2:8080, 10.0.1.2:8080", "10.0.2., 10.0.2.3:8080, 10.0.2.4:8080"})
        void bothBackendsOfARouteWereHitByTheCombinedHash(String prefix, String both, String userOnly) {
            Distribution ring = Balancer.distribute(
                    Assignments.flat(prefix + "1:8080", prefix + "2:8080", prefix + "3:8080", prefix + "4:8080"),
                    BalancingSettings.defaults().withSelection(RingHashPick.ofDefaultSize()),
                    UpstreamState.idle());

            assertThat(ring.given(RequestHash.combine(List.of(user, cart)).orElseThrow()))
                    .hasToString(both + " 1");
            assertThat(ring.given(user.orElseThrow())).hasToString(userOnly + " 1");
        }
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9, 10.0.0.3:8080", "192.0.2.5, 10.0.0.5:8080", "203.0.113.77, 10.0.0.2:8080"})
    void recordedSourceAddressesGoToTheirEndpoint(String source, String address) {
        Distribution ring = Balancer.distribute(
                Assignments.flat("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080", "10.0.0.4:8080", "10.0.0.5:8080"),
                BalancingSettings.defaults().withSelection(RingHashPick.ofDefaultSize()),
                UpstreamState.idle());

        assertThat(ring.given(RequestHash.sourceAddress(source).orElseThrow())).hasToString(address + " 1");
    }
}
