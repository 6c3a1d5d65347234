package io.eastwest.routing.scope;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServiceBuilder;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Services of one hostname that several listeners or rules bring in: istio-routes.md 1.9. */
class ScopeServicesTest {
    private static MeshServiceBuilder with(int... ports) {
        MeshServiceBuilder service = service().ports(List.of());
        for (int port : ports) {
            service.addPort(new MeshServicePort("p" + port, port, PortProtocol.HTTP, "t" + port));
        }
        return service;
    }

    private static MeshService joined(MeshServiceBuilder first, MeshServiceBuilder... others) {
        ScopeServices services = new ScopeServices();
        services.add(first.build());
        for (MeshServiceBuilder other : others) {
            services.add(other.build());
        }
        assertThat(services.all()).hasSize(1);
        return services.get(HOST).orElseThrow();
    }

    private static List<Integer> ports(MeshService service) {
        return service.ports().stream().map(MeshServicePort::number).toList();
    }

    @Test
    void hostnamesStayApartInTheirOrder() {
        ScopeServices services = new ScopeServices();
        services.add(service("b.example", Resolution.DNS).build());
        services.add(service("a.example", Resolution.DNS).build());

        assertThat(services.all()).extracting(MeshService::hostname).containsExactly("b.example", "a.example");
        assertThat(services.get("a.example")).isPresent();
        assertThat(services.get("c.example")).isEmpty();
    }

    @Test
    void aServiceOfKubernetesReplacesAnEntryAndNotTheOtherWayRound() {
        MeshServiceBuilder entry = with(80).registry(Registry.EXTERNAL);

        assertThat(joined(entry, with(90))).isEqualTo(with(90).build());
        assertThat(joined(with(90), entry)).isEqualTo(with(90).build());
    }

    @Nested
    class OfOneKind {
        @Test
        void haveThePortsOfAllAndTheFirstOfANumberCounts() {
            MeshService joined = joined(with(80, 90), with(90, 100), with(80));

            assertThat(ports(joined)).containsExactly(80, 90, 100);
            assertThat(joined.ports().get(2)).isEqualTo(new MeshServicePort("p100", 100, PortProtocol.HTTP, ""));
            assertThat(joined.ports().get(1)).isEqualTo(new MeshServicePort("p90", 90, PortProtocol.HTTP, "t90"));
        }

        @Test
        void areNotJoinedWhenTheyDifferInMoreThanPorts() {
            assertThat(ports(joined(with(80), with(90).namespace("web")))).containsExactly(80);
            assertThat(ports(joined(with(80), with(90).resolution(Resolution.DNS))))
                    .containsExactly(80);
            assertThat(ports(joined(with(80), with(90).putLabel("a", "b")))).containsExactly(80);
            assertThat(ports(joined(with(80), with(90).putSelector("a", "b")))).containsExactly(80);
            assertThat(ports(joined(with(80), with(90).addExportTo(".")))).containsExactly(80);
        }

        @Test
        void entriesAreJoinedToo() {
            assertThat(ports(joined(with(80).registry(Registry.EXTERNAL), with(90).registry(Registry.EXTERNAL))))
                    .containsExactly(80, 90);
        }
    }
}
