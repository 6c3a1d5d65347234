package io.eastwest.routing.ztunnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.ambient.AmbientEndpoint;
import io.eastwest.routing.ambient.AmbientGateway;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.EndpointChoice;
import io.eastwest.routing.ambient.EndpointChoice.Mode;
import io.eastwest.routing.ambient.EndpointChoice.Scope;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.Steps;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.TunnelProtocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Section 5.8 of security-ambient.md and 8.1 of load-balancing.md. */
class ZtunnelChoiceTest {
    private static final EndpointChoice CLOSE =
            new EndpointChoice(Mode.FAILOVER, List.of(Scope.NETWORK, Scope.REGION, Scope.ZONE));
    private static final EndpointChoice ANY = new EndpointChoice(Mode.STANDARD, List.of());
    private static final AmbientWorkload CLIENT = workload("client", "n1", "r1/z1", "node1", 1);
    private static final AmbientEndpoint E1 = endpoint(workload("e1", "n1", "r1/z2", "node2", 1), true);
    private static final AmbientEndpoint E2 = endpoint(workload("e2", "n1", "r2/z1", "node3", 1), true);

    private static AmbientWorkload workload(String name, String network, String locality, String node, long capacity) {
        return AmbientWorkload.builder()
                .id(name)
                .cluster("c1")
                .namespace("shop")
                .network(network)
                .locality(locality)
                .node(node)
                .tunnel(TunnelProtocol.HBONE)
                .capacity(capacity)
                .build();
    }

    private static AmbientEndpoint endpoint(AmbientWorkload workload, boolean healthy) {
        return new AmbientEndpoint(workload, "10.0.0.1", new TreeMap<>(Map.of(80, 8080)), healthy);
    }

    private static String shares(EndpointChoice choice, AmbientEndpoint... endpoints) {
        AmbientService service = AmbientService.builder()
                .service(Meshes.service().build())
                .choice(choice)
                .addEndpoints(endpoints)
                .build();
        return EndpointPick.of(service, 80, CLIENT, TraceSink.NONE).stream()
                .map(each -> each.endpoint().workload().id() + " " + each.share())
                .collect(Collectors.joining(", "));
    }

    /** The example of 5.8; the endpoint in another network is at the same place, yet far. */
    @Test
    void onlyThoseThatShareTheMostScopesAreTaken() {
        AmbientEndpoint e3 = endpoint(workload("e3", "n2", "r1/z1", "node1", 1), true);

        assertThat(shares(CLOSE, E1, E2, e3)).isEqualTo("e1 1");
        assertThat(shares(ANY, E1, E2, e3)).isEqualTo("e1 1/3, e2 1/3, e3 1/3");
    }

    /** The example of load-balancing.md 8.1. */
    @Test
    void oneThatIsNotReadyIsNoCandidate() {
        AmbientEndpoint x = endpoint(workload("x", "n1", "r1/z1", "node1", 1), true);
        AmbientEndpoint unready = endpoint(workload("x", "n1", "r1/z1", "node1", 1), false);
        AmbientEndpoint y = endpoint(workload("y", "n1", "r1/z2", "node2", 1), true);
        AmbientEndpoint remote = endpoint(workload("remote", "n2", "", "", 5), true);

        assertThat(shares(CLOSE, x, y, remote)).isEqualTo("x 1");
        assertThat(shares(CLOSE, unready, y, remote)).isEqualTo("y 1");
        assertThat(shares(ANY, x, y, remote)).isEqualTo("x 1/7, y 1/7, remote 5/7");
    }

    @Test
    void onTheSameNodeMeansOnNoOther() {
        EndpointChoice local = new EndpointChoice(Mode.STRICT, List.of(Scope.NODE));
        AmbientEndpoint here = endpoint(workload("here", "n1", "", "node1", 1), true);

        assertThat(shares(local, E1, here)).isEqualTo("here 1");
        assertThat(shares(local, E1, E2)).isEmpty();
    }

