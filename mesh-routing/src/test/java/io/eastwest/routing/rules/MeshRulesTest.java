package io.eastwest.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in full and merged delegates: istio-routes.md 2 and 4. */
class MeshRulesTest {
    private static MeshResource resource(String kind, String name, String spec) {
        return ManifestReader.pruning()
                .read("rule.yaml", SmallMesh.istio(kind, name, spec))
                .orThrow()
                .get(0)
                .resource();
    }

    private static MeshVirtualService only(String spec) {
        return MeshRules.of(new HandMadeView().with(resource("VirtualService", "shop/root", spec)))
                .virtualServices()
                .get(0);
    }

    private static MeshVirtualService merged(MeshConfig config, String root, String part) {
        HandMadeView view = new HandMadeView()
                .with(config)
                .with(resource("VirtualService", "shop/root", root), resource("VirtualService", "web/part", part));
        assertThat(MeshRules.of(view).virtualServices()).hasSize(1);
        return MeshRules.of(view).virtualServices().get(0);
    }

    private static IstioHttpRoute merged(String root, String part) {
        MeshVirtualService merged = merged(
                MeshConfig.builder().build(),
                "{hosts: [a], http: [{delegate: {name: part, namespace: web}, " + root + "}]}",
                "{http: [{" + part + "}]}");
        return merged.http().get(0).rule();
    }

    private static int rulesWhen(MeshConfig config, String exportTo) {
        return merged(
                        config,
                        "{hosts: [a], http: [{delegate: {name: part, namespace: web}}]}",
                        "{exportTo: " + exportTo + ", http: [{directResponse: {status: 200}}]}")
                .http()
                .size();
    }

    @Nested
    class Names {
        @ParameterizedTest
        @CsvSource({
            "mesh, mesh",
            "front, shop/front",
            "front.web, web/front",
            "front.web.svc.cluster.local, web/front",
            "web/front, web/front",
            "./front, shop/front",
            "./front.web, shop/front.web",
            "/front, /front"
        })
        void ofGatewaysAreThoseOfANamespace(String written, String resolved) {
            MeshVirtualService rule = only("{hosts: [a], gateways: [" + written + "], http: [{match: [{gateways: ["
                    + written + "]}]}], tls: [{match: [{gateways: [" + written
                    + "], sniHosts: [a]}]}], tcp: [{match: [{gateways: [" + written + "]}]}]}");

            assertThat(rule.gateways()).containsExactly(resolved);
            assertThat(rule.http().get(0).rule().match().get(0).gateways()).containsExactly(resolved);
            assertThat(rule.tls().get(0).rule().match().get(0).gateways()).containsExactly(resolved);
            assertThat(rule.tcp().get(0).rule().match().get(0).gateways()).containsExactly(resolved);
        }

        @Test
        void withoutGatewayARuleIsForTheMesh() {
            assertThat(only("{hosts: [a]}").gateways()).containsExactly("mesh");
        }

        @Test
        void ofHostsAreFullWhereverTheyStand() {
            MeshVirtualService rule = only("{hosts: [a, b.web, '*.c'], http: [{route: [{destination: {host: d}}],"
                    + " mirror: {host: e}, mirrors: [{destination: {host: f}}]}],"
                    + " tls: [{route: [{destination: {host: g}}]}], tcp: [{route: [{destination: {host: h}}]}]}");
            IstioHttpRoute http = rule.http().get(0).rule();

            assertThat(rule.hosts()).containsExactly("a.shop.svc.cluster.local", "b.web", "*.c");
            assertThat(http.route().get(0).destination().host()).isEqualTo("d.shop.svc.cluster.local");
            assertThat(http.mirror())
                    .hasValueSatisfying(mirror -> assertThat(mirror.host()).isEqualTo("e.shop.svc.cluster.local"));
            assertThat(http.mirrors().get(0).destination().host()).isEqualTo("f.shop.svc.cluster.local");
            assertThat(rule.tls().get(0).rule().route().get(0).destination().host())
                    .isEqualTo("g.shop.svc.cluster.local");
            assertThat(rule.tcp().get(0).rule().route().get(0).destination().host())
                    .isEqualTo("h.shop.svc.cluster.local");
        }

        @Test
        void areKeptOfWhereEachRuleIsWritten() {
            MeshVirtualService rule = only("{hosts: [a], http: [{}, {}], tls: [{}, {}], tcp: [{}, {}]}");

            assertThat(rule.http().get(1).origin()).isEqualTo(new Origin(rule.resource(), "spec.http[1]"));
            assertThat(rule.tls().get(1).origin()).isEqualTo(new Origin(rule.resource(), "spec.tls[1]"));
            assertThat(rule.tcp().get(1).origin()).isEqualTo(new Origin(rule.resource(), "spec.tcp[1]"));
        }

