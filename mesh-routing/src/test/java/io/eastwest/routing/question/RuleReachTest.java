package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import org.junit.jupiter.api.Test;

class RuleReachTest {
    private static final String RULES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: orders, namespace: shop}
            spec:
              hosts: [orders]
              http:
              - name: some
                match: [{uri: {prefix: /orders/a}}, {uri: {prefix: /orders/b}}]
                route: [{destination: {host: orders}}]
              - name: hidden
                match: [{uri: {regex: '/orders/[ab]/.*'}}]
                route: [{destination: {host: admin}}]
              - name: beta
                match: [{uri: {prefix: /orders/}, headers: {x-beta: {exact: 'on'}}}]
                route: [{destination: {host: admin}}]
              - name: all
                route: [{destination: {host: orders}}]
            """;

    private final MeshRouter router = BehaviouralDiffTest.mesh(RULES);
    private final Call call = Call.get("http://orders.shop:8080/").from("web", "shop", "east");

    @Test
    void everyRuleThatCanTakeACallHasOne() {
        RuleReach reach = RuleReach.of(router, call);

        assertThat(reach.complete()).isTrue();
        assertThat(reach.rules())
                .filteredOn(standing -> standing.witness().isPresent())
                .allSatisfy(
                        standing -> assertThat(router.decide(standing.witness().orElseThrow())
                                        .firstLeg()
                                        .route())
                                .contains(standing.rule()))
                .extracting(standing -> standing.rule().name())
                .containsExactly("some", "some", "beta", "all");
    }

    @Test
    void aShadowedRuleNamesAllThatTakeItsCalls() {
        assertThat(RuleReach.of(router, call).unreached()).singleElement().satisfies(standing -> {
            assertThat(standing.rule().name()).isEqualTo("hidden");
            assertThat(standing.shadowedBy()).extracting(rule -> rule.name()).containsExactly("some", "some");
            assertThat(standing.toText())
                    .startsWith("shadowed    hidden of VirtualService/shop/orders spec.http[1]")
                    .contains(": by some of VirtualService/shop/orders spec.http[0]");
        });
    }

    @Test
    void aRuleWhoseConditionsNoCallMeetsIsNever() {
        MeshRouter mesh = BehaviouralDiffTest.mesh("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: orders, namespace: shop}
                spec:
                  hosts: [orders]
                  http:
                  - match: [{uri: {exact: no-path}}]
                    route: [{destination: {host: orders}}]
                  - route: [{destination: {host: orders}}]
                """);

        RuleReach reach = RuleReach.of(mesh, call);

        assertThat(reach.unreached()).singleElement().satisfies(standing -> {
            assertThat(standing.shadowedBy()).isEmpty();
            assertThat(standing)
                    .hasToString("never       rule of VirtualService/shop/orders spec.http[0].match[0]:"
                            + " no call meets its conditions");
        });
        assertThat(reach.toText().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches(
                        "reached     rule of VirtualService/shop/orders spec.http\\[1\\]: GET http://orders.shop:8080/.* from"
                                + " east/shop/web");
        assertThat(reach).hasToString(reach.toText());
    }

    @Test
    void anExpressionThatIsNotUnderstoodIsTold() {
        MeshRouter mesh = BehaviouralDiffTest.mesh(RULES.replace("'/orders/[ab]/.*'", "'(?i)/orders/[ab]/.*'"));

        RuleReach reach = RuleReach.of(mesh, call);

        assertThat(reach.complete()).isFalse();
        assertThat(reach.toText()).endsWith("not all combinations of conditions were tried\n");
    }

    @Test
    void bytesHaveNoRules() {
        RuleReach reach = RuleReach.of(router, Call.tcp("orders.shop", 8080).from("web", "shop", "east"));

        assertThat(reach.rules()).isEmpty();
        assertThat(reach.complete()).isTrue();
        assertThat(reach.toText()).isEmpty();
    }
}
