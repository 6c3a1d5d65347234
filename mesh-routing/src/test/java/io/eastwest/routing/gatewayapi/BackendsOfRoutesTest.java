package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendsOfRoutesTest {
    private static final String GRANT = """
            apiVersion: gateway.networking.k8s.io/v1beta1
            kind: ReferenceGrant
            metadata: {name: g, namespace: depot}
            spec:
              from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}]
              to: [{group: '', kind: Service, name: NAME}]
            """;

    private static ProxyAnswer answer(String rule, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = Shop.gateway();
        all[1] = Shop.route("shop/r", "[{" + rule + "}]");
        System.arraycopy(more, 0, all, 2, more.length);
        return Shop.with(all).get("any.test", "/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none                                                   | 404",
                "[]                                                     | 404",
                "[{name: a, port: 8080, weight: 0}]                     | 500",
                "[{name: missing, port: 8080}]                          | 500",
                "[{name: a, port: 1234}]                                | 500",
                "[{name: a, kind: Pod, port: 8080}]                     | 500",
                "[{name: c, namespace: depot, port: 8080}]              | 500",
                "[{name: a.shop.svc, port: 8080}]                       | 404",
                "[{name: a}]                                            | 404",
                "[{name: q.example, group: networking.istio.io, kind: Hostname, port: 80}]                  | 500",
                "[{name: a.shop.svc.cluster.local, group: networking.istio.io, kind: Hostname, namespace: shop, port: 80}] | 404",
                "[{name: missing, group: multicluster.x-k8s.io, kind: ServiceImport, port: 8080}]          | 500",
                "[{name: a, port: 8080, filters: [{type: RequestMirror, requestMirror: {backendRef: {name: b, port: 8080}}}]}] | 404"
            })
    void whatIsNoBackendIsRefused(String backends, int status) {
        String rule = backends.equals("none") ? "matches: [{path: {value: /}}]" : "backendRefs: " + backends;

        assertThat(answer(rule).outcome().status()).hasValue(status);
    }

    @ParameterizedTest
    @CsvSource({
        "a.shop.svc.cluster.local, networking.istio.io, Hostname",
        "a, multicluster.x-k8s.io, ServiceImport",
        "a, '', Service"
    })
    void whatIsABackendIsForwardedTo(String name, String group, String kind) {
        ProxyAnswer answer =
                answer("backendRefs: [{name: " + name + ", group: '" + group + "', kind: " + kind + ", port: 8080}]");

        assertThat(answer.clusters())
                .extracting(cluster -> cluster.name())
                .containsExactly("outbound|8080||a.shop.svc.cluster.local");
    }

    @Test
    void aBackendWithoutWeightIsNotEvenLookedUp() {
        ProxyAnswer answer = answer("backendRefs: [{name: a, port: 8080}, {name: missing, port: 8080, weight: 0}]");

        assertThat(answer.outcomes()).hasSize(1);
        assertThat(answer.clusters())
                .extracting(cluster -> cluster.name())
                .containsExactly("outbound|8080||a.shop.svc.cluster.local");
    }

    @Test
    void anInvalidBackendKeepsItsShare() {
        ProxyAnswer answer = answer("backendRefs: [{name: a, port: 8080}, {name: missing, port: 8080, weight: 3}]");

        assertThat(answer.outcomes())
                .extracting(outcome -> outcome.share().toDouble())
                .containsExactly(0.25, 0.75);
        assertThat(answer.outcomes().get(1).status()).hasValue(500);
    }

    @Nested
    class InAnotherNamespace {
        private static final String RULE = "backendRefs: [{name: c, namespace: depot, port: 8080}]";

        @ParameterizedTest
        @CsvSource({"c, FORWARDED", "other, REFUSED"})
        void aGrantMustNameTheService(String name, String kind) {
            assertThat(answer(RULE, GRANT.replace("NAME", name)).outcome().kind())
                    .hasToString(kind);
        }

        @Test
        void aRouteOfAServiceNeedsNoGrant() {
            Shop shop = Shop.with(
                    Shop.route("HTTPRoute", "shop/r", "{group: '', kind: Service, name: a}", "[]", "[{" + RULE + "}]"));

            assertThat(shop.from("web/client-1", "10.96.0.1", 8080, "a.shop:8080", "/")
                            .clusters())
                    .extracting(cluster -> cluster.name())
                    .containsExactly("outbound|8080||c.depot.svc.cluster.local");
        }
    }

    @Nested
    class Timeouts {
        private static final String TO_A = ", backendRefs: [{name: a, port: 8080}]";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{request: 2s}                        | PT2S",
                    "{request: 0s}                        | PT0S",
                    "{request: 2s, backendRequest: 500ms} | PT0.5S",
                    "{request: 2s, backendRequest: 0s}    | PT2S"
                })
        void withoutRetryTheTimeoutOfATryIsThatOfTheRequest(String timeouts, Duration expected) {
            assertThat(action(answer("timeouts: " + timeouts + TO_A)).timeout()).isEqualTo(expected);
        }

        @Test
        void retryIsAFieldOfTheExperimentalChannel() {
            String rule = "timeouts: {request: 2s, backendRequest: 500ms}, retry: {codes: [503]}" + TO_A;
            String definition = """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata:
                      name: httproutes.gateway.networking.k8s.io
                      annotations: {gateway.networking.k8s.io/channel: experimental}
                    """;

            ForwardAction standard = action(answer(rule));
            ForwardAction experimental = action(answer(rule, definition));

            assertThat(standard.timeout()).isEqualTo(Duration.ofMillis(500));
            assertThat(experimental.timeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(experimental.retries()).hasValueSatisfying(retries -> {
                assertThat(retries.attempts()).isEqualTo(2);
                assertThat(retries.perTryTimeout()).contains(Duration.ofMillis(500));
                assertThat(retries.retriableStatusCodes()).containsExactly(503);
                assertThat(retries.retryOn())
                        .isEqualTo("connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes");
            });
        }

        private static ForwardAction action(ProxyAnswer answer) {
            return (ForwardAction) answer.route().orElseThrow().action();
        }
    }
}
