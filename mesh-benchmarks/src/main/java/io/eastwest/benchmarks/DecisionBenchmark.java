package io.eastwest.benchmarks;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
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
 * How long one decision takes, once the router has been asked about the services before. The calls go to the called services
 * in turn; each has a path of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class DecisionBenchmark {
    private static final int CALLS = 16_384;
    private static final int PODS = 10;

    /** Services of the mesh, with ten endpoints each. */
    @Param({"10", "1000"})
    public int services;

    /** Services that are called, at most all; the more there are, the less of what is kept lies in the caches of a processor. */
    @Param({"10", "1000"})
    public int called;

    private final Call[] calls = new Call[CALLS];
    private MeshRouter router;
    private MeshRouter broken;
    private Conditions conditions;
    private int next;

    /** Makes the router and the calls. */
    @Setup
    public void setUp() {
        router = MeshRouter.of(BenchmarkMesh.of(services, PODS));
        conditions = Conditions.localityDown("r/z1");
        broken = router.with(conditions);
        for (int i = 0; i < CALLS; i++) {
            calls[i] = Call.get("http://s" + i % Math.min(called, services) + ":8080/orders/" + i)
                    .from("frontend", "shop", "c1");
            router.decide(calls[i]);
            broken.decide(calls[i]);
        }
    }

    private Call call() {
        next = (next + 1) & (CALLS - 1);
        return calls[next];
    }

    /** {@return the decision through the sidecars of both sides} */
    @Benchmark
    public Decision decide() {
        return router.decide(call());
    }

    /** {@return the decision when a zone is down, asked of a router that is bound to that} */
    @Benchmark
    public Decision decideBound() {
        return broken.decide(call());
    }

    /** {@return the decision when a zone is down, with the conditions beside the call} */
    @Benchmark
    public Decision decideUnderConditions() {
        return router.decide(call(), conditions);
    }

    /** {@return the decision with all steps: every proxy on the way is asked} */
    @Benchmark
    public Explanation explain() {
        return router.explain(call());
    }
}
