package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.ForwardedFor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "true,  0, '203.0.113.5',                       10.0.0.1",
        "true,  1, '203.0.113.5',                       203.0.113.5",
        "true,  1, '203.0.113.5, 10.0.0.9',             10.0.0.9",
        "true,  2, '203.0.113.5, 10.0.0.9',             203.0.113.5",
        "true,  2, '203.0.113.5',                       10.0.0.1",
        "true,  2, '10.0.0.8, 203.0.113.5, 10.0.0.9',   203.0.113.5",
        "true,  1, 'unknown',                           10.0.0.1",
        "false, 0, '203.0.113.5, 2001:db8::7',          2001:db8::7",
        "false, 0, '',                                  10.0.0.1",
    })
    void anEdgeBelievesItsTrustedHopsAndASidecarTheLastEntry(boolean edge, int hops, String sent, String expected) {
        HeaderLines headers = HeaderLines.empty();
        if (!sent.isEmpty()) {
            headers.set("x-forwarded-for", sent);
        }

        assertThat(ClientAddress.of(headers, new ForwardedFor(edge, hops), "10.0.0.1"))
                .isEqualTo(expected);
    }
}