    @Test
    void aPortThatTheServiceDoesNotHaveHasNoEndpoint() {
        AmbientService service = AmbientService.builder()
                .service(Meshes.service().build())
                .choice(ANY)
                .addEndpoint(E1)
                .build();

        assertThat(EndpointPick.of(service, 81, CLIENT, TraceSink.NONE)).isEmpty();
    }

    @Test
    void theNodeIsTheLastOfTheScopesThatCount() {
        EndpointChoice near = new EndpointChoice(
                Mode.FAILOVER, List.of(Scope.NETWORK, Scope.REGION, Scope.ZONE, Scope.SUBZONE, Scope.NODE));
        AmbientEndpoint node = endpoint(workload("node", "n1", "r1/z1/s1", "node1", 1), true);
        AmbientEndpoint zone = endpoint(workload("zone", "n1", "r1/z1/", "node2", 1), true);
        AmbientEndpoint here = endpoint(workload("here", "n1", "r1/z1", "node1", 1), true);

        assertThat(shares(near, E1, node)).isEqualTo("node 1");
        assertThat(shares(near, node, zone)).isEqualTo("zone 1");
        assertThat(shares(near, zone, here, E1)).isEqualTo("here 1");
    }

    @Test
    void anEndpointWithoutAddressIsReachedThroughAGatewayOfAnotherNetwork() {
        AmbientGateway gateway = new AmbientGateway("n2", "c2", "ew", "203.0.113.2", 15008, "p");
        AmbientWorkload far = workload("far", "n2", "", "", 1);
        AmbientWorkload own = workload("own", "n1", "", "", 1);
        AmbientEndpoint reached = unaddressed(far.toBuilder().gateway(gateway).build());
        AmbientEndpoint without = unaddressed(far);
        AmbientEndpoint same = unaddressed(own.toBuilder().gateway(gateway).build());

        assertThat(shares(ANY, reached)).isEqualTo("far 1");
        assertThat(shares(ANY, without, same)).isEmpty();
    }

    private static AmbientEndpoint unaddressed(AmbientWorkload workload) {
        return new AmbientEndpoint(workload, "", new TreeMap<>(Map.of(80, 80)), true);
    }

    @Nested
    class Told {
        private List<String> told(EndpointChoice choice, AmbientEndpoint... endpoints) {
            Steps steps = new Steps();
            AmbientService service = AmbientService.builder()
                    .service(Meshes.service().build())
                    .choice(choice)
                    .addEndpoints(endpoints)
                    .build();
            EndpointPick.of(service, 80, CLIENT, steps);
            return steps.lines(TraceStep.Stage.DISCOVERY);
        }

        @Test
        void isWhyAnEndpointIsNoCandidate() {
            AmbientEndpoint sick = endpoint(workload("sick", "n1", "", "", 1), false);
            AmbientEndpoint port = new AmbientEndpoint(E1.workload(), "10.0.0.1", new TreeMap<>(Map.of(81, 81)), true);

            assertThat(told(ANY, sick, port, E2, unaddressed(workload("lost", "n2", "", "", 1))))
                    .containsExactly(
                            "- sick: state: expected healthy but was unhealthy",
                            "- e1: port: expected 80 but was [81]",
                            "- lost: address: expected an address, or a gateway of another network but was none");
        }

        @Test
        void isHowManyScopesAnEndpointHasInCommon() {
            AmbientEndpoint near = endpoint(workload("near", "n1", "r1/z1", "node1", 1), true);

            assertThat(told(CLOSE, E1, E2, near))
                    .containsExactly(
                            "- e1: scopes in common: expected the most of [NETWORK, REGION, ZONE] but was the first 2",
                            "- e2: scopes in common: expected the most of [NETWORK, REGION, ZONE] but was the first 1");
            assertThat(told(new EndpointChoice(Mode.STRICT, List.of(Scope.NODE)), E1))
                    .containsExactly("- e1: scopes in common: expected all of [NODE] but was the first 0");
        }
    }
}
