package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TcpRule;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose tcp rules are told of for a dialled address: those of the services that are there. */
class ChainTraceTest {
    private final List<TraceStep> steps = new ArrayList<>();
    private final TraceSink sink = new TraceSink() {
        @Override
        public boolean isRecording() {
            return true;
        }

        @Override
        public void step(TraceStep step) {
            steps.add(step);
        }
    };

    private static MeshService at(String name, PortProtocol protocol, String... addresses) {
        return service(name, Resolution.CLIENT_SIDE)
                .ports(List.of(new MeshServicePort("p", 90, protocol, "")))
                .clusterAddresses(addresses.length == 0 ? Map.of() : Map.of("c1", List.of(addresses)))
                .build();
    }

    private static MeshVirtualService rules(String host) {
        ResourceKey key = ResourceKey.of("networking.istio.io", "VirtualService", "shop", host);
        return MeshVirtualService.builder()
                .resource(key)
                .namespace("shop")
                .name(host)
                .creationTime(Instant.EPOCH)
                .addHost(host)
                .addGateway("mesh")
                .addTcp(new TcpRule(
                        IstioTcpRoute.builder()
                                .addRoute(RouteDestination.to(host))
                                .build(),
                        new Origin(key, "spec.tcp[0]")))
                .build();
    }

    private List<String> told(String address, int port) {
        HandMadeView view = new HandMadeView()
                .with(at("one.example", PortProtocol.TCP, "10.96.0.1"))
                .with(
                        at("two.example", PortProtocol.TCP, "10.96.0.2"),
                        endpoint("10.0.0.2").build())
                .with(at("wide.example", PortProtocol.TCP, "10.20.0.0/16"))
                .with(at("web.example", PortProtocol.HTTP, "10.96.0.4"));
        List<MeshVirtualService> all =
                List.of(rules("one.example"), rules("two.example"), rules("wide.example"), rules("web.example"));
        SidecarTables.traceChains(ProxyScopes.of(view, all).scope(proxy().build()), address, port, sink);
        return steps.stream()
                .map(step -> step.resource().orElseThrow().name() + " " + step.path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10.96.0.1; one.example spec.tcp[0]",
                "10.96.0.2; two.example spec.tcp[0]",
                "10.0.0.2; two.example spec.tcp[0]",
                "10.20.7.7; wide.example spec.tcp[0]",
            })
    void anAddressOfAServiceAnEndpointOrARangeNamesTheService(String address, String expected) {
        assertThat(told(address, 90)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"10.96.0.4,90", "10.21.0.1,90", "10.96.0.1,91", "not-an-address,90"})
    void httpPortsOtherPortsAndOtherAddressesHaveNone(String address, int port) {
        assertThat(told(address, port)).isEmpty();
    }

    @Test
    void aServiceWithoutAddressIsEverywhere() {
        HandMadeView view = new HandMadeView().with(at("any.example", PortProtocol.TCP));

        SidecarTables.traceChains(
                ProxyScopes.of(view, List.of(rules("any.example"))).scope(proxy().build()), "9.9.9.9", 90, sink);

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.taken()).isTrue();
            assertThat(step.why()).isEqualTo("every connection");
        });
    }
}
