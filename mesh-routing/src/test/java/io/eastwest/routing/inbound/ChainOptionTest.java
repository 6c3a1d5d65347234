package io.eastwest.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.view.PortProtocol;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which chains a port gets: the table of security-ambient.md 1.3. */
class ChainOptionTest {
    private static final String MESH = "[istio, istio-peer-exchange, istio-http/1.0, istio-http/1.1, istio-h2]";
    private static final String MESH_HTTP = "[istio-http/1.0, istio-http/1.1, istio-h2]";
    private static final String MESH_TCP = "[istio-peer-exchange, istio]";

    private static String text(ChainOption option) {
        String protocols = option.protocols()
                .toString()
                .replace(MESH, "mesh")
                .replace(MESH_HTTP, "mesh-http")
                .replace(MESH_TCP, "mesh-tcp")
                .replace("[http/1.1, h2c]", "http")
                .replace("[]", "any");
        return (option.terminates() ? "ends " : "") + option.transport() + " " + protocols + " to "
                + (option.http() ? "HTTP" : "bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, STRICT, ends TLS any to HTTP",
        "TCP, STRICT, ends TLS any to bytes",
        "AUTO, STRICT, ends TLS mesh-http to HTTP; ends TLS any to bytes",
        "HTTP, PERMISSIVE, ends TLS mesh to HTTP; RAW_BUFFER any to HTTP",
        "TCP, PERMISSIVE, ends TLS mesh to bytes; TLS any to bytes; RAW_BUFFER any to bytes",
        "AUTO, PERMISSIVE, ends TLS mesh-http to HTTP; RAW_BUFFER http to HTTP; ends TLS mesh-tcp to bytes;"
                + " RAW_BUFFER any to bytes; TLS any to bytes",
        "HTTP, DISABLE, RAW_BUFFER any to HTTP",
        "TCP, DISABLE, RAW_BUFFER any to bytes",
        "AUTO, DISABLE, RAW_BUFFER http to HTTP; RAW_BUFFER any to bytes",
        "HTTP, UNSET, RAW_BUFFER any to HTTP",
    })
    void aPortGetsOneForEachWayItIsReached(PortKind kind, MutualTlsMode mode, String chains) {
        assertThat(ChainOption.of(kind, mode).stream()
                        .map(ChainOptionTest::text)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(chains);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, HTTP",
        "HTTP2, HTTP",
        "GRPC, HTTP",
        "GRPC_WEB, HTTP",
        "TCP, TCP",
        "HTTPS, TCP",
        "TLS, TCP",
        "MONGO, TCP",
        "UNSUPPORTED, AUTO"
    })
    void theProtocolSaysHowAPortIsRead(PortProtocol protocol, PortKind kind) {
        assertThat(PortKind.of(protocol)).isEqualTo(kind);
    }
}
