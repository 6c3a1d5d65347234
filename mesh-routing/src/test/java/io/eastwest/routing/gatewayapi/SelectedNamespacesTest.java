package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Namespaces whose routes and ListenerSets a Gateway takes: gateway-api.md 5.2 and 6. */
class SelectedNamespacesTest {
    private static final String NAMESPACES = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: blue}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: depot, labels: {team: blue}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: edge}
            """;
    private static final String GATEWAY = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: public, namespace: edge}
            spec:
              gatewayClassName: istio
              allowedListeners: LISTENERS
              listeners: [{name: web, port: 80, protocol: HTTP, allowedRoutes: ROUTES}]
            """;
    private static final String SET = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: ListenerSet
            metadata: {name: more, namespace: NAMESPACE}
            spec:
              parentRef: {name: public, namespace: edge}
              listeners: [{name: other, port: 8081, protocol: HTTP}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | edge/*",
                "{namespaces: {}}                               | edge/*",
                "{namespaces: {from: Same}}                     | edge/*",
                "{namespaces: {from: All}}                      | */*",
                "{namespaces: {from: Selector, selector: {matchLabels: {team: blue}}}} | depot/* shop/*",
                "{namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}}} | shop/*",
                "{namespaces: {from: Selector, selector: {matchLabels: {team: red}}}}  | ~/*",
                "{namespaces: {from: Selector}}                 | */*",
            })
    void aListenerTakesRoutesOf(String allowed, String hosts) {
        Shop shop = Shop.with(NAMESPACES, GATEWAY.replace("LISTENERS", "{}").replace("ROUTES", allowed));

        assertThat(shop.rules().gateways().get(0).servers().get(0).server().hosts())
                .isEqualTo(List.of(hosts.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                               | edge   | false",
                "{namespaces: {from: None}}                                       | edge   | false",
                "{namespaces: {from: Same}}                                       | edge   | true",
                "{namespaces: {from: Same}}                                       | shop   | false",
                "{namespaces: {from: All}}                                        | shop   | true",
                "{namespaces: {from: Selector, selector: {matchLabels: {team: blue}}}} | shop | true",
                "{namespaces: {from: Selector, selector: {matchLabels: {team: blue}}}} | edge | false",
                "{namespaces: {from: Selector}}                                   | shop   | false",
            })
    void aGatewayTakesListenerSetsOf(String allowed, String namespace, boolean taken) {
        Shop shop = Shop.with(
                NAMESPACES,
                GATEWAY.replace("LISTENERS", allowed).replace("ROUTES", "{}"),
                SET.replace("NAMESPACE", namespace));

        assertThat(shop.rules().gateways()).hasSize(taken ? 2 : 1);
    }
}
