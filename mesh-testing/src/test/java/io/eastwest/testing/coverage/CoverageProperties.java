package io.eastwest.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CoverageProperties {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/meshes/kiosk")).orThrow());

    @Provide
    Arbitrary<List<Call>> calls() {
        return Arbitraries.of("/", "/green", "/green/tea", "/matcha", "/matcha/x")
                .flatMap(path -> Arbitraries.of("web", "tea")
                        .flatMap(caller -> Arbitraries.of("none", "much")
                                .map(milk -> Call.get("http://tea" + path)
                                        .header("x-milk", milk)
                                        .from(caller, "shop", "east"))))
                .list()
                .ofMaxSize(5);
    }

    private static CoverageReport report(List<Call> calls) {
        MeshCoverage coverage = MeshCoverage.of(ROUTER);
        calls.forEach(coverage.router()::decide);
        return coverage.report();
    }

    @Property(tries = 10)
    void theOrderOfCallsDoesNotMatter(@ForAll("calls") List<Call> calls) {
        List<Call> reversed = new ArrayList<>(calls);
        Collections.reverse(reversed);

        assertThat(report(reversed)).isEqualTo(report(calls));
    }

    @Property(tries = 10)
    void moreCallsReachNoLess(@ForAll("calls") List<Call> some, @ForAll("calls") List<Call> more) {
        List<Call> all = new ArrayList<>(some);
        all.addAll(more);

        assertThat(report(all).reached())
                .extracting(CoverageItem::path)
                .containsAll(
                        report(some).reached().stream().map(CoverageItem::path).toList());
        assertThat(report(all).share()).isGreaterThanOrEqualTo(report(some).share());
    }

    @Property(tries = 10)
    void whatIsReachedWasNeverToldToBeUnreachable(@ForAll("calls") List<Call> calls) {
        assertThat(report(calls).unreachable())
                .extracting(CoverageItem::path)
                .isEqualTo(report(List.of()).unreachable().stream()
                        .map(CoverageItem::path)
                        .toList());
    }
}
