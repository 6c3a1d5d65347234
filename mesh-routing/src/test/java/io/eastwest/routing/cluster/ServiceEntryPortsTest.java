package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which port of which endpoint a ServiceEntry leads to: load-balancing.md 3.1, 3.4, 3.5. */
class ServiceEntryPortsTest {
    @Nested
    class WithoutResolution {
        private final SmallMesh mesh = SmallMesh.of(
                pod("web/web-1", "10.0.0.1", "app: web"),
                istio(
                        "ServiceEntry",
                        "web/db",
                        "{hosts: [db.example], addresses: [240.1.1.1], resolution: NONE, location: MESH_EXTERNAL, ports: ["
                                + "{number: 5432, name: tcp-pg, protocol: TCP, targetPort: 6432},"
                                + "{number: 5433, name: tcp-other, protocol: TCP}]}"));

        @Test
        void theTargetPortTakesThePlaceOfTheOneDialled() {
            assertThat(tcp("240.1.1.1:5432")).isEqualTo("240.1.1.1:6432");
        }

        @Test
        void withoutTargetPortTheAddressDialledIsUsed() {
            assertThat(tcp("240.1.1.1:5433")).isEqualTo("240.1.1.1:5433");
        }

        private String tcp(String to) {
            ProxyAnswer answer = mesh.sidecar("web/web-1", to, Optional.empty(), Optional.empty());
            return answer.endpoints().get(0).endpoint().address();
        }
    }

    @Nested
    class OfSeveralEntriesForOneHost {
        @Test
        void endpointsByDnsGoByTheNumberOfThePort() {
            assertThat(endpoints("DNS", "http", "a.example")).isEqualTo("a.example:80 b.example:80");
            assertThat(endpoints("DNS", "http-web", "a.example")).isEqualTo("a.example:80 b.example:80");
        }

        @Test
        void staticEndpointsGoByTheNameOfThePort() {
            assertThat(endpoints("STATIC", "http", "10.1.0.1")).isEqualTo("10.1.0.1:80 10.1.0.2:80");
            assertThat(endpoints("STATIC", "http-web", "10.1.0.1")).isEqualTo("10.1.0.1:80");
        }

        private String endpoints(String resolution, String secondName, String address) {
            String second = address.replace("a.", "b.").replace("10.1.0.1", "10.1.0.2");
            SmallMesh mesh = SmallMesh.of(
                    pod("web/web-1", "10.0.0.1", "app: web"),
                    entry("web/one@1", resolution, "http", address),
                    entry("web/two@2", resolution, secondName, second));
            ProxyAnswer answer = mesh.sidecar(
                    "web/web-1",
                    "240.1.1.1:80",
                    Optional.empty(),
                    Optional.of(SmallMesh.request("GET", "db.example", "/")));
            return String.join(
                    " ",
                    answer.endpoints().stream()
                            .map(target -> target.endpoint().address())
                            .sorted()
                            .toList());
        }

        private static String entry(String key, String resolution, String port, String address) {
            return istio(
                    "ServiceEntry",
                    key,
                    "{hosts: [db.example], addresses: [240.1.1.1], resolution: " + resolution
                            + ", ports: [{number: 80, name: " + port + ", protocol: HTTP}], endpoints: [{address: "
                            + address
                            + "}]}");
        }
    }
}
