package io.eastwest.routing.ztunnel;

import static io.eastwest.routing.fixture.AmbientMesh.APP;
import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.authorization;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Steps;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ztunnel takes for its workload: points 8 and 9 of section 5.3 of security-ambient.md. */
class ZtunnelInboundTest {
    private static Connection to(String address, int port, Optional<String> peer) {
        return Connection.builder()
                .sourceAddress("10.0.1.1")
                .destinationAddress(address)
                .destinationPort(port)
                .peer(peer.map(Peer::new))
                .build();
    }

    private static String text(ZtunnelAnswer answer) {
        assertThat(answer.outcomes()).hasSize(1);
        Outcome outcome = answer.outcome();
        return outcome.kind() == Outcome.Kind.FORWARDED
                ? "forwarded " + outcome.share()
                : outcome.reason() + (outcome.closed() ? " closed " : " ") + outcome.share() + ": " + outcome.detail();
    }

    private static String tunnel(AmbientMesh mesh, String address, String authority) {
        return text(mesh.router().ztunnel(APP).hbone(to(address, 15008, Optional.of(WEB)), authority, TraceSink.NONE));
    }

    @Nested
    class ATunnel {
        private final AmbientMesh mesh = AmbientMesh.with();

        @ParameterizedTest
        @CsvSource({
            "10.0.0.1, 10.0.0.1:8080, forwarded 1",
            "fd00::1, [fd00::1]:8080, forwarded 1",
            "10.0.0.1, 10.0.0.2:8080, 'OTHER closed 1: http status: 400 Bad Request, ip mismatch: 10.0.0.1 != 10.0.0.2'",
            "fd00::1, [fd00::2]:80, 'OTHER closed 1: http status: 400 Bad Request, ip mismatch: fd00::1 != fd00::2'",
        })
        void leadsToTheWorkloadItself(String address, String authority, String answer) {
            assertThat(tunnel(mesh, address, authority)).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "app.foo.svc.cluster.local:80, forwarded 1",
            "app.foo.svc.cluster.local:9090, forwarded 1",
            "app.foo.svc.cluster.local:8080, unknown",
            "car.side.svc.cluster.local:80, unknown",
            "10.0.0.1.example:80, unknown",
            "gone.foo.svc.cluster.local:80, unknown",
        })
        void mayNameAServiceOfTheWorkload(String authority, String answer) {
            assertThat(tunnel(mesh, "10.0.0.1", authority))
                    .isEqualTo(
                            answer.equals("unknown")
                                    ? "OTHER closed 1: http status: 503 Service Unavailable, unknown destination "
                                            + authority
                                    : answer);
        }

        @Test
        void thatNamesAServiceIsHeldAgainstThePortOfTheWorkload() {
            AmbientMesh guarded = AmbientMesh.with(authorization("{rules: [{to: [{operation: {ports: ['8080']}}]}]}"));

            assertThat(tunnel(guarded, "10.0.0.1", "app.foo.svc.cluster.local:80"))
                    .isEqualTo("forwarded 1");
            assertThat(tunnel(guarded, "10.0.0.1", "app.foo.svc.cluster.local:9090"))
                    .isEqualTo("RBAC_DENIED closed 1: http status: 401 Unauthorized, allow policies exist, but none"
                            + " allowed: foo/p");
        }

