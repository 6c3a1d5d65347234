package io.eastwest.routing;

import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Test;

/** A pod without a proxy calls what Kubernetes gives it: each ready pod of the Service as likely, in plaintext. */
class PlainCallersTest {
    private static final String MORE =
            TwoSidecars.pod("foo/more", "10.0.0.7", "a", ", security.istio.io/tlsMode: istio");
    private static final String NOBODY = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: nobody, namespace: foo}
            spec: {selector: {app: nobody}, clusterIP: 10.96.0.20, SPECports: [{name: http, port: 80}]}
            """;

    private static Decision get(String url, String... manifests) {
        return TwoSidecars.with(manifests).get("out/bare", url);
    }

    @Test
    void everyReadyPodGetsTheSameShare() {
        Decision decision = get("http://app.foo/", MORE);

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.endpoints())
                .extracting(target -> target.owner() + " " + target.address() + " " + target.share())
                .containsExactlyInAnyOrder("c1/foo/app-1 10.0.0.9:8080 1/2", "c1/foo/more-1 10.0.0.7:8080 1/2");
        assertThat(decision.endpoints()).allSatisfy(target -> {
            assertThat(target.routedTo()).isEqualTo("outbound|80||app.foo.svc.cluster.local");
            assertThat(target.hops())
                    .extracting(Hop::kind)
                    .containsExactly(Hop.Kind.CLIENT_APPLICATION, Hop.Kind.SERVER_SIDECAR);
            assertThat(target.hops().get(0).proxy()).isEqualTo("c1/out/bare-1");
            assertThat(target.hops().get(1).secured()).isEqualTo("plaintext");
            assertThat(target.hops().get(1).peer()).isEmpty();
        });
    }

    @Test
    void aServiceWithoutReadyPodsRefuses() {
        Decision decision = get("http://nobody.foo/", NOBODY.replace("SPEC", ""));

        assertThat(decision.endpoints()).isEmpty();
        assertThat(decision.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
            assertThat(outcome.reason()).isEqualTo(Reason.UPSTREAM_CONNECT_FAILED);
            assertThat(outcome.detail()).isEqualTo("the Service has no ready pod");
            assertThat(outcome.closed()).isTrue();
            assertThat(outcome.share()).isEqualTo(Share.ONE);
        });
    }

    @Test
    void aPreferenceForNearPodsIsTold() {
        String near =
                NOBODY.replace("SPEC", "trafficDistribution: PreferClose, ").replace("app: nobody", "app: a");

        assertThat(get("http://nobody.foo/", near).findings())
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo(
                                "NOT_MODELLED Service/foo/nobody: the caller has no proxy, and Kubernetes prefers near"
                                        + " pods; each ready pod is taken as likely"));
        assertThat(get("http://app.foo/").findings()).noneMatch(finding -> finding.contains("prefers near"));
    }

    @Test
    void addressesAreDialledAsTheyAre() {
        assertThat(get("http://10.0.0.9:8080/").endpoints())
                .extracting(target -> target.owner() + " " + target.address())
                .containsExactly("c1/foo/app-1 10.0.0.9:8080");
        assertThat(get("http://203.0.113.9/").endpoints())
                .extracting(target -> target.owner() + " " + target.address())
                .containsExactly("203.0.113.9:80 203.0.113.9:80");
    }

    @Test
    void whatTheServerRefusesIsRefused() {
        Decision decision = get(
                "http://app.foo/",
                MORE,
                security(
                        "AuthorizationPolicy",
                        "foo/d",
                        "{selector: {matchLabels: {app: a}}," + " action: DENY, rules: [{}]}"));

        assertThat(decision.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status()).hasValue(403);
            assertThat(outcome.reason()).isEqualTo(Reason.RBAC_DENIED);
        });
    }

    @Test
    void aPodThatIsDownLosesItsShare() {
        Decision decision = TwoSidecars.with(MORE)
                .router()
                .decide(Call.get("http://app.foo/").from("bare", "out", "c1"), Conditions.podDown("c1/foo/more-1"));

        assertThat(decision.share(Outcome.Kind.FORWARDED)).isEqualTo(Share.of(1, 2));
        assertThat(decision.outcomes())
                .filteredOn(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.reason()).isEqualTo(Reason.UPSTREAM_CONNECT_FAILED);
                    assertThat(outcome.closed()).isTrue();
                    assertThat(outcome.detail()).isEqualTo("endpoint 10.0.0.7:8080 does not answer");
                });
    }
}
