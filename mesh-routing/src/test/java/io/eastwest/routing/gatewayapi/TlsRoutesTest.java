package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TlsRule;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** VirtualServices of TLSRoutes: gateway-api.md 15. */
class TlsRoutesTest {
    private static final String TO_B = "[{backendRefs: [{name: b, port: 8080}]}]";
    private static final String B = "b.shop.svc.cluster.local";

    private static List<MeshVirtualService> services(String parent, String hostnames, String rules, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = Shop.gateway(
                "{name: any, port: 443, protocol: TLS, tls: {mode: Passthrough}}",
                "{name: town, port: 8081, protocol: TLS, hostname: '*.town', tls: {mode: Passthrough}}");
        all[1] = Shop.route("TLSRoute", "shop/t", parent, hostnames, rules);
        System.arraycopy(more, 0, all, 2, more.length);
        return Shop.with(all).rules().virtualServices().stream()
                .filter(service -> !service.tls().isEmpty())
                .toList();
    }

    private static IstioTlsRoute rule(MeshVirtualService service) {
        assertThat(service.tls()).hasSize(1);
        return service.tls().get(0).rule();
    }

    private static List<String> names(MeshVirtualService service) {
        return rule(service).match().stream()
                .map(TlsMatchAttributes::sniHosts)
                .flatMap(List::stream)
                .toList();
    }

    @Nested
    class OfGateways {
        private String listener(String name) {
            return "{name: public, namespace: edge, sectionName: " + name + "}";
        }

        @Test
        void haveTheNamesOfTheRoute() {
            List<MeshVirtualService> services = services(listener("any"), "[a.town, b.city]", TO_B);

            assertThat(services)
                    .extracting(MeshVirtualService::hosts)
                    .containsExactly(List.of("a.town"), List.of("b.city"));
            assertThat(services).allSatisfy(service -> {
                assertThat(names(service)).containsExactly("a.town", "b.city");
                assertThat(service.gatewaySemantics()).isTrue();
                assertThat(service.gateways()).hasSize(1);
                assertThat(rule(service).match().get(0).port()).isEqualTo(OptionalInt.empty());
            });
        }

        @Test
        void haveThoseThatTheListenerHasToo() {
            List<MeshVirtualService> services = services(listener("town"), "[a.town, b.city]", TO_B);

            assertThat(services).extracting(MeshVirtualService::hosts).containsExactly(List.of("a.town"));
            assertThat(names(services.get(0))).containsExactly("a.town");
        }

        @Test
        void ofNoNameHaveThatOfTheListener() {
            List<MeshVirtualService> services = services(listener("town"), "[]", TO_B);

            assertThat(services).extracting(MeshVirtualService::hosts).containsExactly(List.of("*.town"));
            assertThat(names(services.get(0))).containsExactly("*.town");
        }
    }

    @Nested
    class OfServices {
        @Test
        void areForTheServiceAndThePortOfTheParent() {
            List<MeshVirtualService> services = services("{group: '', kind: Service, name: a, port: 8080}", "[]", TO_B);

            assertThat(services).singleElement().satisfies(service -> {
                assertThat(service.hosts()).containsExactly("a.shop.svc.cluster.local");
                assertThat(service.gateways()).containsExactly("mesh");
                assertThat(names(service)).containsExactly("a.shop.svc.cluster.local");
                assertThat(rule(service).match().get(0).port()).hasValue(8080);
                assertThat(rule(service).route().get(0).destination().host()).isEqualTo(B);
            });
        }

        @Test
        void keepTheNamesOfTheRoute() {
            assertThat(names(services("{group: '', kind: Service, name: a}", "[x.town]", TO_B)
                            .get(0)))
                    .containsExactly("x.town");
        }

        @Test
        void ofAnEntryAreOneForEachHost() {
            List<MeshVirtualService> services =
                    services("{group: networking.istio.io, kind: ServiceEntry, name: out}", "[]", TO_B, """
                            apiVersion: networking.istio.io/v1
                            kind: ServiceEntry
                            metadata: {name: out, namespace: shop}
                            spec:
                              hosts: [one.example, two.example]
                              resolution: DNS
                              ports: [{number: 443, name: tls, protocol: TLS}]
                            """);

            assertThat(services)
                    .extracting(MeshVirtualService::hosts)
                    .containsExactly(List.of("one.example"), List.of("two.example"));
            assertThat(services)
                    .extracting(TlsRoutesTest::names)
                    .containsExactly(List.of("one.example"), List.of("two.example"));
        }
    }

    @Nested
    class Weights {
        private List<RouteDestination> destinations(String backends) {
            MeshVirtualService service = services(
                            "{name: public, namespace: edge, sectionName: any}",
                            "[x.town]",
                            "[{backendRefs: " + backends + "}]")
                    .get(0);
            return service.tls().stream()
                    .map(TlsRule::rule)
                    .flatMap(rule -> rule.route().stream())
                    .toList();
        }

        @Test
        void areThoseOfTheBackends() {
            assertThat(destinations("[{name: a, port: 8080, weight: 3}, {name: b, port: 8080}]"))
                    .extracting(each -> each.weight().orElse(0))
                    .containsExactly(3, 1);
        }

        @Test
        void ofOneBackendDoNotCount() {
            assertThat(destinations("[{name: a, port: 8080, weight: 3}, {name: b, port: 8080, weight: 0}]"))
                    .extracting(each ->
                            each.destination().host() + " " + each.weight().orElse(0))
                    .containsExactly("a.shop.svc.cluster.local 0");
        }

        @Test
        void ofNothingLeadNowhere() {
            assertThat(destinations("[{name: a, port: 8080, weight: 0}]"))
                    .extracting(each -> each.destination().host())
                    .containsExactly("internal.cluster.local");
        }
    }
}
