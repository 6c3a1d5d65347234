package io.eastwest.routing.scope;

import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.scope.ScopeParts.names;
import static io.eastwest.routing.scope.ScopeParts.resource;
import static io.eastwest.routing.scope.ScopeParts.rules;
import static io.eastwest.routing.scope.ScopeParts.service;
import static io.eastwest.routing.scope.ScopeParts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshOutboundMode;
import io.eastwest.model.istio.mesh.MeshOutboundTrafficPolicy;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a proxy sees: istio-routes.md 1.2 to 1.10. The proxy is in namespace shop and has no label. */
class ProxyScopesTest {
    private static ProxyScope scope(HandMadeView view, MeshVirtualServiceBuilder... rules) {
        return scope(view, MeshProxy.Kind.SIDECAR, rules);
    }

    private static ProxyScope scope(HandMadeView view, MeshProxy.Kind kind, MeshVirtualServiceBuilder... rules) {
        List<MeshVirtualService> built =
                Stream.of(rules).map(MeshVirtualServiceBuilder::build).toList();
        return ProxyScopes.of(view, built).scope(proxy().kind(kind).build());
    }

    @Nested
    class TheSidecarResource {
        private String of(MeshProxy.Kind kind, String... sidecars) {
            HandMadeView view = new HandMadeView();
            for (String sidecar : sidecars) {
                String[] parts = sidecar.split(" ", 2);
                view.with(resource("Sidecar", parts[0], parts.length > 1 ? parts[1] : "{}"));
            }
            return scope(view, kind).sidecar().map(each -> each.key().name()).orElse("none");
        }

        private String of(String... sidecars) {
            return of(MeshProxy.Kind.SIDECAR, sidecars);
        }

        @Test
        void isTheOldestOfTheNamespaceThoseWithSelectorFirst() {
            assertThat(of("shop/a", "shop/b")).isEqualTo("a");
            assertThat(of("shop/a", "shop/b {workloadSelector: {}}")).isEqualTo("b");
            assertThat(of("shop/b {workloadSelector: {labels: {app: x}}}", "shop/a"))
                    .isEqualTo("a");
        }

        @Test
        void isElseTheOldestOfTheRootNamespaceWithoutSelector() {
            assertThat(of("istio-system/a {workloadSelector: {}}", "istio-system/b", "istio-system/c"))
                    .isEqualTo("b");
            assertThat(of("istio-system/a", "shop/b")).isEqualTo("b");
            assertThat(of("istio-system/a", "shop/b {workloadSelector: {labels: {app: x}}}"))
                    .isEqualTo("a");
            assertThat(of("web/a")).isEqualTo("none");
        }

        @Test
        void isNotForGateways() {
            assertThat(of(MeshProxy.Kind.ROUTER, "shop/a")).isEqualTo("none");
            assertThat(of(MeshProxy.Kind.WAYPOINT, "shop/a")).isEqualTo("none");
        }
    }

    @Nested
    class UnknownTraffic {
        private String policy(MeshConfig mesh, String sidecar) {
            HandMadeView view = new HandMadeView().with(mesh).with(resource("Sidecar", "shop/a", sidecar));
            OutboundPolicy policy = scope(view).outboundPolicy();
            return policy.allowsAny()
                    + policy.egressProxy().map(each -> " " + each.host()).orElse("");
        }

        private MeshConfig mesh(MeshOutboundMode mode) {
            return MeshConfig.builder()
                    .outboundTrafficPolicy(
                            MeshOutboundTrafficPolicy.builder().mode(mode).build())
                    .build();
        }

        @Test
        void isDecidedByTheSidecarResourceElseByTheMesh() {
            MeshConfig closed = mesh(MeshOutboundMode.REGISTRY_ONLY);

            assertThat(policy(MeshConfig.empty(), "{}")).isEqualTo("true");
            assertThat(policy(closed, "{}")).isEqualTo("false");
            assertThat(policy(mesh(MeshOutboundMode.ALLOW_ANY), "{}")).isEqualTo("true");
            assertThat(policy(closed, "{outboundTrafficPolicy: {mode: ALLOW_ANY}}"))
                    .isEqualTo("true");
            assertThat(policy(MeshConfig.empty(), "{outboundTrafficPolicy: {}}"))
                    .isEqualTo("false");
            assertThat(policy(closed, "{outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: exit}}}"))
                    .isEqualTo("true exit");
        }

        @Test
        void passesGateways() {
            HandMadeView view = new HandMadeView().with(mesh(MeshOutboundMode.REGISTRY_ONLY));

            assertThat(scope(view, MeshProxy.Kind.ROUTER).outboundPolicy().allowsAny())
                    .isTrue();
        }
    }

    @Nested
    class Imports {
        private final MeshService cart = service("shop", "cart.example").build();
        private final MeshService pay = service("bank", "pay.example").build();

