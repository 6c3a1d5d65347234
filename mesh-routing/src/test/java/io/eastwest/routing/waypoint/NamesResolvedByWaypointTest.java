package io.eastwest.routing.waypoint;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ServiceEntries with resolution DYNAMIC_DNS behind a waypoint. */
class NamesResolvedByWaypointTest {
    private static final String ENTRY = """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: out, namespace: foo, labels: {istio.io/use-waypoint: wp}}
            spec:
              hosts: ["HOST"]
              addresses: [240.0.0.5]
              location: MESH_EXTERNAL
              resolution: DYNAMIC_DNS
              ports:
              - {number: 80, name: http, protocol: HTTP}
              - {number: 443, name: tls, protocol: TLS}
              - {number: 8443, name: https, protocol: HTTPS}
              - {number: 9000, name: grpc, protocol: GRPC}
              - {number: 9001, name: tcp, protocol: TCP}
            """;

    private static String ask(String host, int port, Optional<String> authority) {
        AmbientMesh mesh = AmbientMesh.with(Waypoints.waypoint(), ENTRY.replace("HOST", host));
        Connection connection = Connection.builder()
                .sourceAddress("10.0.1.1")
                .destinationAddress("240.0.0.5")
                .destinationPort(port)
                .peer(new Peer(WEB))
                .tls(
                        authority.isPresent()
                                ? Optional.empty()
                                : Optional.of(new TlsClientHello(Optional.of("www.example.com"), List.of())))
                .build();
        Outcome outcome = mesh.router()
                .proxy("c1/foo/wp-1")
                .waypoint(
                        connection,
                        authority.map(
                                each -> HttpRequest.builder().authority(each).build()),
                        EndpointConditions.HEALTHY,
                        TraceSink.NONE)
                .outcome();
        return outcome.kind() == Outcome.Kind.FORWARDED
                ? "forwarded"
                : outcome.reason().name().toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "80, www.example.com, forwarded",
        "80, www.example.org, route_not_found",
        "9000, www.example.com, cluster_not_found"
    })
    void theHostHeaderMustBeOneOfTheNames(int port, String authority, String expected) {
        assertThat(ask("*.example.com", port, Optional.of(authority))).isEqualTo(expected);
    }

    /** The switch ENABLE_WILDCARD_HOST_SERVICE_ENTRIES_FOR_TLS is off. */
    @ParameterizedTest
    @CsvSource({"443", "8443"})
    void namesInTlsAreNotServed(int port) {
        assertThat(ask("*.example.com", port, Optional.empty())).isEqualTo("filter_chain_not_found");
        assertThat(ask("www.example.com", port, Optional.empty())).isEqualTo("cluster_not_found");
    }

    @Test
    void bytesHaveNoName() {
        assertThat(ask("*.example.com", 9001, Optional.empty())).isEqualTo("cluster_not_found");
    }
}
