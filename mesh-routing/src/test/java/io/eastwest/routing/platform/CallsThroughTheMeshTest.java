package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose frontend calls on through its proxy. */
class CallsThroughTheMeshTest {
    private static EntryResult ask(AppGraph calls, String... rules) {
        return TwoClusterShop.probing("H1", "RETURN_ALL")
                .add("a", rules)
                .router()
                .withMesh(
                        TwoClusterShop.REQUEST, calls, PlatformOutage.builder().build());
    }

    private static String rule(String http) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: back, namespace: shop}
                spec: {hosts: [back], http: [HTTP]}
                """.replace("HTTP", http);
    }

    @Test
    void aCallThatARuleAnswersIsAnswered() {
        EntryResult result = ask(TwoClusterShop.CALLS, rule("{directResponse: {status: 200}}"));

        assertThat(result.served()).isEqualTo(Share.ONE);
        assertThat(result.losses()).isEmpty();
    }

    @Test
    void aCallThatItsProxyRefusesIsLostWhereItIsMade() {
        EntryResult result = ask(TwoClusterShop.CALLS, rule("{route: [{destination: {host: back, subset: none}}]}"));

        assertThat(result.served()).isEqualTo(Share.of(1, 2));
        assertThat(result.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(EntryLoss.Cause.CALL_FAILED);
            assertThat(loss.cluster()).isEqualTo("a");
            assertThat(loss.detail()).startsWith("call to shop/back: ");
            assertThat(loss.share()).isEqualTo(Share.of(1, 2));
        });
    }

    @Test
    void aCallToANameThatDnsDoesNotKnowIsLost() {
        EntryResult result = ask(AppGraph.empty().calls("shop/front", AppCall.to("shop/gone", 8080)));

        assertThat(result.served()).isEqualTo(Share.ZERO);
        assertThat(result.losses())
                .extracting(EntryLoss::detail)
                .contains(
                        "the DNS of cluster a does not know gone.shop", "the DNS of cluster b does not know gone.shop");
    }

    @Test
    void whatIsLostAfterALossCountsOnlyOnce() {
        AppGraph calls = AppGraph.empty()
                .calls("shop/front", AppCall.to("shop/back", 8080))
                .calls("shop/front", AppCall.to("shop/gone", 8080));

        EntryResult result = ask(calls, rule("{route: [{destination: {host: back, subset: none}}]}"));

        assertThat(result.served()).isEqualTo(Share.ZERO);
        assertThat(Share.sum(result.losses().stream().map(EntryLoss::share).toList()))
                .isEqualTo(Share.ONE);
    }
}
