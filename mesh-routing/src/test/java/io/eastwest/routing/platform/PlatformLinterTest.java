package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformLinterTest {
    private static final String PLATFORM = """
            gslb:
            - {host: shop.example.com, pool: [{ltm: site}]}
            ltm:
            - {name: site, members: [{cluster: a}, {cluster: b}]}
            """;
    private static final String SAME = TwoClusterShop.route("shop.example.com");

    private static void assertFinds(String a, String b, String... findings) {
        TwoClusterShop shop = TwoClusterShop.with(PLATFORM);
        if (!a.isEmpty()) {
            shop.add("a", a);
        }
        if (!b.isEmpty()) {
            shop.add("b", b);
        }
        assertThat(shop.router().findings())
                .extracting(PlatformFinding::toString)
                .containsExactly(findings);
    }

    private static String route(String spec) {
        return TwoClusterShop.route("front", spec);
    }

    @Test
    void theSameRouteInEachClusterIsRight() {
        assertFinds(SAME, SAME);
    }

    @Test
    void aClusterWithoutTheRoute() {
        assertFinds(
                SAME,
                "",
                "ROUTE_MISSING shop.example.com in b: no Route has host shop.example.com,"
                        + " by which load balancer site asks; add one");
    }

    @Test
    void aRouteThatLeavesItsHostToOpenShift() {
        assertFinds(
                SAME,
                route("{to: {kind: Service, name: front}}"),
                "ROUTE_HOST_UNSET shop.example.com in b: Route/shop/front names no host,"
                        + " so OpenShift makes one that differs per cluster; set spec.host: shop.example.com");
    }

    @Test
    void aRouteOfAnotherHost() {
        assertFinds(
                SAME,
                TwoClusterShop.route("shop-b.example.com"),
                "ROUTE_HOST_DIFFERS shop.example.com in b: Route/shop/front has host"
                        + " shop-b.example.com; set spec.host: shop.example.com");
    }

    @Test
    void aRouteThatIsNotAdmitted() {
        assertFinds(
                SAME,
                SAME + "status: {ingress: [{conditions: [{type: Admitted, status: 'False'}]}]}\n",
                "ROUTE_NOT_ADMITTED shop.example.com in b: Route/shop/front is not admitted by its"
                        + " router; an older Route of another namespace may own the host");
    }

    @Test
    void tlsThatEndsElsewhere() {
        assertFinds(
                route("{host: shop.example.com, to: {kind: Service, name: front}, tls: {termination: passthrough}}"),
                SAME,
                "TLS_DIFFERS shop.example.com in b: TLS of its Routes: none, but in a: passthrough; make them the same");
    }

    @Test
    void anotherCertificate() {
        String own = "{host: shop.example.com, to: {kind: Service, name: front}, tls: {termination: edge%s}}";

        assertFinds(
                route(own.replace("%s", "")),
                route(own.replace("%s", ", certificate: none")),
                "CERTIFICATE_DIFFERS shop.example.com in b: the certificate of its Routes: one that cannot be read,"
                        + " but in a: that of the router; make them the same");
    }

    @Test
    void otherPaths() {
        assertFinds(
                SAME,
                route("{host: shop.example.com, path: /api, to: {kind: Service, name: front}}"),
                "PATH_DIFFERS shop.example.com in b: paths of its Routes: /api, but in a: /; make them the same",
                "TLS_DIFFERS shop.example.com in b: TLS of its Routes: /api none, but in a: none; make them the same");
    }

    @Test
    void aServiceThatIsNotThereAndNoWeight() {
        assertFinds(
                SAME,
                route("{host: shop.example.com, to: {kind: Service, name: gone, weight: 0}}"),
                "SERVICE_MISSING shop.example.com in b: Route/shop/front leads to Service shop/gone,"
                        + " which is not there; add it",
                "NO_WEIGHT shop.example.com in b: Route/shop/front gives all its services weight 0;"
                        + " every request ends in 503");
    }

    @Test
    void aHostThatCannotBeRewritten() {
        String platform = """
                gslb:
                - {host: shop.example.com, pool: [{ltm: site}]}
                ltm:
                - {name: site, mode: REWRITE, members: [{cluster: a, host: shop-a.example.com}]}
                """;
        TwoClusterShop shop = TwoClusterShop.with(platform)
                .add(
                        "a",
                        route(
                                "{host: shop-a.example.com, to: {kind: Service, name: front}, tls: {termination: passthrough}}"));

        assertThat(shop.router().findings())
                .extracting(PlatformFinding::kind)
                .containsExactly(PlatformFinding.Kind.REWRITE_OF_PASSTHROUGH);
    }
}