        private List<String> of(String hosts) {
            HandMadeView view = new HandMadeView()
                    .with(cart)
                    .with(pay)
                    .with(resource("Sidecar", "shop/a", "{egress: [{hosts: [" + hosts + "]}]}"));
            return text(scope(view).egressListeners().get(0).services());
        }

        @Test
        void areByNamespaceAndName() {
            assertThat(of("'*/*'")).containsExactly("shop/cart.example", "bank/pay.example");
            assertThat(of("./*")).containsExactly("shop/cart.example");
            assertThat(of("bank/*")).containsExactly("bank/pay.example");
            assertThat(of("'*/cart.example', bank/pay.example"))
                    .containsExactly("shop/cart.example", "bank/pay.example");
            assertThat(of("bank/cart.example, '~/*'")).isEmpty();
            assertThat(of("cart.example, '*', shop/cart.example/x")).isEmpty();
        }

        @Test
        void ofAPortAreTrimmedToIt() {
            MeshService both = service("shop", "both.example")
                    .addPort(new MeshServicePort("b", 90, PortProtocol.HTTP, ""))
                    .build();
            HandMadeView view = new HandMadeView().with(cart).with(both).with(resource("Sidecar", "shop/a", """

                          egress:
                          - {port: {number: 90, protocol: HTTP, name: h}, hosts: ['*/*']}
                          - {port: {number: 90, protocol: HTTP_PROXY, name: p}, bind: 127.0.0.1, hosts: ['*/*']}
                          - {port: {number: 0, protocol: HTTP, name: u}, bind: 'unix:///x', hosts: ['*/*']}
                        """));
            List<EgressListener> listeners = scope(view).egressListeners();

            assertThat(listeners.get(0).services())
                    .containsExactly(
                            both.toBuilder().ports(both.ports().subList(1, 2)).build());
            assertThat(listeners.get(1).services()).containsExactly(cart, both);
            assertThat(listeners.get(2).services()).containsExactly(cart, both);
        }

        @Test
        void areBoundWhereTheUserSaysAndOutsideOfTheCaptureToTheLoopbackAddress() {
            HandMadeView view = new HandMadeView().with(resource("Sidecar", "shop/a", """

                  egress:
                  - {bind: 127.0.0.2, captureMode: NONE, hosts: ['*/*']}
                  - {bind: '', captureMode: NONE, hosts: ['*/*']}
                  - {captureMode: NONE, hosts: ['*/*']}
                  - {bind: '', captureMode: IPTABLES, hosts: ['*/*']}
                  - {bind: 127.0.0.3, hosts: ['*/*']}
                  - {hosts: ['*/*']}
                """));

            assertThat(scope(view).egressListeners())
                    .extracting(each -> each.bind().orElse("-"))
                    .containsExactly("127.0.0.2", "127.0.0.1", "127.0.0.1", "-", "127.0.0.3", "-");
        }

        @Test
        void keepTheAliasesThatTheSameEntriesTake() {
            MeshService named =
                    cart.toBuilder().addAliases("a.example", "b.other").build();
            HandMadeView view = new HandMadeView().with(named);
            view.with(resource("Sidecar", "shop/a", "{egress: [{hosts: ['shop/*.example', '*/*']}]}"));

            assertThat(scope(view).egressListeners().get(0).services().get(0).aliases())
                    .containsExactly("a.example");
        }

        @Test
        void ofOneHostnameAreOfOneNamespace() {
            MeshService bank = service("bank", "cart.example").build();
            MeshService external =
                    service("ext", "cart.example").registry(Registry.EXTERNAL).build();
            MeshService own =
                    service("shop", "cart.example").registry(Registry.EXTERNAL).build();

            assertThat(text(scope(new HandMadeView().with(external).with(bank)).services()))
                    .containsExactly("bank/cart.example");
            assertThat(text(scope(new HandMadeView().with(bank).with(external)).services()))
                    .containsExactly("bank/cart.example");
            assertThat(text(scope(new HandMadeView().with(external).with(bank).with(own))
                            .services()))
                    .containsExactly("shop/cart.example");
            assertThat(text(scope(new HandMadeView().with(own).with(bank)).services()))
                    .containsExactly("shop/cart.example");
        }

        @Test
        void ofVirtualServicesAreByTheirOwnNamespaceAndAnyOfTheirHosts() {
            HandMadeView view = new HandMadeView()
                    .with(resource("Sidecar", "shop/a", "{egress: [{hosts: [bank/pay.example, '*/x.example']}]}"));

            assertThat(names(scope(
                            view,
                            rules("bank", "exact", "other.example", "pay.example"),
                            rules("bank", "wide", "*.example"),
                            rules("shop", "elsewhere", "pay.example"),
                            rules("shop", "anywhere", "x.example"),
                            rules("bank", "generated", "*.example").gatewaySemantics(true))
                            .virtualServices("mesh")
                            .stream()))
                    .containsExactly("anywhere", "exact", "wide");
        }

