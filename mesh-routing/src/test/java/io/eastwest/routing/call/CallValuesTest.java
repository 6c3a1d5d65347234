package io.eastwest.routing.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallValuesTest {
    @Nested
    class ARequest {
        private final HttpRequest request = HttpRequest.builder()
                .authority("shop.example")
                .addHeader(new Header("X-User", "one"))
                .addHeader(new Header("accept", "text/html"))
                .addHeader(new Header("x-user", "two"))
                .build();

        @Test
        void isAGetOfTheRootInHttp11UnlessSaid() {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/");
            assertThat(request.version()).isEqualTo(HttpVersion.HTTP_1_1);
            assertThat(request.token()).isEmpty();
        }

        @Test
        void hasTheValuesOfAHeaderInOrderWhateverTheCaseOfItsName() {
            assertThat(request.headerValues("X-USER")).containsExactly("one", "two");
            assertThat(request.headerValues("Accept")).containsExactly("text/html");
            assertThat(request.headerValues("cookie")).isEmpty();
        }

        @Test
        void isTheStartOfOthers() {
            HttpRequest other = request.toBuilder().method("POST").build();

            assertThat(other.method()).isEqualTo("POST");
            assertThat(other.toBuilder().method("GET").build()).isEqualTo(request);
        }
    }

    @Nested
    class AConnection {
        private final Connection connection = Connection.builder()
                .destinationAddress("10.0.0.1")
                .destinationPort(80)
                .build();

        @Test
        void isInPlaintextFromSomebodyUnknownUnlessSaid() {
            assertThat(connection.sourceAddress()).isEmpty();
            assertThat(connection.sourcePort()).isZero();
            assertThat(connection.tls()).isEmpty();
            assertThat(connection.peer()).isEmpty();
        }

        @Test
        void isTheStartOfOthers() {
            Connection other = connection.toBuilder().sourcePort(4711).build();

            assertThat(other.destinationAddress()).isEqualTo("10.0.0.1");
            assertThat(other.sourcePort()).isEqualTo(4711);
        }

        @Test
        void keepsTheProtocolsThatItsClientOffered() {
            List<String> offered = new ArrayList<>(List.of("h2"));
            TlsClientHello hello = new TlsClientHello(Optional.of("shop.example"), offered);
            offered.add("http/1.1");

            assertThat(hello.applicationProtocols()).containsExactly("h2");
        }
    }

    @Nested
    class APeer {
        @ParameterizedTest
        @CsvSource({
            "cluster.local/ns/web/sa/client, cluster.local, spiffe://cluster.local/ns/web/sa/client",
            "east, east, spiffe://east",
            "/ns/web, '', spiffe:///ns/web"
        })
        void isOfTheTrustDomainBeforeTheFirstSlash(String principal, String domain, String uri) {
            Peer peer = new Peer(principal);

            assertThat(peer.trustDomain()).isEqualTo(domain);
            assertThat(peer.uri()).isEqualTo(uri);
        }
    }

    @Nested
    class AToken {
        private final JwtToken token = JwtToken.builder().putClaim("sub", "me").build();

        @Test
        void isSignedByItsIssuerAndInTimeUnlessSaid() {
            assertThat(token.knownKey()).isTrue();
            assertThat(token.expired()).isFalse();
            assertThat(token.issuer()).isEmpty();
        }

        @Test
        void isTheStartOfOthers() {
            assertThat(token.toBuilder().issuer("me").build().claims()).containsExactlyEntriesOf(token.claims());
        }
    }
}
