package io.eastwest.routing.security;

import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies on the calls of a sidecar itself: security-ambient.md 3.2, point 8. */
class OutboundPoliciesTest {
    private static String bytes(String policyNamespace, String host, String resolution) {
        TwoSidecars mesh = TwoSidecars.with(
                SmallMesh.istio(
                        "ServiceEntry",
                        "bar/out",
                        "{hosts: ['" + host + "'], ports: [{number: 443, name: tls, protocol: TLS}], resolution: "
                                + resolution + "}"),
                security("AuthorizationPolicy", policyNamespace + "/none", "{}"));
        Connection connection = Connection.builder()
                .sourceAddress("10.0.0.1")
                .destinationAddress("198.51.100.1")
                .destinationPort(443)
                .tls(new TlsClientHello(Optional.of("www.example.com"), List.of()))
                .build();
        Outcome outcome = mesh.router()
                .proxy("c1/bar/web-1")
                .outbound(connection, Optional.empty(), EndpointConditions.HEALTHY, TraceSink.NONE)
                .outcome();
        return outcome.reason().name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "bar, *.example.com, DYNAMIC_DNS, rbac_denied",
        "foo, *.example.com, DYNAMIC_DNS, forwarded",
        "bar, www.example.com, DNS, forwarded",
        "bar, *.example.com, NONE, forwarded"
    })
    void countOnNamesThatTheSidecarResolvesAlone(String namespace, String host, String resolution, String expected) {
        assertThat(bytes(namespace, host, resolution)).isEqualTo(expected);
    }
}
