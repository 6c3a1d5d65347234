package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.AccessCell.Verdict;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What questions say of policies holds for calls of any kind. */
class PolicyLawsProperties {
    private static final int TRIES = 60;
    private static final List<String> PATHS = List.of("/", "/a", "/a/x", "/ab", "/b/x", "/a/b/c");
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PURGE");
    private static final List<Caller> CALLERS =
            List.of(new Caller("web", "bar", "c1"), new Caller("bare", "out", "c1"));

    @Provide
    Arbitrary<List<String>> rules() {
        return Combinators.combine(
                        Arbitraries.of(
                                "",
                                "from: [{source: {namespaces: [bar]}}]",
                                "from: [{source: {namespaces: ['b*']}}]",
                                "from: [{source: {notNamespaces: [bar]}}]",
                                "from: [{source: {principals: ['*']}}]",
                                "from: [{source: {principals: ['spiffe://x']}}, {source: {namespaces: [bar]}}]",
                                "from: [{source: {principals: ['spiffe://x']}}]"),
                        Arbitraries.of(
                                "",
                                "to: [{operation: {methods: [GET]}}]",
                                "to: [{operation: {methods: [GET, POST]}}]",
                                "to: [{operation: {paths: ['/a*']}}]",
                                "to: [{operation: {paths: [/a, '/ab']}}]",
                                "to: [{operation: {paths: ['*/x'], methods: [GET]}}]",
                                "to: [{operation: {paths: ['/a/{*}']}}]",
                                "to: [{operation: {notPaths: [/a]}}]",
                                "to: [{operation: {notPaths: [/a, /ab]}}]",
                                "to: [{operation: {ports: ['9000']}}]",
                                "to: [{operation: {paths: [/b/x]}}], when: [{key: unknown, values: [a]}]"))
                .as((from, to) -> "{" + from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static MeshRouter mesh(List<String> denied, List<String> allowed) {
        return TwoSidecars.with(policies(denied, allowed)).router();
    }

    /** A DENY without rules is refused by validation. */
    private static String[] policies(List<String> denied, List<String> allowed) {
        String allow = policy("p", "ALLOW", allowed);
        return denied.isEmpty() ? new String[] {allow} : new String[] {policy("d", "DENY", denied), allow};
    }

    private static String policy(String name, String action, List<String> rules) {
        return TwoSidecars.security(
                "AuthorizationPolicy", "foo/" + name, "{action: " + action + ", rules: " + rules + "}");
    }

    private static List<Boolean> verdicts(MeshRouter router) {
        List<Boolean> verdicts = new ArrayList<>();
        for (Caller caller : CALLERS) {
            for (String path : PATHS) {
                for (String method : METHODS) {
                    verdicts.add(decide(router, caller, method, path).isForwarded());
                }
            }
            verdicts.add(router.decide(Call.tcp("app.foo", 9000).from(caller.workload(), caller.namespace(), "c1"))
                    .isForwarded());
        }
        return verdicts;
    }

    private static Decision decide(MeshRouter router, Caller caller, String method, String path) {
        return router.decide(
                Call.http(method, "http://app.foo" + path).from(caller.workload(), caller.namespace(), "c1"));
    }

    @Property(tries = TRIES)
    void aRuleThatDoesNothingCanBeLeftOut(@ForAll("rules") List<String> denied, @ForAll("rules") List<String> allowed) {
        MeshRouter router = mesh(denied, allowed);
        List<Boolean> before = verdicts(router);

        for (IneffectivePolicy each : IneffectivePolicies.of(router).policies()) {
            if (each.path().startsWith("spec.rules[")) {
                int index = each.path().charAt("spec.rules[".length()) - '0';
                List<String> fewer = new ArrayList<>(each.policy().name().equals("d") ? denied : allowed);
                fewer.remove(index);
                MeshRouter without = each.policy().name().equals("d") ? mesh(fewer, allowed) : mesh(denied, fewer);
                assertThat(verdicts(without))
                        .as("%s of %s and %s", each, denied, allowed)
                        .isEqualTo(before);
            }
        }
    }

    @Property(tries = TRIES)
    void aCallEndsLikeItsKind(
            @ForAll("rules") List<String> denied,
            @ForAll("rules") List<String> allowed,
            @ForAll("paths") String path,
            @ForAll("methods") String method) {
        MeshRouter router = mesh(denied, allowed);
        WhoMayCall table = WhoMayCall.of(router, "app.foo", 80, CALLERS);

        for (AccessRow row : table.rows()) {
            AccessCell cell = kind(row, path, method);
            assertThat(decide(router, row.caller(), method, path).isForwarded())
                    .as("%s %s of %s in\n%s", method, path, row.caller(), table)
                    .isEqualTo(cell.verdict() == Verdict.ALLOWED);
        }
    }

    /** {@return the cell whose patterns are all of the table that a path matches, with the method} */
    private static AccessCell kind(AccessRow row, String path, String method) {
        Set<String> matched = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (AccessCell cell : row.cells()) {
            patterns(cell).stream().filter(pattern -> matches(pattern, path)).forEach(matched::add);
            named.addAll(List.of(cell.methods().split(",", -1)));
        }
        String label = named.contains(method) ? method : "other";
        return row.cells().stream()
                .filter(cell -> patterns(cell).equals(matched)
                        && List.of(cell.methods().split(",", -1)).contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " in " + row));
    }

    private static Set<String> patterns(AccessCell cell) {
        return cell.paths().equals("other")
                ? new TreeSet<>()
                : new TreeSet<>(List.of(cell.paths().split(" and ", -1)));
    }

    private static boolean matches(String pattern, String path) {
        return switch (pattern) {
            case "/a*" -> path.startsWith("/a");
            case "*/x" -> path.endsWith("/x");
            case "/a/{*}" -> path.equals("/a/x");
            default -> path.equals(pattern);
        };
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(PATHS);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of(METHODS);
    }

    @Property(tries = TRIES)
    void whatIsForwardedIsAdmittedByItsServer(
            @ForAll("rules") List<String> denied, @ForAll("rules") List<String> allowed) {
        MeshRouter router = mesh(denied, allowed);

        for (Caller caller : CALLERS) {
            for (EndpointTarget way : decide(router, caller, "GET", "/a").endpoints()) {
                assertThat(admitted(router, way.hops().get(way.hops().size() - 1)))
                        .isTrue();
            }
        }
    }

    private static boolean admitted(MeshRouter router, Hop server) {
        ConnectionBuilder connection = Connection.builder()
                .sourceAddress("10.0.0.1")
                .destinationAddress("10.0.0.9")
                .destinationPort(8080);
        if (!server.peer().isEmpty()) {
            connection
                    .peer(new Peer(server.peer()))
                    .tls(new TlsClientHello(Optional.empty(), List.of("istio-http/1.1", "istio", "http/1.1")));
        }
        HttpRequest request =
                HttpRequest.builder().authority("app.foo").path("/a").build();
        return router.proxy(server.proxy())
                        .inbound(connection.build(), Optional.of(request), EndpointConditions.HEALTHY, TraceSink.NONE)
                        .outcome()
                        .kind()
                == Outcome.Kind.FORWARDED;
    }
}
