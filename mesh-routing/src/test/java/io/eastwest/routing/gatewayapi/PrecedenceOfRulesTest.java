package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.rules.MeshVirtualService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceOfRulesTest {
    private static final String TO_A = "backendRefs: [{name: a, port: 8080}]";

    @Test
    void rulesOfAllRoutesAreInOneOrder() {
        MeshVirtualService merged = Shop.with(
                        Shop.gateway(),
                        Shop.route(
                                "shop/allowed-2@2026-02-02T00:00:00Z",
                                "[{name: r2-0, matches: [{path: {value: /bar}}, {path: {value: /foo/bar}}], " + TO_A
                                        + "}, {name: r2-1, matches: [{path: {type: Exact, value: /baz}, headers: [{name: h, value: v}],"
                                        + " queryParams: [{name: q, value: v}]}], " + TO_A
                                        + "}, {name: r2-2, matches: [{path: {value: /}}], " + TO_A
                                        + "}, {name: r2-3, matches: [{path: {value: /}, method: PATCH}], " + TO_A
                                        + "}]"),
                        Shop.route(
                                "shop/allowed-1@2026-02-01T00:00:00Z",
                                "[{name: r1-0, matches: [{path: {value: /foo}, headers: [{name: h, value: v}]}], "
                                        + TO_A
                                        + "}, {name: r1-1, matches: [{path: {type: RegularExpression, value: '/foo((\\/).*)?'}}], "
                                        + TO_A + "}]"))
                .rules()
                .virtualServices()
                .get(0);

        assertThat(merged.http())
                .extracting(rule -> rule.rule().name().orElse(""))
                .containsExactly("r2-1", "r2-0", "r1-0", "r2-0", "r2-3", "r2-2", "r1-1");
        assertThat(merged.http())
                .extracting(rule -> rule.origin().path())
                .startsWith("spec.rules[1].matches[0]", "spec.rules[0].matches[1]");
    }

    @Nested
    class OfTwoThatMatch {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{path: {value: /api}, headers: [{name: tier, value: gold}]} | {headers: [{name: tier, value: gold}]} | /api/x | first",
                    "{path: {value: /}} | {headers: [{name: tier, value: gold}]} | / | second",
                    "{path: {type: Exact, value: /p}} | {path: {value: /p/q/r}} | /p/q/r/s | second",
                    "{method: GET} | {headers: [{name: tier, value: gold}]} | / | first",
                    "{queryParams: [{name: a, value: '1'}]} | {queryParams: [{name: a, value: '1'}, {name: b, value: '2'}]} | /?a=1&b=2 | second",
                    "{path: {type: RegularExpression, value: /m.*}} | {path: {value: /}} | /mno | second",
                    "{path: {type: RegularExpression, value: /m.*}} | {path: {value: /n}} | /mno | first"
                })
        void theMoreSpecificOneServes(String first, String second, String path, String name) {
            Shop shop = Shop.with(
                    Shop.gateway(),
                    Shop.route(
                            "shop/r",
                            "[{name: first, matches: [" + first + "], " + TO_A + "}, {name: second, matches: [" + second
                                    + "], " + TO_A + "}]"));

            assertThat(shop.get("any.test", path, "tier: gold")
                            .route()
                            .orElseThrow()
                            .name())
                    .isEqualTo(name);
        }

        @ParameterizedTest
        @CsvSource({
            "shop/one@2026-02-02T00:00:00Z, shop/two@2026-02-01T00:00:00Z, shop.two.0",
            "shop/a, depot/b, depot.b.0",
            "shop/b, shop/a, shop.a.0"
        })
        void theOlderRouteServesThenNamespaceAndName(String first, String second, String name) {
            Shop shop = Shop.with(
                    Shop.gateway(), Shop.route(first, "[{" + TO_A + "}]"), Shop.route(second, "[{" + TO_A + "}]"));

            assertThat(shop.get("any.test", "/").route().orElseThrow().name()).isEqualTo(name);
        }
    }
}
