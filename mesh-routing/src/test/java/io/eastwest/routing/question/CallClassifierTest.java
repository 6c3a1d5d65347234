package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallClassifierTest {
    private static final Call ORDERS = TwoSites.orders("c1");

    private static CallClasses classes(String... manifests) {
        TwoSites sites = TwoSites.oneNetwork().pods("orders", "c1", "z1", 1);
        for (String manifest : manifests) {
            sites.both(manifest);
        }
        return CallClassifier.of(sites.router()).classes(ORDERS);
    }

    private static String rules(String http) {
        return istio("VirtualService", "shop/orders", "{hosts: [orders], http: [" + http + "]}");
    }

    private static String policy(String namespace, String rule) {
        return istio("AuthorizationPolicy", namespace + "/p", "{action: DENY, rules: [" + rule + "]}")
                .replace("networking.istio.io", "security.istio.io");
    }

    private static List<HttpRequest> requests(CallClasses classes) {
        return classes.calls().stream()
                .map(call -> call.request().orElseThrow())
                .toList();
    }

    @Test
    void withoutConditionsAllCallsAreAlike() {
        CallClasses classes = classes();

        assertThat(classes.gaps()).isEmpty();
        assertThat(requests(classes)).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.authority())
                    .isEqualTo(ORDERS.request().orElseThrow().authority());
        });
    }

    @Test
    void conditionsCutPathsMethodsHeadersAndParameters() {
        CallClasses classes =
                classes(rules("{match: [{uri: {prefix: /a}, method: {exact: PUT}, headers: {x-user: {exact: ann}},"
                        + " queryParams: {q: {exact: '1'}}}], directResponse: {status: 418}},"
                        + " {route: [{destination: {host: orders}}]}"));

        assertThat(classes.gaps()).isEmpty();
        assertThat(requests(classes))
                .anySatisfy(request -> {
                    assertThat(request.path()).startsWith("/a").endsWith("?q=1");
                    assertThat(request.method()).isEqualTo("PUT");
                    assertThat(request.headerValues("x-user")).containsExactly("ann");
                })
                .anySatisfy(request -> {
                    assertThat(request.path()).startsWith("/a").doesNotContain("?");
                    assertThat(request.method()).isEqualTo("PUT");
                    assertThat(request.headerValues("x-user")).containsExactly("ann");
                })
                .anySatisfy(request -> {
                    assertThat(request.path()).doesNotStartWith("/a").endsWith("?q=1");
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.headers()).isEmpty();
                })
                .anySatisfy(request -> {
                    assertThat(request.headerValues("x-user")).isNotEmpty().doesNotContain("ann");
                    assertThat(request.path()).matches(".*\\?q=(?!1$).*");
                });
    }

    @Test
    void policiesOnTheWaysCutToo() {
        CallClasses ofTheService =
                classes(policy("shop", "{to: [{operation: {paths: [/secret], methods: [DELETE]}}]}"));
        CallClasses elsewhere = classes(policy("other", "{to: [{operation: {paths: [/secret], methods: [DELETE]}}]}"));

        assertThat(requests(ofTheService)).anySatisfy(request -> {
            assertThat(request.path()).isEqualTo("/secret");
            assertThat(request.method()).isEqualTo("DELETE");
        });
        assertThat(requests(elsewhere)).noneMatch(request -> request.path().equals("/secret"));
    }

    @Test
    void policiesOfTheRootNamespaceCut() {
        assertThat(requests(classes(policy("istio-system", "{to: [{operation: {paths: [/secret]}}]}"))))
                .anyMatch(request -> request.path().equals("/secret"));
    }

    @Test
    void bytesAreOneClass() {
        Call bytes = Call.tcp("orders.shop", 8080).from("front", "web", "c1");

        CallClasses classes = CallClassifier.of(
                        TwoSites.oneNetwork().pods("orders", "c1", "z1", 1).router())
                .classes(bytes);

        assertThat(classes.calls()).containsExactly(bytes);
        assertThat(classes.gaps()).isEmpty();
    }

    @Test
    void theTextHasALineForEachCallAndEachGap() {
        CallClasses classes = new CallClasses(List.of(ORDERS, TwoSites.orders("c2")), List.of("this", "that"));

        assertThat(classes.toText()).isEqualTo("""
                GET http://orders.shop:8080/ from c1/web/front
                GET http://orders.shop:8080/ from c2/web/front
                not covered: this
                not covered: that
                """);
    }

    @Test
    void rulesWithClaimsAndWaypointsAreToldAsGaps() {
        CallClasses classes =
                classes(rules("{name: gold, match: [{headers: {'@request.auth.claims.tier': {exact: gold}}}],"
                        + " route: [{destination: {host: orders}}]}, {route: [{destination: {host: orders}}]}"));

        assertThat(classes.gaps())
                .anySatisfy(gap -> assertThat(gap)
                        .startsWith("gold")
                        .endsWith(" looks at the claims of tokens, which the calls do not have"));
    }

    @Test
    void whatIsNotLookedAtIsToldAsAGap() {
        assertThat(classes(policy("shop", "{when: [{key: 'request.auth.claims[role]', values: [admin]}]}"))
                        .gaps())
                .singleElement()
                .asString()
                .startsWith("policies look at ");
    }

    @Test
    void manyConditionsAreVariedByPairs() {
        StringBuilder matches =
                new StringBuilder("{name: three, match: [{headers: {x-0: {exact: 'a'}, x-1: {exact: 'a'},"
                        + " x-2: {exact: 'a'}}}], directResponse: {status: 419}},");
        for (int i = 0; i < 15; i++) {
            matches.append("{match: [{headers: {x-")
                    .append(i)
                    .append(": {exact: 'a'}}}], directResponse: {status: 418}},");
        }
        CallClasses classes = classes(rules(matches + " {route: [{destination: {host: orders}}]}"));

        assertThat(classes.calls())
                .hasSizeLessThanOrEqualTo(RequestClasses.MOST)
                .hasSizeGreaterThan(400);
        assertThat(classes.gaps())
                .satisfiesExactly(
                        gap -> assertThat(gap).contains("conditions combine in more than 10000 ways"),
                        gap -> assertThat(gap)
                                .startsWith("no call was found that takes ")
                                .contains("three"));
        assertThat(requests(classes))
                .anySatisfy(request -> {
                    assertThat(request.headerValues("x-0")).containsExactly("a");
                    assertThat(request.headerValues("x-14")).containsExactly("a");
                })
                .noneSatisfy(request -> assertThat(request.headers()).hasSizeGreaterThan(2));
    }
}
