package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.grpc.xds.GrpcRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the number of routes of one host bears on a decision. The peer, grpc-xds, only looks for the route; ours makes the whole
 * decision through the proxies of both sides.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class RouteTableBenchmark {
    private static final int CALLS = 1024;
    private static final String HOST = "s0.shop.svc.cluster.local";

    /** Routes of the host: exact paths and prefixes in turn. */
    @Param({"10", "1000", "10000"})
    public int routes;

    /** Which route takes the call. */
    @Param({"first", "middle", "last", "none"})
    public String route;

    private final Call[] calls = new Call[CALLS];
    private final String[] paths = new String[CALLS];
    private MeshRouter router;
    private GrpcRoutes peer;
    private int next;

    /** Makes both tables and the calls. */
    @Setup
    public void setUp() {
        List<String> table = new ArrayList<>();
        for (int i = 0; i < routes; i++) {
            table.add(i % 2 == 0 ? "/api/items/" + i + "/*" : "/api/items/" + i);
        }
        table.set(routes - 1, "/api/items/" + (routes - 1) + "/*");
        peer = GrpcRoutes.of(HOST, table);
        router = MeshRouter.of(mesh(table));
        for (int i = 0; i < CALLS; i++) {
            paths[i] = path() + i;
            calls[i] = Call.get("http://" + HOST + ":8080" + paths[i]).from("frontend", "shop", "c1");
            router.decide(calls[i]);
        }
    }

    private String path() {
        return switch (route) {
            case "first" -> "/api/items/0/";
            case "middle" -> "/api/items/" + routes / 4 * 2 + "/";
            case "last" -> "/api/items/" + (routes - 1) + "/";
            default -> "/api/things/";
        };
    }

    private static MeshSnapshot mesh(List<String> table) {
        StringBuilder rule = new StringBuilder("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: aaa, namespace: shop}
                spec:
                  hosts: [s0]
                  http:
                """);
        for (String path : table) {
            String match = path.endsWith("*") ? "prefix: " + path.substring(0, path.length() - 1) : "exact: " + path;
            rule.append("  - {match: [{uri: {").append(match).append("}}], route: [{destination: {host: s0}}]}\n");
        }
        MeshSnapshot small = BenchmarkMesh.withoutRules(1, 2);
        MeshSnapshotBuilder builder = small.toBuilder();
        builder.addManifests(
                "c1", ManifestReader.strict().read("rule.yaml", rule.toString()).orThrow());
        return builder.build();
    }

    private int turn() {
        next = (next + 1) & (CALLS - 1);
        return next;
    }

    /** {@return the decision} */
    @Benchmark
    public Decision decide() {
        return router.decide(calls[turn()]);
    }

    /** {@return the route that gRPC finds} */
    @Benchmark
    public Object grpc() {
        return peer.find(HOST, paths[turn()]);
    }
}
