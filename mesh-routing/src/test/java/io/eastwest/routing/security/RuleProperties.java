package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.plain;
import static io.eastwest.routing.security.SecuredApp.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.ConnectionBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleProperties {
    private static final List<String> PEERS =
            List.of("", "cluster.local/ns/bar/sa/web", "cluster.local/ns/baz/sa/job", "cluster.local/ns/foo/sa/app");
    private static final int TRIES = 100;

    /** A call to the workload, and whether over HTTP. */
    record Visit(String peer, String method, String path, boolean http) {
        boolean passes(SecuredApp app) {
            return http
                    ? app.http(connection(SecuredApp.HTTP), get(path).method(method))
                            .equals("200")
                    : app.tcp(connection(SecuredApp.TCP)).equals("ok");
        }

        private ConnectionBuilder connection(int port) {
            return peer.isEmpty() ? plain(port) : SecuredApp.mesh(port, peer, "istio");
        }
    }

    @Provide
    Arbitrary<Visit> visits() {
        return Combinators.combine(
                        Arbitraries.of(PEERS),
                        Arbitraries.of("GET", "POST"),
                        Arbitraries.of("/", "/a", "/a/b"),
                        Arbitraries.of(true, false))
                .as(Visit::new);
    }

    @Provide
    Arbitrary<List<String>> rules() {
        return Combinators.combine(sources(), operations())
                .as((from, to) -> "{" + from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<String> sources() {
        return Arbitraries.of(
                "",
                "from: [{source: {namespaces: [bar]}}]",
                "from: [{source: {notNamespaces: [bar]}}]",
                "from: [{source: {principals: ['*']}}]",
                "from: [{source: {principals: ['*/sa/web']}}, {source: {requestPrincipals: ['*']}}]",
                "from: [{source: {ipBlocks: [10.0.0.0/8]}}]");
    }

    private static Arbitrary<String> operations() {
        return Arbitraries.of(
                "",
                "to: [{operation: {methods: [GET]}}]",
                "to: [{operation: {paths: ['/a*']}}]",
                "to: [{operation: {notPaths: [/a]}}]",
                "to: [{operation: {ports: ['9000']}}]",
                "to: [{operation: {methods: [POST], ports: ['8080']}}]");
    }

    private static String allow(String name, List<String> rules) {
        return policy(name, "{rules: " + rules + "}");
    }

    private static String deny(String name, List<String> rules) {
        return policy(name, "{action: DENY, rules: " + rules + "}");
    }

    @Property(tries = TRIES)
    void anAddedAllowNeverLetsThroughWhatADenyBlocks(
            @ForAll("rules") List<String> denied,
            @ForAll("rules") List<String> allowed,
            @ForAll("visits") Visit visit) {
        boolean before = visit.passes(SecuredApp.under(deny("d", denied)));
        boolean after = visit.passes(SecuredApp.under(deny("d", denied), allow("a", allowed)));

        assertThat(after).isIn(before, false);
    }

    @Property(tries = TRIES)
    void aSecondAllowNeverTakesAway(
            @ForAll("rules") List<String> first, @ForAll("rules") List<String> second, @ForAll("visits") Visit visit) {
        boolean before = visit.passes(SecuredApp.under(allow("a", first)));
        boolean after = visit.passes(SecuredApp.under(allow("a", first), allow("b", second)));

        assertThat(after).isIn(before, true);
    }

    @Property(tries = TRIES)
    void theOrderOfPoliciesAndRulesDoesNotMatter(
            @ForAll("rules") List<String> denied,
            @ForAll("rules") List<String> allowed,
            @ForAll("visits") Visit visit) {
        List<String> reversedDenied = reversed(denied);
        List<String> reversedAllowed = reversed(allowed);

        assertThat(visit.passes(SecuredApp.under(deny("z", reversedDenied), allow("a", reversedAllowed))))
                .isEqualTo(visit.passes(SecuredApp.under(allow("z", allowed), deny("a", denied))));
    }

    @Property(tries = TRIES)
    void anAllowWithoutRulesAddsNothing(@ForAll("rules") List<String> allowed, @ForAll("visits") Visit visit) {
        assertThat(visit.passes(SecuredApp.under(policy("none", "{}")))).isFalse();
        assertThat(visit.passes(SecuredApp.under(policy("none", "{}"), allow("a", allowed))))
                .isEqualTo(visit.passes(SecuredApp.under(allow("a", allowed))));
    }

    @Property(tries = TRIES)
    void onePolicyOfManyRulesIsAsManyPoliciesOfOne(@ForAll("rules") List<String> rules, @ForAll("visits") Visit visit) {
        String[] single = Stream.iterate(0, i -> i < rules.size(), i -> i + 1)
                .map(i -> deny("d" + i, List.of(rules.get(i))))
                .toArray(String[]::new);

        assertThat(visit.passes(SecuredApp.under(single))).isEqualTo(visit.passes(SecuredApp.under(deny("d", rules))));
    }

    private static List<String> reversed(List<String> list) {
        List<String> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
