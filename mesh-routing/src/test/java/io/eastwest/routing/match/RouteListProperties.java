package io.eastwest.routing.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RouteListProperties {
    private static final RouteObserver WATCHING = new RouteObserver() {
        @Override
        public boolean isWatching() {
            return true;
        }

        @Override
        public void considered(ProxyRoute route, List<Mismatch> mismatches) {}
    };

    @Property
    void indexFindsTheRouteThatALookAtEveryRouteFinds(
            @ForAll("tables") List<RouteMatch> table, @ForAll("inputs") TestInput input) {
        List<ProxyRoute> routes = table.stream()
                .map(match -> ProxyRoute.builder()
                        .name("")
                        .match(match)
                        .action(new DirectResponseAction(200, Optional.empty(), false))
                        .build())
                .toList();
        Optional<ProxyRoute> expected = routes.stream()
                .filter(route -> CompiledRoute.of(route).firstFailure(input).isEmpty())
                .findFirst();

        RouteList list = RouteList.of(routes);

        assertThat(list.first(input, RouteObserver.NONE).map(System::identityHashCode))
                .isEqualTo(expected.map(System::identityHashCode));
        assertThat(list.first(input, WATCHING).map(System::identityHashCode))
                .isEqualTo(expected.map(System::identityHashCode));
    }

    @Provide
    Arbitrary<List<RouteMatch>> tables() {
        Arbitrary<PathMatch> path = Combinators.combine(Arbitraries.integers().between(0, 3), paths())
                .as(RouteListProperties::path);
        Arbitrary<String> method = Arbitraries.of("", "", "GET", "POST");
        Arbitrary<Boolean> sensitive = Arbitraries.of(true, true, false);
        return Combinators.combine(path, method, sensitive)
                .as(RouteListProperties::match)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<TestInput> inputs() {
        return Combinators.combine(Arbitraries.of("GET", "POST", "PUT"), paths())
                .as((method, path) -> new TestInput(method, path, Map.of()));
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("abA/").ofMaxLength(6).map(text -> "/" + text);
    }

    private static PathMatch path(int kind, String text) {
        return switch (kind) {
            case 0 -> new PathMatch.Exact(text);
            case 1 -> new PathMatch.Prefix(text);
            case 2 -> new PathMatch.SeparatedPrefix(text);
            default -> new PathMatch.Regex(text + ".?");
        };
    }

    private static RouteMatch match(PathMatch path, String method, boolean sensitive) {
        RouteMatchBuilder match = RouteMatch.builder().path(path).caseSensitive(sensitive);
        if (!method.isEmpty()) {
            match.addHeader(new HeaderMatch(":method", new ValueMatch.Exact(method), false, false));
        }
        return match.build();
    }
}
