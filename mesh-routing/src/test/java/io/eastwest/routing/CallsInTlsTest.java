package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.KindsTown;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls whose client speaks TLS itself. */
class CallsInTlsTest {
    private static final String A = "a.shop.svc.cluster.local";
    private static final String HTTPS = KindsTown.edge(
            "protocol: HTTPS}, hosts: ['*.example'], tls: {mode: SIMPLE, credentialName: cert}",
            "hosts: ['*.example'], http: [{match: [{headers: {x: {exact: '1'}}}], route: [{destination: {host: " + A
                    + ", port: {number: 80}}}]}]");

    private static Call arriving(CallDraft draft) {
        return draft.arrivingAt("edge-1", "edge", "c1");
    }

    private static String reached(Decision decision) {
        return decision.endpoints().stream()
                .map(target -> target.owner() + " by "
                        + target.hops().get(target.hops().size() - 1).secured())
                .toList()
                .toString();
    }

    private static Decision same(MeshRouter router, Call call) {
        Decision decision = router.decide(call);
        assertThat(router.explain(call).decision()).isEqualTo(decision);
        assertThat(router.decide(call)).isEqualTo(decision);
        return decision;
    }

    @Nested
    class WrittenAsUrls {
        private static Call call(String url) {
            return arriving(Call.get(url));
        }

        @Test
        void askForTheirHostOnPort443() {
            Call call = call("https://one.example/x");

            assertThat(call.host()).isEqualTo("one.example");
            assertThat(call.port()).isEqualTo(443);
            assertThat(call.tls()).contains(new TlsClientHello(Optional.of("one.example"), List.of()));
            assertThat(call).hasToString("GET https://one.example/x for one.example from outside at c1/edge/edge-1");
            assertThat(reached(same(
                            KindsTown.with(HTTPS),
                            arriving(Call.get("https://one.example/").header("x", "1")))))
                    .isEqualTo("[c1/shop/a-1 by mutual TLS]");
        }

        @Test
        void mayNameAnotherPort() {
            assertThat(call("https://one.example:8443/").port()).isEqualTo(8443);
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://192.0.2.1/", "https://[2001:db8::1]/"})
        void askForNoNameWhereTheHostIsAnAddress(String url) {
            assertThat(call(url).tls().orElseThrow().serverName()).isEmpty();
        }

        @Test
        void areOfNoOtherScheme() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> call("ftp://one.example/"))
                    .withMessage("url must be http://host[:port][/path][?query], or https, but was"
                            + " \"ftp://one.example/\"");
        }
    }

    @Nested
    class ThatAGatewayEnds {
        private final MeshRouter router = KindsTown.with(HTTPS);
        private final CallDraft get = Call.get("http://one.example:443/").header("x", "1");

        @Test
        void areRoutedByTheRequestInside() {
            Decision decision = same(router, arriving(get.inTls("one.example", "http/1.1")));

            assertThat(reached(decision)).isEqualTo("[c1/shop/a-1 by mutual TLS]");
            assertThat(decision.firstLeg().tls().orElseThrow().certificate()).contains("cert");
            assertThat(decision.findings()).isEmpty();
        }

        @Test
        void areRefusedByWhatIsInside() {
            Decision decision =
                    same(router, arriving(Call.get("http://one.example:443/").inTls("one.example")));

            assertThat(decision.outcomes().get(0).status()).hasValue(404);
        }

        @Test
        void needAServerNameThatIsServed() {
            Decision decision = same(router, arriving(get.inTls("one.other")));

            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.FILTER_CHAIN_NOT_FOUND);
        }

        @Test
        void areNotThoseInPlaintext() {
            assertThat(same(router, arriving(get)).outcomes().get(0).kind()).isEqualTo(Outcome.Kind.REFUSED);
        }

        @Test
        void areAnsweredInHttpWhereNobodyIsLeft() {
            Decision decision = router.decide(arriving(get.inTls("one.example")), Conditions.podDown("c1/shop/a-1"));

            assertThat(decision.outcomes().get(0).status()).hasValue(503);
        }
    }

    @Nested
    class ThatNoProxyEnds {
        private final MeshRouter router = KindsTown.with(KindsTown.rules(
                "tls: [{match: [{port: 443, sniHosts: [" + A + "]}], route: [{destination: {host: b}}]}]"));

        @Test
        void areRoutedByTheServerName() {
            Decision decision = same(router, Call.tcp(A, 443).inTls(A).from("client", "shop", "c1"));

            assertThat(reached(decision)).isEqualTo("[c1/shop/b-1 by mutual TLS]");
            assertThat(decision.findings())
                    .containsExactly(
                            "the call reaches the application of c1/shop/b-1 in TLS, which it has to serve itself");
        }

        @Test
        void areNotReadAsHttpBehindTheTlsOfTheMesh() {
            String mapped = KindsTown.rules("tls: [{match: [{port: 443, sniHosts: [" + A
                    + "]}], route: [{destination: {host: b, port: {number: 80}}}]}]");

            Decision decision = same(
                    KindsTown.with(mapped),
                    Call.get("http://" + A + ":443/").inTls(A).from("client", "shop", "c1"));

            assertThat(decision.endpoints()).isEmpty();
            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.PROTOCOL_ERROR);
        }

        @Test
        void reachServersOfCallersWithoutAProxy() {
            Decision decision = same(router, Call.tcp(A, 9000).inTls("any.name").from("bare", "web", "c1"));

            assertThat(reached(decision)).isEqualTo("[c1/shop/a-1 by TLS]");
            assertThat(decision.findings()).hasSize(1);
        }

        @Test
        void areClosedWhereAServerReadsHttpOnly() {
            Decision decision =
                    same(router, Call.get("http://" + A + "/").inTls(A).from("bare", "web", "c1"));

            assertThat(decision.endpoints()).isEmpty();
            assertThat(decision.outcomes().get(0).closed()).isTrue();
        }

        @Test
        void areLostWithoutAnswerWhereNobodyIsLeft() {
            Decision decision = router.decide(
                    Call.get("http://" + A + ":443/").inTls(A).from("client", "shop", "c1"),
                    Conditions.podDown("c1/shop/b-1"));

            assertThat(decision.outcomes().get(0).status()).isEmpty();
            assertThat(decision.outcomes().get(0).closed()).isTrue();
        }
    }

    @Test
    void theirTextTellsHowTheySpeak() {
        CallDraft tcp = Call.tcp("a", 1);

        assertThat(tcp.inTls("").from("x", "y", "z")).hasToString("tls a:1 without SNI from z/y/x");
        assertThat(tcp.inTls("a.b", "h2", "http/1.1").from("x", "y", "z"))
                .hasToString("tls a:1 for a.b by h2 or http/1.1 from z/y/x");
        assertThat(Call.get("http://a/b").inTls("c").from("x", "y", "z"))
                .hasToString("GET https://a/b for c from z/y/x");
        assertThat(tcp.inTls("a")
                        .from("x", "y", "z")
                        .draft()
                        .from("x", "y", "z")
                        .tls())
                .isPresent();
    }
}