        @Test
        void ofServersAreTheirPlacesInTheGateway() {
            String server = "{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}";
            MeshGateway gateway = MeshRules.of(new HandMadeView()
                            .with(resource(
                                    "Gateway",
                                    "shop/front",
                                    "{selector: {istio: in}, servers: [" + server + ", " + server + "]}")))
                    .gateways()
                    .get(0);

            assertThat(gateway.reference()).isEqualTo("shop/front");
            assertThat(gateway.selector()).isEqualTo(Map.of("istio", "in"));
            assertThat(gateway.servers())
                    .extracting(each -> each.origin().path())
                    .containsExactly("spec.servers[0]", "spec.servers[1]");
        }
    }

    @Nested
    class ADelegate {
        @Test
        void isHiddenOrShownByTheMeshWhenItSaysNothing() {
            MeshConfig own = MeshConfig.builder()
                    .defaultVirtualServiceExportTo(List.of("."))
                    .build();

            assertThat(rulesWhen(MeshConfig.builder().build(), "[]")).isEqualTo(1);
            assertThat(rulesWhen(own, "[]")).isZero();
            assertThat(rulesWhen(own, "['*']")).isEqualTo(1);
            assertThat(rulesWhen(own, "[shop]")).isEqualTo(1);
            assertThat(rulesWhen(own, "[web]")).isZero();
            assertThat(rulesWhen(own, "[other]")).isZero();
        }

        @Test
        void ofTheSameNamespaceIsSeenThoughItKeepsToItself() {
            HandMadeView view = new HandMadeView()
                    .with(
                            resource("VirtualService", "shop/root", "{hosts: [a], http: [{delegate: {name: part}}]}"),
                            resource("VirtualService", "shop/part", "{exportTo: ['.'], http: [{}, {}]}"));

            assertThat(MeshRules.of(view).virtualServices().get(0).http()).hasSize(2);
        }

        @Test
        void isNamedAfterItsRoot() {
            assertThat(merged("name: above", "name: below").name()).contains("above-below");
            assertThat(merged("name: above", "timeout: 1s").name()).contains("above");
            assertThat(merged("timeout: 1s", "name: below").name()).contains("below");
            assertThat(merged("timeout: 1s", "retries: {attempts: 1}").name()).isEmpty();
            assertThat(merged("match: [{name: m}]", "match: [{name: n}]")
                            .match()
                            .get(0)
                            .name())
                    .contains("m-n");
        }

        @Test
        void keepsItsConditionsAndTakesThoseThatItLacks() {
            HttpMatchRequest both = merged(
                            "match: [{port: 80, gateways: [front, mesh], headers: {x: {exact: '1'}}, sourceNamespace: town}]",
                            "match: [{uri: {prefix: /a}, gateways: [mesh], headers: {y: {exact: '2'}}, sourceNamespace: town}]")
                    .match()
                    .get(0);
            HttpMatchRequest inherited = merged(
                            "match: [{port: 80, gateways: [front, mesh], method: {exact: GET}}]",
                            "match: [{uri: {prefix: /a}}]")
                    .match()
                    .get(0);

            assertThat(both.port()).hasValue(80);
            assertThat(both.gateways()).containsExactly("mesh");
            assertThat(both.headers()).containsOnlyKeys("x", "y");
            assertThat(both.sourceNamespace()).contains("town");
            assertThat(inherited.gateways()).containsExactly("shop/front", "mesh");
            assertThat(inherited.method()).isPresent();
            assertThat(merged("match: [{port: 80}]", "match: [{port: 80, uri: {exact: /}}]")
                            .match()
                            .get(0)
                            .port())
                    .hasValue(80);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a.b", "\\d+*?(x)|[y]{2}^$", "$end", "a/b-c_d"})
    void aQuotedTextMatchesItselfOnly(String text) {
        String quoted = GoRegex.quote(text);

        assertThat(Pattern.matches(quoted, text)).isTrue();
        assertThat(Pattern.matches(quoted, text + "x")).isFalse();
        assertThat(Pattern.matches(quoted, "x")).isFalse();
    }

    @Test
    void justTheSignsOfExpressionsAreEscaped() {
        assertThat(GoRegex.quote("/a.b+c/-{d}_e")).isEqualTo("/a\\.b\\+c/-\\{d\\}_e");
    }
}
