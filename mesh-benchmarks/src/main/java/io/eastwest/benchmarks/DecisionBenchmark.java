package io.eastwest.benchmarks;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
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

/** How long one decision takes, once the router has been asked before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class DecisionBenchmark {
    /** Services of the mesh. */
    @Param({"10", "1000"})
    public int services;

    private MeshRouter router;
    private Call call;
    private Connection connection;

    /** Makes the router. */
    @Setup
    public void setUp() {
        router = MeshRouter.of(BenchmarkMesh.of(services));
        call = Call.get("http://s5:8080/orders/7").from("frontend", "shop", "c1");
        connection = Connection.builder()
                .sourceAddress("10.1.0.1")
                .destinationAddress(router.resolve("c1/shop/frontend-1", "s5").get(0))
                .destinationPort(8080)
                .build();
    }

    /** {@return the answer of the caller's sidecar alone} */
    @Benchmark
    public ProxyAnswer oneProxy() {
        return router.proxy("c1/shop/frontend-1")
                .outbound(connection, call.request(), EndpointConditions.HEALTHY, TraceSink.NONE);
    }

    /** {@return the decision through the sidecars of both sides} */
    @Benchmark
    public Decision wholeCall() {
        return router.decide(call);
    }
}
