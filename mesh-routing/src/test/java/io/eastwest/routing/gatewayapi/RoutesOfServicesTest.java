package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesOfServicesTest {
    private static final String PARENT = "{group: '', kind: Service, name: a, namespace: shop}";
    private static final String RULES =
            "[{matches: [{path: {value: /a}}], backendRefs: [{name: b, namespace: shop, port: 8080}]}]";
    private static final String OLD = "@2026-02-01T00:00:00Z";
    private static final String NEW = "@2026-02-02T00:00:00Z";

    private static String served(Shop shop, String pod, int port, String path) {
        return shop.from(pod, "10.96.0.1", port, "a.shop:" + port, path)
                .route()
                .map(route -> route.name())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"web/client-1, web.consumer.0", "depot/c-1, default", "shop/b-1, default"})
    void aRouteOfAnotherNamespaceIsForThatNamespaceAlone(String pod, String route) {
        Shop shop = Shop.with(Shop.route("HTTPRoute", "web/consumer", PARENT, "[]", RULES));

        assertThat(served(shop, pod, 8080, "/a")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({"web/client-1, web.consumer.0", "depot/c-1, shop.producer.0", "shop/b-1, shop.producer.0"})
    void aConsumerHidesTheProducer(String pod, String route) {
        Shop shop = Shop.with(
                Shop.route("HTTPRoute", "shop/producer" + OLD, PARENT, "[]", RULES),
                Shop.route("HTTPRoute", "web/consumer" + NEW, PARENT, "[]", RULES));

        assertThat(served(shop, pod, 8080, "/a")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        OLD + ", " + NEW + ", shop/b-1, shop.producer.0",
        OLD + ", " + NEW + ", web/client-1, written",
        NEW + ", " + OLD + ", shop/b-1, shop.producer.0",
        NEW + ", " + OLD + ", web/client-1, shop.producer.0"
    })
    void ofAVirtualServiceAndAProducerTheOlderServesUnlessTheClientIsInTheNamespace(
            String virtualService, String producer, String pod, String route) {
        String written = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: shop, creationTimestamp: "TIME"}
                spec:
                  hosts: [a.shop.svc.cluster.local]
                  http: [{name: written, route: [{destination: {host: a.shop.svc.cluster.local}}]}]
                """.replace("TIME", virtualService.substring(1));
        Shop shop = Shop.with(written, Shop.route("HTTPRoute", "shop/producer" + producer, PARENT, "[]", RULES));

        assertThat(served(shop, pod, 8080, "/a")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        OLD + ", " + NEW + ", 8080, shop.whole.0",
        OLD + ", " + NEW + ", 9080, shop.whole.0",
        NEW + ", " + OLD + ", 8080, shop.whole.0",
        NEW + ", " + OLD + ", 9080, shop.port.0"
    })
    void theOlderOfTwoRoutesServesThePortThatBothAreFor(String whole, String ofPort, int port, String route) {
        String parent = PARENT.replace("}", ", port: 9080}");
        Shop shop = Shop.with(
                Shop.route("HTTPRoute", "shop/whole" + whole, PARENT, "[]", RULES),
                Shop.route("HTTPRoute", "shop/port" + ofPort, parent, "[]", RULES));

        assertThat(served(shop, "web/client-1", port, "/a")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({"8080, none", "9080, default"})
    void whatNoRuleOfThePortTakesIsNotFoundAndOtherPortsAreAsBefore(int port, String route) {
        Shop shop = Shop.with(Shop.route("HTTPRoute", "shop/r", PARENT.replace("}", ", port: 8080}"), "[]", RULES));

        assertThat(served(shop, "web/client-1", port, "/b")).isEqualTo(route);
    }
}
