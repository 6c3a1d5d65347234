package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioHttpRouteBuilder;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which VirtualServices a route configuration of a sidecar has, and what is told of the others. */
class RouteTablesTest {
    private static final String A = "a.example";
    private static final String B = "b.example";

    private final List<String> told = new ArrayList<>();
    private final TraceSink sink = new TraceSink() {
        @Override
        public boolean isRecording() {
            return true;
        }

        @Override
        public void step(TraceStep step) {
            told.add((step.taken() ? "+ " : "- ") + step.candidate().replace("VirtualService/shop/", "") + ": "
                    + step.reason());
        }
    };

    private static MeshService at(String host, int port, PortProtocol protocol) {
        return service(host, Resolution.CLIENT_SIDE)
                .ports(List.of(new MeshServicePort("p", port, protocol, "")))
                .build();
    }

    private static MeshVirtualServiceBuilder rules(String name, String host, IstioHttpRouteBuilder... http) {
        ResourceKey key = ResourceKey.of("networking.istio.io", "VirtualService", "shop", name);
        MeshVirtualServiceBuilder made = MeshVirtualService.builder()
                .resource(key)
                .namespace("shop")
                .name(name)
                .creationTime(Instant.EPOCH)
                .addHost(host)
                .addGateway("mesh");
        for (int i = 0; i < http.length; i++) {
            made.addHttp(new HttpRule(http[i].build(), new Origin(key, "spec.http[" + i + "]")));
        }
        return made;
    }

    private static IstioHttpRouteBuilder forward() {
        return IstioHttpRoute.to(Destination.host(B)).toBuilder();
    }

    private static ProxyScope scope(HandMadeView view, MeshVirtualServiceBuilder... rules) {
        return ProxyScopes.of(
                        view,
                        Stream.of(rules).map(MeshVirtualServiceBuilder::build).toList())
                .scope(proxy().build());
    }

    private static HandMadeView view() {
        return new HandMadeView()
                .with(at(A, 80, PortProtocol.HTTP))
                .with(at(B, 90, PortProtocol.HTTP))
                .with(at("c.other", 90, PortProtocol.TCP));
    }

    private List<String> told(String name, String host, MeshVirtualServiceBuilder... rules) {
        SidecarTables.trace(scope(view(), rules), name, VirtualServiceTrace.of(List.of(host), sink));
        return told;
    }

    @Nested
    class Told {
        @Test
        void isWhoHasTheHostAndWhoCameTooLate() {
            assertThat(told("80", A, rules("first", A, forward()), rules("second", A, forward()), rules("x", B)))
                    .containsExactly(
                            "+ first: rules of host a.example",
                            "- second: host a.example: expected not taken by one before it but was taken by"
                                    + " VirtualService/shop/first");
        }

        @Test
        void isWhoHasNoRuleForTheProxy() {
            assertThat(told("80", A, rules("none", A)))
                    .containsExactly(
                            "- none: http: expected a rule for this proxy and port 80 but was none",
                            "+ Service/shop/api: rules of host a.example");
        }

        @Test
        void isWhoIsForServicesOfOtherPorts() {
            assertThat(told("90", A, rules("other", A, forward())))
                    .containsExactly("- other: hosts: expected one of a service with port 90 but was [a.example]");
        }

        @Test
        void isWhoIsForAnotherProtocol() {
            assertThat(told("90", "c.other", rules("tcp", "c.other", forward())))
                    .containsExactly("- tcp: protocol of port 90: expected HTTP but was another");
        }

        @Test
        void isWhoHasNoServiceLeft() {
            assertThat(told("90", B, rules("exact", B, forward()), rules("wider", "*.example", forward())))
                    .containsExactly(
                            "- wider: hosts: expected the most specific ones for a service but was [*.example]",
                            "+ exact: rules of host b.example");
        }

        @Test
        void isWhoIsForCallersOfItsNamespaceOnly() {
            MeshVirtualServiceBuilder away =
                    rules("away", A, forward()).namespace("web").gatewaySemantics(true);

            assertThat(told("80", A, away))
                    .containsExactly(
                            "- away: its routes are for callers of its own namespace",
                            "+ Service/shop/api: rules of host a.example");
        }
    }

    @Nested
    class Rules {
        private List<String> hosts(String name, MeshVirtualServiceBuilder... rules) {
            return SidecarTables.routeConfiguration(scope(view(), rules), name).orElseThrow().virtualHosts().stream()
                    .map(host -> host.name() + " " + origin(host))
                    .toList();
        }

        private String origin(VirtualHost host) {
            return host.origins().stream()
                    .map(origin -> origin.resource().name())
                    .findFirst()
                    .orElse("-");
        }

        @Test
        void ofAWildcardTakeTheServicesOfThePort() {
            assertThat(hosts("90", rules("wide", "*.example", forward())))
                    .containsExactly("b.example:90 wide", "allow_any -");
            assertThat(hosts("90", rules("wide", "*.other", forward())))
                    .containsExactly("b.example:90 api", "allow_any -");
        }

        @Test
        void ofHostsThatAreNoServiceAreOnPort80Only() {
            assertThat(hosts("80", rules("foreign", "foreign.example", forward())))
                    .containsExactly("foreign.example:80 foreign", "a.example:80 api", "allow_any -");
            assertThat(hosts("90", rules("foreign", "foreign.example", forward())))
                    .containsExactly("b.example:90 api", "allow_any -");
        }

        @Test
        void behindOneThatTakesAllSayThatTheyAreNotReached() {
            HttpMatchRequest match = HttpMatchRequest.builder().name("m").build();
            RouteContext context =
                    new RouteContext(scope(view()), List.of("mesh"), 80, false, host -> Optional.empty()).with(sink);

            assertThat(RouteTranslation.routes(
                            rules("a", A, forward(), forward(), forward().addMatch(match))
                                    .build(),
                            context))
                    .hasSize(1);
            assertThat(told)
                    .containsExactly(
                            "- spec.http[1]: a match before it takes every request",
                            "- spec.http[2].match[0]: a match before it takes every request");
        }
    }
}
