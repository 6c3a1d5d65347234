package io.eastwest.routing.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioHttpRouteBuilder;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.rules.TcpRule;
import io.eastwest.routing.rules.TlsRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Services that rules bring into the scope of a sidecar: istio-routes.md 1.9. */
class RuleDestinationsTest {
    private static final ResourceKey KEY = ResourceKey.of("networking.istio.io", "VirtualService", "shop", "a");
    private static final Origin ORIGIN = new Origin(KEY, "");

    private static MeshVirtualServiceBuilder rules() {
        return MeshVirtualService.builder()
                .resource(KEY)
                .namespace("shop")
                .name("a")
                .creationTime(Instant.EPOCH)
                .addHost("a.example")
                .addGateway("mesh");
    }

    private static MeshVirtualServiceBuilder http(IstioHttpRouteBuilder... rules) {
        MeshVirtualServiceBuilder made = rules();
        for (IstioHttpRouteBuilder rule : rules) {
            made.addHttp(new HttpRule(rule.build(), ORIGIN));
        }
        return made;
    }

    private static Destination to(String host, int port) {
        return Destination.builder().host(host).port(PortSelector.number(port)).build();
    }

    private static HttpMatchRequest from(String namespace) {
        return HttpMatchRequest.builder().sourceNamespace(namespace).build();
    }

    private static String text(MeshVirtualServiceBuilder rules) {
        return RuleDestinations.of(rules.build(), "web").toString();
    }

    @Test
    void routesMirrorsAndBytesAreDestinations() {
        MeshVirtualServiceBuilder all = http(IstioHttpRoute.builder()
                        .addRoute(HttpRouteDestination.to(to("route", 1)))
                        .addRoute(HttpRouteDestination.to(to("other", 2)))
                        .mirror(to("mirror", 3))
                        .addMirror(HttpMirrorPolicy.builder()
                                .destination(to("mirrors", 4))
                                .build()))
                .addTcp(new TcpRule(
                        IstioTcpRoute.builder()
                                .addRoute(RouteDestination.to(to("tcp", 5)))
                                .build(),
                        ORIGIN))
                .addTls(new TlsRule(
                        IstioTlsRoute.builder()
                                .addRoute(RouteDestination.to(to("tls", 6)))
                                .build(),
                        ORIGIN));

        assertThat(text(all)).isEqualTo("{route=[1], other=[2], mirror=[3], mirrors=[4], tcp=[5], tls=[6]}");
    }

    @Test
    void portsOfAHostAddUpAndOneDestinationWithoutPortWantsAll() {
        IstioHttpRouteBuilder some = IstioHttpRoute.builder()
                .addRoute(HttpRouteDestination.to(to("a", 1)))
                .addRoute(HttpRouteDestination.to(to("a", 2)))
                .addRoute(HttpRouteDestination.to(to("b", 0)))
                .addRoute(HttpRouteDestination.to(to("b", 3)));
        IstioHttpRouteBuilder all = IstioHttpRoute.builder()
                .addRoute(HttpRouteDestination.to(to("a", 1)))
                .addRoute(HttpRouteDestination.to("a"));

        assertThat(text(http(some))).isEqualTo("{a=[1, 2], b=[]}");
        assertThat(text(http(all))).isEqualTo("{a=[]}");
    }

    @Test
    void rulesForCallersOfOtherNamespacesAloneBringNothing() {
        IstioHttpRouteBuilder foreign =
                IstioHttpRoute.builder().addMatch(from("shop")).addRoute(HttpRouteDestination.to("foreign"));
        IstioHttpRouteBuilder mixed = IstioHttpRoute.builder()
                .addMatch(from("shop"))
                .addMatch(from("web"))
                .addRoute(HttpRouteDestination.to("mixed"));
        IstioHttpRouteBuilder partly = IstioHttpRoute.builder()
                .addMatch(from("shop"))
                .addMatch(HttpMatchRequest.empty())
                .addRoute(HttpRouteDestination.to("partly"));
        IstioHttpRouteBuilder open =
                IstioHttpRoute.builder().addMatch(from("")).addRoute(HttpRouteDestination.to("open"));

        assertThat(text(http(foreign, mixed, partly, open))).isEqualTo("{mixed=[], open=[]}");
    }
}
