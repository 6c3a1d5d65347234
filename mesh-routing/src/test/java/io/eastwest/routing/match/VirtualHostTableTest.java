package io.eastwest.routing.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.RouteConfiguration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualHostTableTest {
    private static final RouteConfiguration TOWN =
            Routes.hosts("shop.town", "*.shop.town", "*.town", "shop.*", "shop.t*", "[2001:db8::1]", "*");

    private static String found(RouteConfiguration configuration, String authority) {
        return RouteTable.of(configuration)
                .find(authority)
                .map(host -> host.host().name())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.town, shop.town",
        "SHOP.Town, shop.town",
        "shop.town:8080, shop.town",
        "a.shop.town, *.shop.town",
        "a.b.shop.town:1, *.shop.town",
        "bank.town, *.town",
        ".shop.town, *.town",
        "shop.village, shop.*",
        "shop.tower, shop.t*",
        "shop.t, shop.*",
        "shop., *",
        ".town, *",
        "elsewhere, *",
        "[2001:DB8::1], [2001:db8::1]",
        "[2001:db8::1]:443, [2001:db8::1]",
        "[2001:db8::2]:443, *",
        ":80, *"
    })
    void theMostSpecificDomainTakesAnAuthority(String authority, String domain) {
        assertThat(found(TOWN, authority)).isEqualTo(domain);
    }

    @Test
    void withoutAnyDomainThatFitsThereIsNone() {
        assertThat(found(Routes.hosts("shop.town", "*.bank"), "other")).isEqualTo("none");
    }

    @Test
    void anEndIsPreferredToALongerBeginning() {
        assertThat(found(Routes.hosts("shop.bakery.*", "*.town"), "shop.bakery.town"))
                .isEqualTo("*.town");
    }

    @Test
    void ofTwoHostsWithOneDomainTheFirstKeepsIt() {
        RouteConfiguration twice = new RouteConfiguration(
                "80",
                List.of(
                        Routes.host("first", List.of("Shop", "*.shop")),
                        Routes.host("second", List.of("shop", "*.shop"))));

        assertThat(found(twice, "shop")).isEqualTo("first");
        assertThat(found(twice, "a.shop")).isEqualTo("first");
    }

    @Nested
    class IsDecided {
        @Test
        void whenOneHostOrNoneTakesEveryAuthority() {
            assertThat(RouteTable.of(Routes.hosts("*")).isDecided()).isTrue();
            assertThat(RouteTable.of(Routes.hosts()).isDecided()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"shop", "*.shop", "shop.*"})
        void notWhenTheAuthorityMatters(String domain) {
            assertThat(RouteTable.of(Routes.hosts(domain)).isDecided()).isFalse();
            assertThat(RouteTable.of(Routes.hosts("*", domain)).isDecided()).isFalse();
        }
    }
}
