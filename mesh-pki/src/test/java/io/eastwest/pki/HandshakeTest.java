package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.bundle.TrustBundle;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutual TLS between workloads, as proxies do it: no host name, only chains. */
class HandshakeTest {
    private static final WorkloadCertificate EAST = Fixtures.leaf(MESH, "east");
    private static final WorkloadCertificate WEST = Fixtures.leaf(MESH, "west");
    private static final WorkloadCertificate STRANGER = Fixtures.leaf(OTHER_MESH, "west");

    @Nested
    class Succeeds {
        @ParameterizedTest
        @CsvSource({"TLSv1.2, east, west", "TLSv1.2, west, east", "TLSv1.3, east, west", "TLSv1.3, west, east"})
        void betweenClustersOfOneRoot(String protocol, String client, String server) {
            Handshake.Outcome outcome = Handshake.of(protocol)
                    .client(Fixtures.leaf(MESH, client), MESH.bundle(client).roots())
                    .server(Fixtures.leaf(MESH, server), MESH.bundle(server).roots())
                    .run();

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.protocol()).isEqualTo(protocol);
            assertThat(outcome.namesSeenByServer()).containsExactly("spiffe://cluster.local/ns/shop/sa/web");
            assertThat(outcome.namesSeenByClient()).containsExactly("spiffe://cluster.local/ns/shop/sa/web");
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void betweenClustersOfTwoRootsThatBothTrust(String protocol) {
            TrustBundle both = MESH.roots().union(OTHER_MESH.roots());

            assertThat(Handshake.of(protocol)
                            .client(EAST, both)
                            .server(STRANGER, both)
                            .run()
                            .failure())
                    .isEmpty();
        }
    }

    @Nested
    class Fails {
        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void atTheClientWhenTheServerIsBelowAnotherRoot(String protocol) {
            assertThat(Handshake.of(protocol)
                            .client(EAST, MESH.roots())
                            .server(STRANGER, MESH.roots().union(OTHER_MESH.roots()))
                            .run()
                            .failure())
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .startsWith("client: ")
                            .contains("unable to find valid certification path"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void atTheServerWhenTheClientIsBelowAnotherRoot(String protocol) {
            assertThat(Handshake.of(protocol)
                            .client(STRANGER, MESH.roots().union(OTHER_MESH.roots()))
                            .server(WEST, MESH.roots())
                            .run()
                            .failure())
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .startsWith("server: ")
                            .contains("unable to find valid certification path"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void whenTheIntermediateIsNotSent(String protocol) {
            assertThat(Handshake.of(protocol)
                            .client(EAST, MESH.roots())
                            .server(List.of(WEST.certificate()), WEST.key(), MESH.roots())
                            .run()
                            .failure())
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .startsWith("client: ")
                            .contains("unable to find valid certification path"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void whenTheIntermediateIsThatOfAnotherCluster(String protocol) {
            List<X509Certificate> mixed =
                    List.of(WEST.certificate(), EAST.chain().get(1));

            assertThat(Handshake.of(protocol)
                            .client(EAST, MESH.roots())
                            .server(mixed, WEST.key(), MESH.roots())
                            .run()
                            .failure())
                    .hasValueSatisfying(failure -> assertThat(failure).startsWith("client: "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void whenTheClientHasNoCertificate(String protocol) {
            assertThat(Handshake.of(protocol)
                            .clientWithoutCertificate(MESH.roots())
                            .server(WEST, MESH.roots())
                            .run()
                            .failure())
                    .hasValueSatisfying(failure ->
                            assertThat(failure).startsWith("server: ").contains("Empty client certificate chain"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void whenACertificateIsExpired(String protocol) {
            assertThat(Handshake.of(protocol)
                            .at(Fixtures.NOW.plusSeconds(25 * 3600))
                            .client(EAST, MESH.roots())
                            .server(WEST, MESH.roots())
                            .run()
                            .failure())
                    .hasValueSatisfying(failure -> assertThat(failure).contains("validity check failed"));
        }
    }
}
