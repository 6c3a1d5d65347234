package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpBody;
import io.eastwest.model.istio.networking.HttpDirectResponse;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpRedirect;
import io.eastwest.model.istio.networking.HttpRewrite;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioHttpRouteBuilder;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxyBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes of one rule, written by a user or made from a route of the Gateway API. */
class RouteTranslationTest {
    private static final ResourceKey KEY = ResourceKey.of("networking.istio.io", "VirtualService", "shop", "a");

    private static MeshVirtualServiceBuilder rules(boolean generated, IstioHttpRouteBuilder... rules) {
        MeshVirtualServiceBuilder made = MeshVirtualService.builder()
                .resource(KEY)
                .namespace("shop")
                .name("a")
                .creationTime(Instant.EPOCH)
                .addHost(HOST)
                .addGateway("mesh")
                .gatewaySemantics(generated);
        for (int i = 0; i < rules.length; i++) {
            made.addHttp(new HttpRule(rules[i].build(), new Origin(KEY, "spec.http[" + i + "]")));
        }
        return made;
    }

    private static Optional<RouteConfiguration> table(
            MeshVirtualServiceBuilder rules, MeshProxyBuilder proxy, String name) {
        HandMadeView view = new HandMadeView().with(service().build());
        return SidecarTables.routeConfiguration(
                ProxyScopes.of(view, List.of(rules.build())).scope(proxy.build()), name);
    }

    private static List<ProxyRoute> routes(boolean generated, IstioHttpRouteBuilder... rules) {
        return table(rules(generated, rules), proxy(), "80").orElseThrow().virtualHosts().stream()
                .filter(host -> host.domains().contains(HOST))
                .map(VirtualHost::routes)
                .findFirst()
                .orElseThrow();
    }

    private static IstioHttpRouteBuilder forward() {
        return IstioHttpRoute.to(Destination.host(HOST)).toBuilder();
    }

    private static IstioHttpRouteBuilder when(StringMatch uri) {
        return forward().addMatch(HttpMatchRequest.uri(uri));
    }

    @Nested
    class Paths {
        private PathMatch of(boolean generated, StringMatch uri) {
            return routes(generated, when(uri)).get(0).match().path();
        }

        @ParameterizedTest
        @CsvSource({"/a, /a", "/a/, /a", "/a/b/, /a/b"})
        void ofGeneratedRulesEndAtASlash(String prefix, String expected) {
            assertThat(of(true, StringMatch.prefix(prefix))).isEqualTo(new PathMatch.SeparatedPrefix(expected));
            assertThat(of(false, StringMatch.prefix(prefix))).isEqualTo(new PathMatch.Prefix(prefix));
        }

        @Test
        void ofTheRootAreAll() {
            assertThat(of(true, StringMatch.prefix("/"))).isEqualTo(new PathMatch.Prefix("/"));
            assertThat(of(false, StringMatch.present())).isEqualTo(new PathMatch.Prefix("/"));
        }
    }

    @Nested
    class Redirects {
        private RedirectAction of(boolean generated, String uri) {
            IstioHttpRouteBuilder rule = IstioHttpRoute.builder()
                    .redirect(HttpRedirect.builder().uri(uri).build());
            return (RedirectAction) routes(generated, rule).get(0).action();
        }

        @Test
        void ofGeneratedRulesMayReplaceThePrefixAlone() {
            RedirectAction replaced = of(true, "%PREFIX()%/new");

            assertThat(replaced.prefixRewrite()).contains("/new");
            assertThat(replaced.path()).isEmpty();
            assertThat(of(true, "/new").path()).contains("/new");
            assertThat(of(false, "%PREFIX()%/new").path()).contains("%PREFIX()%/new");
        }
    }

    @Nested
    class Rewrites {
        private ForwardAction of(boolean generated, StringMatch uri, String to) {
            return (ForwardAction) routes(generated, when(uri).rewrite(HttpRewrite.uri(to)))
                    .get(0)
                    .action();
        }

        @Test
        void ofGeneratedRulesToTheRootKeepOneSlash() {
            assertThat(of(true, StringMatch.prefix("/a.b"), "/").regexRewrite())
                    .contains(new RegexRewrite("^/a\\.b(/?)(.*)", "/\\2"));
            assertThat(of(true, StringMatch.prefix("/"), "/").regexRewrite())
                    .contains(new RegexRewrite("^(/?)(.*)", "/\\2"));
        }

