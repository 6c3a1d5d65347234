package io.eastwest.routing.scope;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked examples of istio-routes.md 1.12, and what a listener imports. */
class SidecarScopeExamplesTest {
    private static final String CART = "10.96.0.1:80";
    private static final String CART_HOST = "cart.shop.svc.cluster.local";
    private static final String TOWN = service("shop/cart", 1, "http 80")
            + service("shop/old", 2, "http 80")
            + service("shop/new", 3, "http 80")
            + pod("web/client", "10.1.0.1", "app: client")
            + pod("shop/client", "10.1.0.2", "app: client");

    private static String to(String host) {
        return "{hosts: [cart.shop.svc.cluster.local], exportTo: EXPORT, http: [{route: [{destination: {host: HOST.shop.svc.cluster.local}}]}]}"
                .replace("HOST", host);
    }

    private static String cart(SmallMesh mesh, String pod) {
        return mesh.get(pod, CART, CART_HOST, "/");
    }

    /** Row 1 and trap 3. */
    @Test
    void youngerPrivateRuleBeatsOlderPublicOneInItsNamespaceOnly() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules("shop/a@2", to("new").replace("EXPORT", "['.']")),
                rules("shop/b@1", to("old").replace("EXPORT", "['*']")));

        assertThat(cart(mesh, "shop/client")).isEqualTo("outbound|80||new.shop~");
        assertThat(cart(mesh, "web/client")).isEqualTo("outbound|80||old.shop~");
    }

    /** Rows 2 and 3, trap 21. */
    @Test
    void ruleIsImportedByItsOwnNamespaceNotByThatOfTheService() {
        String narrow = istio("Sidecar", "web/default", "{egress: [{hosts: ['shop/cart.shop.svc.cluster.local']}]}");
        String rule = to("old").replace("EXPORT", "['*']");

        assertThat(cart(SmallMesh.of(TOWN, narrow, rules("platform/a", rule)), "web/client"))
                .isEqualTo("outbound|80||cart.shop~");
        assertThat(cart(SmallMesh.of(TOWN, narrow, rules("shop/a", rule)), "web/client"))
                .isEqualTo("outbound|80||old.shop~");
    }

    /** Rows 4 and 5. */
    @Test
    void wildcardRuleIsImportedByAnExactEntryOfItsNamespace() {
        String narrow = istio(
                "Sidecar",
                "shop/default",
                "{egress: [{hosts: ['shop/cart.shop.svc.cluster.local', 'shop/new.shop.svc.cluster.local']}]}");
        String rule =
                "{hosts: ['*.cluster.local'], http: [{route: [{destination: {host: old.shop.svc.cluster.local}}]}]}";

        assertThat(cart(SmallMesh.of(TOWN, narrow, rules("shop/a", rule)), "shop/client"))
                .isEqualTo("outbound|80||old.shop~");
        assertThat(cart(SmallMesh.of(TOWN, narrow, rules("elsewhere/a", rule)), "shop/client"))
                .isEqualTo("outbound|80||cart.shop~");
    }

    /** Row 6, trap 22. */
    @Test
    void allHostsOfAnImportedRuleTakeEffect() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                istio("Sidecar", "shop/default", "{egress: [{hosts: ['shop/cart.shop.svc.cluster.local']}]}"),
                rules("shop/a", "{hosts: [cart, new], http: [{route: [{destination: {host: old}}]}]}"));

        assertThat(mesh.get("shop/client", CART, "new.shop.svc.cluster.local", "/"))
                .isEqualTo("outbound|80||old.shop~");
    }

    /** Rows 7 and 8. */
    @Test
    void oneNamespaceOfAHostnameSurvives() {
        String external = "{hosts: [HOST], resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}],"
                + " endpoints: [{address: 9.9.9.NUMBER}]}";
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                istio(
                        "ServiceEntry",
                        "web/a@1",
                        external.replace("HOST", "api.example.com").replace("NUMBER", "1")),
                istio(
                        "ServiceEntry",
                        "shop/b@2",
                        external.replace("HOST", "api.example.com").replace("NUMBER", "2")),
                istio(
                        "ServiceEntry",
                        "web/c@1",
                        external.replace("HOST", CART_HOST).replace("NUMBER", "3")),
                pod("other/client", "10.1.0.3", "app: client"));

        assertThat(endpoint(mesh, "shop/client", "api.example.com")).isEqualTo("9.9.9.2:80");
        assertThat(endpoint(mesh, "other/client", "api.example.com")).isEqualTo("9.9.9.1:80");
        assertThat(endpoint(mesh, "other/client", CART_HOST)).isEqualTo("10.0.0.1:80");
        assertThat(endpoint(mesh, "web/client", CART_HOST)).isEqualTo("9.9.9.3:80");
    }

    private static String endpoint(SmallMesh mesh, String pod, String host) {
        return mesh.sidecar(pod, CART, Optional.empty(), Optional.of(SmallMesh.request("GET", host, "/")))
                .endpoints()
                .get(0)
                .endpoint()
                .address();
    }

    /** Rows 9 and 10, trap 29. */
    @Test
    void sidecarsThatImportNothingLeaveAllToThePolicy() {
        String none = istio("Sidecar", "web/default", "{egress: [{hosts: ['~/*']}]}");
        String refuses = istio("Sidecar", "web/default", "{outboundTrafficPolicy: {}, egress: [{hosts: ['~/*']}]}");
        String selected =
                istio("Sidecar", "web/other", "{workloadSelector: {labels: {app: x}}, egress: [{hosts: ['*/*']}]}");
        String root = istio("Sidecar", "istio-system/default", "{egress: [{hosts: ['~/*']}]}");

        assertThat(cart(SmallMesh.of(TOWN, none), "web/client")).isEqualTo("PassthroughCluster");
        assertThat(cart(SmallMesh.of(TOWN, refuses), "web/client")).isEqualTo("closed UH");
        assertThat(cart(SmallMesh.of(TOWN, selected, root), "web/client")).isEqualTo("PassthroughCluster");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/model/sidecar.go:collectImportedServices: the own namespace is not asked for exportTo. */
    @Test
    void destinationInTheOwnNamespaceHasAClusterThoughItIsExportedToNobody() {
        String hidden = istio(
                "ServiceEntry",
                "web/hidden",
                "{hosts: [hidden.example.com], exportTo: ['~'], resolution: DNS, ports: [{number: 80, name: http,"
                        + " protocol: HTTP}]}");
        String rule =
                "{hosts: [cart.shop.svc.cluster.local], http: [{route: [{destination: {host: hidden.example.com}}]}]}";

        assertThat(cart(SmallMesh.of(TOWN, hidden, rules("web/a", rule)), "web/client"))
                .isEqualTo("outbound|80||hidden.example.com");
        assertThat(cart(SmallMesh.of(TOWN, hidden, rules("web/a", rule)), "shop/client"))
                .isEqualTo("503 NC outbound|80||hidden.example.com");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/model/sidecar.go:matchingAliasService, push_context.go:resolveServiceAliases. */
    @Test
    void aliasesFollowTheServiceTheyStandFor() {
        String aliases = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: first, namespace: names, annotations: {networking.istio.io/exportTo: "."}}
            spec: {type: ExternalName, externalName: cart.shop.svc.cluster.local}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: second, namespace: names}
            spec: {type: ExternalName, externalName: first.names.svc.cluster.local}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: circle, namespace: names}
            spec: {type: ExternalName, externalName: circle.names.svc.cluster.local}
            """;
        String shopOnly = istio("Sidecar", "web/default", "{egress: [{hosts: ['shop/*']}]}");
        String cartOnly =
                istio("Sidecar", "web/default", "{egress: [{hosts: ['shop/cart.shop.svc.cluster.local', 'names/*']}]}");

        assertThat(SmallMesh.of(TOWN, aliases).get("web/client", CART, "first.names", "/"))
                .isEqualTo("outbound|80||cart.shop~");
        assertThat(SmallMesh.of(TOWN, aliases).get("web/client", CART, "second.names", "/"))
                .isEqualTo("outbound|80||cart.shop~");
        assertThat(SmallMesh.of(TOWN, aliases).get("web/client", CART, "circle.names", "/"))
                .isEqualTo("PassthroughCluster");
        assertThat(SmallMesh.of(TOWN, aliases, shopOnly).get("web/client", CART, "first.names", "/"))
                .isEqualTo("outbound|80||cart.shop~");
        assertThat(SmallMesh.of(TOWN, aliases, cartOnly).get("web/client", CART, "first.names", "/"))
                .isEqualTo("PassthroughCluster");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/networking/core/listener.go:buildSidecarOutboundListeners. */
    @Test
    void listenerOutsideOfTheCaptureBindsTheLoopbackAddress() {
        SmallMesh mesh = SmallMesh.of(TOWN, istio("Sidecar", "web/default", """

              egress:
              - {port: {number: 80, name: http, protocol: HTTP}, captureMode: NONE, hosts: ['shop/cart.shop.svc.cluster.local']}
              - {hosts: ['shop/old.shop.svc.cluster.local']}
            """));

        assertThat(mesh.get("web/client", "127.0.0.1:80", CART_HOST, "/")).isEqualTo("outbound|80||cart.shop~");
        assertThat(mesh.get("web/client", "127.0.0.1:80", "nobody.example.com", "/"))
                .isEqualTo("PassthroughCluster");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/model/context.go:conflictWithReservedListener. */
    @Test
    void portsOfTheProxyItselfHaveNoListenerForHttp() {
        SmallMesh mesh = SmallMesh.of(TOWN, service("shop/status", 9, "http 15021", "tcp 15090"));

        assertThat(mesh.get("web/client", "10.96.0.9:15021", "status.shop", "/"))
                .isEqualTo("PassthroughCluster");
        assertThat(mesh.tcp("web/client", "10.96.0.9:15090")).isEqualTo("outbound|15090||status.shop~");
    }
}
