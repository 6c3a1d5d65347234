package io.eastwest.routing.endpoints;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Endpoints of one service in two clusters of one network: load-balancing.md 3.1, 3.3, 3.4. */
class ServicesOfSeveralClustersTest {
    private static final String TOPOLOGY = """
        apiVersion: eastwest.io/v1
        kind: MeshTopology
        metadata: {name: two}
        spec: {clusters: [{name: c1}, {name: c2}]}
        """;

    private final Map<String, String> manifests = new LinkedHashMap<>();

    private ServicesOfSeveralClustersTest with(String cluster, String... texts) {
        manifests.merge(cluster, String.join("", texts), (first, more) -> first + more);
        return this;
    }

    private static String service(String port, String more) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [PORT]MORE}
            """.replace("PORT", port).replace("MORE", more);
    }

    private static String pod(int cluster) {
        return SmallMesh.pod("shop/api-" + cluster, "10." + cluster + ".0.1", "app: api");
    }

    /** {@return the endpoints that a client in cluster c1 reaches} */
    private String endpoints() {
        with("c1", SmallMesh.pod("shop/web-1", "10.1.0.9", "app: web"));
        ManifestReader reader = ManifestReader.pruning();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder((MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource());
        manifests.forEach((cluster, text) ->
                mesh.addManifests(cluster, reader.read(cluster + ".yaml", text).orThrow()));
        ProxyAnswer answer = MeshRouter.of(mesh.build())
                .proxy("c1/shop/web-1")
                .outbound(
                        Connection.builder()
                                .destinationAddress("10.96.0.2")
                                .destinationPort(80)
                                .build(),
                        Optional.of(SmallMesh.request("GET", "api", "/")),
                        endpoint -> false,
                        TraceSink.NONE);
        return answer.endpoints().stream()
                .map(each -> each.endpoint().address())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Nested
    class Ports {
        @Test
        void belongTogetherByNameWhateverTheirNumber() {
            with("c1", service("{name: http, port: 80, targetPort: 8080}", ""), pod(1));
            with("c2", service("{name: http, port: 81, targetPort: 8081}", ""), pod(2));

            assertThat(endpoints()).isEqualTo("10.1.0.1:8080 10.2.0.1:8081");
        }

        @Test
        void ofAnotherNameAreInvisible() {
            with("c1", service("{name: http, port: 80}", ""), pod(1));
            with("c2", service("{name: http-web, port: 80}", ""), pod(2));

            assertThat(endpoints()).isEqualTo("10.1.0.1:80");
        }
    }

    @Nested
    class Nearness {
        @Test
        void isWhatTheFirstClusterSays() {
            with("c1", service("{name: http, port: 80}", ", internalTrafficPolicy: Local"), pod(1));
            with("c2", service("{name: http, port: 80}", ""), pod(2));

            assertThat(endpoints()).isEqualTo("10.1.0.1:80");
        }

        @Test
        void thatOnlyALaterClusterAsksForDoesNotCount() {
            with("c1", service("{name: http, port: 80}", ""), pod(1));
            with("c2", service("{name: http, port: 80}", ", internalTrafficPolicy: Local"), pod(2));

            assertThat(endpoints()).isEqualTo("10.1.0.1:80 10.2.0.1:80");
        }
    }

    @Nested
    class Machines {
        @Test
        void ofACoveredClusterJoinTheServicesOfThatCluster() {
            String machine = istio("WorkloadEntry", "shop/vm", "{address: 10.2.0.7, labels: {app: api}}");
            with("c1", service("{name: http, port: 80}", ""), pod(1));
            with("c2", service("{name: http, port: 80}", ""), machine);

            assertThat(endpoints()).isEqualTo("10.1.0.1:80 10.2.0.7:80");
        }

        @Test
        void doNotJoinTheServicesOfOtherClusters() {
            with("c1", service("{name: http, port: 80}", ""), pod(1));
            with("c2", istio("WorkloadEntry", "shop/vm", "{address: 10.2.0.7, labels: {app: api}}"));

            assertThat(endpoints()).isEqualTo("10.1.0.1:80");
        }
    }

    @Nested
    class EntriesOfTheSameHost {
        @Test
        void areUnitedWithTheServiceByTheNameOfThePort() {
            with("c1", service("{name: http, port: 80}", ""), pod(1));
            with(
                    "c1",
                    istio(
                            "ServiceEntry",
                            "shop/more",
                            "{hosts: [api.shop.svc.cluster.local], resolution: STATIC, ports: [{number: 80, name: http,"
                                    + " protocol: HTTP}], endpoints: [{address: 10.9.0.1}]}"));

            assertThat(endpoints()).isEqualTo("10.1.0.1:80 10.9.0.1:80");
        }
    }
}
