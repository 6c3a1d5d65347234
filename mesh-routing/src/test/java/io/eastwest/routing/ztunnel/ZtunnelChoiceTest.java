package io.eastwest.routing.ztunnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.ambient.AmbientEndpoint;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.EndpointChoice;
import io.eastwest.routing.ambient.EndpointChoice.Mode;
import io.eastwest.routing.ambient.EndpointChoice.Scope;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.TunnelProtocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
}
