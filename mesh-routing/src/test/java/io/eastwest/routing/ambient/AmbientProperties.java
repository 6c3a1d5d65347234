package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of policies and calls in ambient mode. */
class AmbientProperties {
    private static final int TRIES = 60;

    @Provide
    Arbitrary<List<String>> rules() {
        return Combinators.combine(
                        Arbitraries.of(
                                "",
                                "from: [{source: {namespaces: [bar]}}]",
                                "from: [{source: {notNamespaces: [bar]}}]",
                                "from: [{source: {principals: ['*']}}]",
                                "from: [{source: {principals: ['*/sa/wp']}}]",
                                "from: [{source: {requestPrincipals: ['*']}}]"),
                        Arbitraries.of(
                                "",
                                "to: [{operation: {methods: [GET]}}]",
                                "to: [{operation: {ports: ['8080']}}]",
                                "to: [{operation: {notPorts: ['8080'], paths: [/a]}}]"))
                .as((from, to) -> "{" + from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Boolean> tunnels() {
        return Arbitraries.of(true, false);
    }

    private static String policy(String name, String action, List<String> rules) {
        return AmbientMesh.policy("AuthorizationPolicy", "foo", name, "{action: " + action + ", rules: " + rules + "}");
    }

    private static String verdict(boolean tunnel, String... policies) {
        AmbientMesh mesh = AmbientMesh.with(policies);
        return AmbientMesh.admitted(tunnel ? mesh.hbone(AmbientMesh.WEB, 8080) : mesh.plaintext(8080));
    }

    @Property(tries = TRIES)
    void anAddedAllowNeverLetsThroughWhatADenyBlocks(
            @ForAll("rules") List<String> denied,
            @ForAll("rules") List<String> allowed,
            @ForAll("tunnels") boolean tunnel) {
        String before = verdict(tunnel, policy("d", "DENY", denied));
        String after = verdict(tunnel, policy("d", "DENY", denied), policy("a", "ALLOW", allowed));

        assertThat(after).isIn(before, "closed");
    }

    @Property(tries = TRIES)
    void theOrderOfPoliciesAndRulesDoesNotMatter(
            @ForAll("rules") List<String> denied,
            @ForAll("rules") List<String> allowed,
            @ForAll("tunnels") boolean tunnel) {
        List<String> reversed = new ArrayList<>(denied);
        Collections.reverse(reversed);

        assertThat(verdict(tunnel, policy("z", "DENY", reversed), policy("a", "ALLOW", allowed)))
                .isEqualTo(verdict(tunnel, policy("z", "ALLOW", allowed), policy("a", "DENY", denied)));
    }

    @Property(tries = TRIES)
    void aPolicyWithoutRulesDeniesAll(@ForAll("tunnels") boolean tunnel) {
        assertThat(verdict(tunnel, policy("none", "ALLOW", List.of()))).isEqualTo("closed");
    }

    /** Whatever the policies at pod and waypoint are: what is said to arrive is let in by every proxy on the way. */
    @Property(tries = TRIES)
    void aCallThatIsForwardedIsAdmittedAtEveryHop(
            @ForAll("rules") List<String> atPod,
            @ForAll("rules") List<String> atWaypoint,
            @ForAll("tunnels") boolean waypoint) {
        String target = "{targetRefs: [{group: \"\", kind: Service, name: svc}], rules: " + atWaypoint + "}";
        AmbientMesh mesh = AmbientMesh.with(
                Waypoints.waypoint(),
                waypoint ? Waypoints.service() : Waypoints.service("svc", "a: b"),
                policy("pod", "ALLOW", atPod),
                AmbientMesh.policy("AuthorizationPolicy", "foo", "way", target));
        Decision decision = mesh.get("bar/web", "http://svc.foo/a");

        assertThat(Share.sum(decision.outcomes().stream().map(Outcome::share).toList()))
                .isEqualTo(Share.ONE);
        for (EndpointTarget each : decision.endpoints()) {
            each.hops().stream()
                    .filter(hop -> hop.kind() == Hop.Kind.SERVER_ZTUNNEL)
                    .forEach(hop -> assertThat(admitted(mesh.router(), hop)).isTrue());
            assertThat(each.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.WAYPOINT))
                    .isEqualTo(waypoint);
        }
    }

    private static boolean admitted(MeshRouter router, Hop hop) {
        int colon = hop.address().lastIndexOf(':');
        Connection connection = Connection.builder()
                .sourceAddress("10.0.1.1")
                .destinationAddress(hop.address().substring(0, colon))
                .destinationPort(Integer.parseInt(hop.address().substring(colon + 1)))
                .peer(Optional.of(hop.peer()).filter(peer -> !peer.isEmpty()).map(Peer::new))
                .build();
        return router.ztunnel(hop.proxy())
                        .hbone(connection, hop.address(), TraceSink.NONE)
                        .outcome()
                        .kind()
                == Outcome.Kind.FORWARDED;
    }

    /** The decision with its steps is the same decision. */
    @Property(tries = TRIES)
    void explainingChangesNothing(@ForAll("rules") List<String> rules) {
        AmbientMesh mesh = AmbientMesh.with(policy("p", "ALLOW", rules));
        Call call = Call.get("http://app.foo").from("web", "bar", "c1");

        assertThat(mesh.router().explain(call).decision())
                .isEqualTo(mesh.router().decide(call));
    }
}