        @Test
        void needsACertificateOfTheTrustDomain() {
            Ztunnel app = mesh.router().ztunnel(APP);

            assertThat(text(app.hbone(to("10.0.0.1", 15008, Optional.empty()), "10.0.0.1:8080", TraceSink.NONE)))
                    .isEqualTo("TLS_HANDSHAKE_FAILED closed 1: TLS: a client certificate is required");
            assertThat(text(app.hbone(
                            to("10.0.0.1", 15008, Optional.of("other/ns/bar/sa/web")),
                            "10.0.0.1:8080",
                            TraceSink.NONE)))
                    .isEqualTo("TLS_HANDSHAKE_FAILED closed 1: TLS: identity verification error: trust domain \"other\""
                            + " is not \"cluster.local\"");
        }
    }

    @Nested
    class Plaintext {
        @ParameterizedTest
        @ValueSource(ints = {15001, 15006, 15008, 15080})
        void forPortsOfTheZtunnelIsRefused(int port) {
            assertThat(text(AmbientMesh.with().plaintext(port)))
                    .isEqualTo("NO_LISTENER closed 1: attempted recursive call to self");
        }

        @Test
        void forOtherPortsIsTaken() {
            assertThat(text(AmbientMesh.with().plaintext(15009))).isEqualTo("forwarded 1");
        }

        @Test
        void isHeldAgainstPoliciesWithItsAddress() {
            AmbientMesh mesh = AmbientMesh.with(authorization("{rules: [{from: [{source: {ipBlocks: [10.0.1.1]}}],"
                    + " when: [{key: destination.ip, values: [10.0.0.1]}]}]}"));
            Ztunnel app = mesh.router().ztunnel(APP);

            assertThat(text(mesh.plaintext(8080))).isEqualTo("forwarded 1");
            assertThat(text(app.plaintext(to("10.0.0.2", 8080, Optional.empty()), TraceSink.NONE)))
                    .isEqualTo("RBAC_DENIED closed 1: connection closed due to policy rejection: allow policies exist,"
                            + " but none allowed: foo/p");
        }
    }

    @Test
    void aPolicyThatDeniesIsNamedWithItsRule() {
        AmbientMesh mesh = AmbientMesh.with(
                AmbientMesh.policy("AuthorizationPolicy", "foo", "a", "{}"),
                AmbientMesh.policy("AuthorizationPolicy", "foo", "b", "{action: DENY, rules: [{}]}"));

        assertThat(mesh.plaintext(8080).outcome().reason()).isEqualTo(Reason.RBAC_DENIED);
        assertThat(mesh.plaintext(8080).outcome().detail())
                .isEqualTo("connection closed due to policy rejection: explicitly denied by: foo/b spec.rules[0]");
    }

    @Test
    void allPoliciesThatMightHaveAllowedAreNamed() {
        AmbientMesh mesh = AmbientMesh.with(
                AmbientMesh.policy("AuthorizationPolicy", "foo", "a", "{}"),
                AmbientMesh.policy(
                        "AuthorizationPolicy", "foo", "b", "{rules: [{from: [{source: {namespaces: [x]}}]}]}"));

        assertThat(mesh.hbone(WEB, 8080).outcome().detail())
                .isEqualTo("http status: 401 Unauthorized, allow policies exist, but none allowed: foo/a, foo/b");
    }

    @Test
    void whatIsNotEnforcedIsTold() {
        assertThat(AmbientMesh.with(authorization("{action: AUDIT}"))
                        .plaintext(8080)
                        .findings())
                .singleElement()
                .asString()
                .contains("ztunnel does not support the action AUDIT");
    }

    @Test
    void theStepsTellEachPolicyAndTheRuleThatLacksTheFewest() {
        AmbientMesh mesh = AmbientMesh.with(
                AmbientMesh.policy(
                        "AuthorizationPolicy",
                        "foo",
                        "a",
                        "{rules: [{from: [{source: {namespaces: [x], ipBlocks: [10.9.9.9]}}]}]}"),
                AmbientMesh.policy(
                        "AuthorizationPolicy", "foo", "b", "{rules: [{from: [{source: {namespaces: [x]}}]}]}"),
                AmbientMesh.policy(
                        "AuthorizationPolicy",
                        "foo",
                        "c",
                        "{action: DENY, rules: [{from: [{source: {namespaces: [y]}}]}]}"));
        Steps steps = new Steps();
        mesh.router().ztunnel(APP).hbone(to("10.0.0.1", 15008, Optional.of(WEB)), "10.0.0.1:80", steps);
        String field = "from[0].source.namespaces: expected one of [\"NAME\"] but was \"bar\"";

        assertThat(steps.lines(TraceStep.Stage.FILTER))
                .containsExactly(
                        "- DENY foo/c: spec.rules[0] " + field.replace("NAME", "y"),
                        "- ALLOW foo/a: spec.rules[0] " + field.replace("NAME", "x"),
                        "- ALLOW foo/b: spec.rules[0] " + field.replace("NAME", "x"),
                        "- nearest ALLOW rule AuthorizationPolicy/foo/b spec.rules[0]: lacks "
                                + field.replace("NAME", "x"));
    }

    @Test
    void theStepsTellThePolicyThatMatches() {
        Steps steps = new Steps();
        AmbientMesh.with(authorization("{rules: [{}]}"))
                .router()
                .ztunnel(APP)
                .plaintext(to("10.0.0.1", 80, Optional.empty()), steps);

        assertThat(steps.lines(TraceStep.Stage.FILTER)).containsExactly("+ ALLOW foo/p: all fields match");
    }
}