        @Test
        void ofOthersReplaceThePrefix() {
            assertThat(of(true, StringMatch.prefix("/a"), "/b").prefixRewrite()).contains("/b");
            assertThat(of(false, StringMatch.prefix("/a"), "/").prefixRewrite()).contains("/");
            assertThat(of(false, StringMatch.prefix("/a"), "/").regexRewrite()).isEmpty();
        }
    }

    @Nested
    class Responses {
        private DirectResponseAction of(HttpDirectResponse response) {
            return (DirectResponseAction) routes(false, IstioHttpRoute.builder().directResponse(response))
                    .get(0)
                    .action();
        }

        private DirectResponseAction of(HttpBody body) {
            return of(HttpDirectResponse.builder().status(418).body(body).build());
        }

        @Test
        void haveTextBytesOrNoBody() {
            assertThat(of(HttpBody.text("tea"))).isEqualTo(new DirectResponseAction(418, Optional.of("tea"), false));
            assertThat(of(HttpBody.bytes("dGVh"))).isEqualTo(new DirectResponseAction(418, Optional.of("tea"), true));
            assertThat(of(HttpBody.noBody())).isEqualTo(new DirectResponseAction(418, Optional.empty(), false));
            assertThat(of(HttpDirectResponse.status(418)))
                    .isEqualTo(new DirectResponseAction(418, Optional.empty(), false));
        }
    }

    @Nested
    class Origins {
        @Test
        void areTheMatchOfAWrittenRuleAndTheWholeOfAGeneratedOne() {
            assertThat(routes(false, when(StringMatch.exact("/a"))).get(0).origin())
                    .contains(new Origin(KEY, "spec.http[0].match[0]"));
            assertThat(routes(true, when(StringMatch.exact("/a"))).get(0).origin())
                    .contains(new Origin(KEY, "spec.http[0]"));
        }

        @Test
        void aRouteIsNamedAfterItsRuleAndItsMatch() {
            HttpMatchRequest named = HttpMatchRequest.builder()
                    .name("m")
                    .uri(StringMatch.exact("/a"))
                    .build();
            HttpMatchRequest unnamed = HttpMatchRequest.builder()
                    .name("")
                    .uri(StringMatch.exact("/b"))
                    .build();

            assertThat(routes(
                            false,
                            forward().name("r").addMatch(named, unnamed),
                            forward().addMatch(named)))
                    .extracting(ProxyRoute::name)
                    .containsExactly("r.m", "r", ".m");
        }
    }

    @Nested
    class Callers {
        @Test
        void ofAnotherNamespaceHaveTheRulesOfWrittenOnesOnly() {
            MeshProxyBuilder stranger = proxy().namespace("web");
            MeshVirtualServiceBuilder away = rules(true, forward().name("rule")).namespace("away");

            assertThat(names(rules(true, forward().name("rule")), proxy())).containsExactly("rule");
            assertThat(names(rules(true, forward().name("rule")), stranger)).containsExactly("rule");
            assertThat(names(away, proxy())).containsExactly("default");
            assertThat(names(away, proxy().namespace("away"))).containsExactly("rule");
            assertThat(names(rules(false, forward().name("rule")).namespace("away"), proxy()))
                    .containsExactly("rule");
        }

        private List<String> names(MeshVirtualServiceBuilder rules, MeshProxyBuilder proxy) {
            return table(rules, proxy, "80").orElseThrow().virtualHosts().stream()
                    .filter(host -> host.domains().contains(HOST))
                    .flatMap(host -> host.routes().stream())
                    .map(ProxyRoute::name)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@request.auth.claims", "@request.auth.claims.", "@request.auth.claims[]", "x.a"})
    void otherNamesThanClaimsAreHeaders(String name) {
        assertThat(RoutingClaim.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@request.auth.claims.a, a",
        "@request.auth.claims.a.b, a b",
        "@Request.Auth.Claims[a], a",
        "@request.auth.claims[a.b][c], a.b c",
    })
    void claimsHaveAPath(String name, String path) {
        assertThat(RoutingClaim.parse(name)).contains(List.of(path.split(" ", -1)));
    }
}
