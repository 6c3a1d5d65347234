package io.eastwest.routing;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sidecar that passes a call on to the address that was dialled reaches the pod that has it, and the proxy of that pod decides too. */
class DialledPodsTest {
    private static final String HEADLESS = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: all, namespace: foo}
            spec: {selector: {part: all}, clusterIP: None, ports: [{name: http, port: 80}]}
            """;
    private static final String CLAD =
            TwoSidecars.pod("foo/clad", "10.0.0.6", "clad", ", part: all, security.istio.io/tlsMode: istio");
    private static final String NAKED = TwoSidecars.pod("foo/naked", "10.0.0.7", "naked", ", part: all");

    private static String end(String url, String... manifests) {
        Decision decision = TwoSidecars.with(manifests).get("bar/web-1", url);
        return decision.endpoints().stream()
                        .map(target -> target.owner() + " " + target.address() + ": ")
                        .reduce("", String::concat)
                + TwoSidecars.end(decision);
    }

    @Test
    void aHeadlessServiceIsCalledInMutualTlsWhereAllItsPodsTakeIt() {
        assertThat(end("http://all.foo/", HEADLESS, CLAD, mode("foo", "STRICT")))
                .isEqualTo("c1/foo/clad-1 10.0.0.6:80: mutual TLS " + TwoSidecars.WEB);
    }

    @Test
    void aHeadlessServiceIsCalledInPlaintextWhereOneOfItsPodsHasNoSidecar() {
        assertThat(end("http://all.foo/", HEADLESS, CLAD, NAKED)).isEqualTo("c1/foo/clad-1 10.0.0.6:80: plaintext");
        assertThat(end("http://all.foo/", HEADLESS, CLAD, NAKED, mode("foo", "STRICT")))
                .endsWith("filter_chain_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://all.foo/", "http://10.0.0.6/"})
    void policiesOfThePodCount(String url) {
        String deny = security("AuthorizationPolicy", "foo/d", "{action: DENY, rules: [{}]}");

        assertThat(end(url, HEADLESS, CLAD, deny)).isEqualTo("403 - rbac_denied");
    }

    @Test
    void aPodIsReachedByItsAddress() {
        assertThat(end("http://10.0.0.6/", CLAD)).isEqualTo("c1/foo/clad-1 10.0.0.6:80: plaintext");
        assertThat(end("http://10.0.0.6/", CLAD, mode("foo", "STRICT"))).endsWith("filter_chain_not_found");
        assertThat(end("http://10.0.0.8/", CLAD)).isEqualTo("10.0.0.8:80 10.0.0.8:80: plaintext");
    }

    @Test
    void aPodThatIsDownDoesNotAnswer() {
        MeshRouter router = TwoSidecars.with(HEADLESS, CLAD).router();
        Call call = Call.get("http://all.foo/").from("web-1", "bar", "c1");

        assertThat(router.decide(call, Conditions.podDown("c1/foo/clad-1")).outcomes())
                .extracting(Outcome::reason)
                .containsExactly(Reason.UPSTREAM_CONNECT_FAILED);
    }

    @Test
    void aPodOfAnotherNetworkIsNotReachedByItsAddress() {
        Decision decision = SidecarNetworks.mesh()
                .router()
                .decide(Call.get("http://10.2.0.1:8080/").from("web", "shop", "c1"));

        assertThat(decision.endpoints()).extracting(EndpointTarget::owner).containsExactly("10.2.0.1:8080");
    }

    @Test
    void tablesOfFailuresSayTheSameAsDecisions() {
        CallDraft draft = Call.get("http://all.foo/");
        Caller caller = new Caller("web-1", "bar", "c1");
        for (List<String> more : List.of(List.<String>of(), List.of(NAKED, mode("foo", "STRICT")))) {
            String[] all = new String[more.size() + 2];
            all[0] = HEADLESS;
            all[1] = CLAD;
            for (int i = 0; i < more.size(); i++) {
                all[i + 2] = more.get(i);
            }
            MeshRouter router = TwoSidecars.with(all).router();
            MatrixAxes axes = MatrixAxes.builder()
                    .addTarget(new CallTarget("all", draft))
                    .addCaller(caller)
                    .failures(MeshFailures.of(router, MeshFailure.Kind.POD))
                    .build();

            MatrixRow row = FailureMatrix.of(router, axes).rows().get(0);

            assertThat(row.cells()).hasSameSizeAs(axes.failures());
            for (int i = 0; i < axes.failures().size(); i++) {
                Decision decision =
                        router.decide(row.call(), axes.failures().get(i).conditions());
                if (row.cells().get(i).result().called()) {
                    assertThat(row.cells().get(i).result().refused())
                            .as(axes.failures().get(i).name())
                            .extracting(each -> each.reason())
                            .isEqualTo(decision.outcomes().stream()
                                    .filter(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                                    .map(Outcome::reason)
                                    .toList());
                }
            }
        }
    }
}