        @Test
        void ofSeveralListenersAreTakenOnce() {
            HandMadeView view = new HandMadeView().with(resource("Sidecar", "shop/a", """

                  egress:
                  - {port: {number: 90, protocol: HTTP, name: h}, hosts: ['*/x.example']}
                  - {hosts: ['*/*']}
                """));

            assertThat(names(scope(view, rules("bank", "a", "y.example"), rules("bank", "b", "x.example"))
                            .virtualServices("mesh")
                            .stream()))
                    .containsExactly("b", "a");
        }
    }

    @Nested
    class TheOrder {
        @Test
        void ofServicesIsThoseForSomeNamespacesFirst() {
            HandMadeView view = new HandMadeView()
                    .with(service("bank", "public.example").build())
                    .with(service("bank", "named.example").addExportTo("shop").build())
                    .with(service("shop", "own.example").addExportTo(".").build())
                    .with(service("bank", "hidden.example").addExportTo(".").build());

            assertThat(text(scope(view).services()))
                    .containsExactly("bank/named.example", "shop/own.example", "bank/public.example");
        }

        @Test
        void ofVirtualServicesIsPrivateThenExportedThenPublicAndGeneratedFirst() {
            MeshVirtualServiceBuilder[] all = {
                rules("bank", "public", "a").creationTime(Instant.ofEpochSecond(1)),
                rules("shop", "public-generated", "a").gatewaySemantics(true).creationTime(Instant.ofEpochSecond(9)),
                rules("bank", "others-generated", "a").gatewaySemantics(true).creationTime(Instant.ofEpochSecond(2)),
                rules("bank", "named", "a").addExportTo("shop").creationTime(Instant.ofEpochSecond(3)),
                rules("shop", "own", "a").addExportTo(".").creationTime(Instant.ofEpochSecond(4)),
                rules("shop", "own-generated", "a")
                        .gatewaySemantics(true)
                        .addExportTo(".")
                        .creationTime(Instant.ofEpochSecond(5)),
                rules("bank", "hidden", "a").addExportTo("."),
            };

            assertThat(names(scope(new HandMadeView(), all).virtualServices("mesh").stream()))
                    .containsExactly("own-generated", "own", "named", "public-generated", "public", "others-generated");
            assertThat(names(scope(new HandMadeView(), MeshProxy.Kind.WAYPOINT, all).virtualServices("mesh").stream()))
                    .containsExactly("own", "own-generated", "named", "public-generated", "public", "others-generated");
        }

        @Test
        void ofVirtualServicesOfOneAgeIsByNameThenNamespace() {
            assertThat(scope(
                                    new HandMadeView(),
                                    rules("web", "b", "x"),
                                    rules("web", "a", "x"),
                                    rules("bank", "b", "x"))
                            .virtualServices("mesh"))
                    .extracting(each -> each.namespace() + "/" + each.name())
                    .containsExactly("web/a", "bank/b", "web/b");
        }

        @Test
        void atAGatewayHasTheRulesOfItsNameOnly() {
            ProxyScope router = scope(
                    new HandMadeView(),
                    MeshProxy.Kind.ROUTER,
                    rules("shop", "mesh", "a"),
                    rules("shop", "edge", "a").gateways(List.of("shop/gw")));

            assertThat(names(router.virtualServices("shop/gw").stream())).containsExactly("edge");
            assertThat(router.virtualServices("mesh")).isEmpty();
        }
    }

    @Nested
    class AServiceByName {
        private final MeshService bank = service("bank", "a.example").build();
        private final MeshService web = service("web", "a.example").build();

        @Test
        void ofThePreferredNamespaceComesFirstWhenItIsSeen() {
            MeshService hidden = service("dark", "a.example").addExportTo(".").build();
            ProxyScope scope = scope(new HandMadeView().with(bank).with(web).with(hidden), MeshProxy.Kind.ROUTER);

            assertThat(scope.service("a.example")).contains(bank);
            assertThat(scope.service("a.example", "web")).contains(web);
            assertThat(scope.service("a.example", "dark")).contains(bank);
            assertThat(scope.service("a.example", "nowhere")).contains(bank);
            assertThat(scope.service("b.example", "web")).isEmpty();
        }

        @Test
        void thatARuleNamesIsOfTheOwnNamespaceElseOfKubernetesElseTheOldest() {
            MeshService entry =
                    service("ext", "a.example").registry(Registry.EXTERNAL).build();
            MeshService own = service("shop", "a.example").addExportTo("~").build();
            NamespaceScope some = new NamespaceScope(
                    "shop", new HandMadeView().with(entry).with(web).with(bank), List.of());
            NamespaceScope with = new NamespaceScope(
                    "shop", new HandMadeView().with(entry).with(web).with(own), List.of());
            NamespaceScope entries = new NamespaceScope("shop", new HandMadeView().with(entry), List.of());

            assertThat(some.destination("a.example")).contains(web);
            assertThat(with.destination("a.example")).contains(own);
            assertThat(entries.destination("a.example")).contains(entry);
            assertThat(entries.destination("b.example")).isEmpty();
        }
    }
}
