package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.invariant.CallScope;
import io.eastwest.routing.invariant.Invariant;
import io.eastwest.routing.invariant.InvariantAnswer;
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
 * How long an invariant takes over 50 services in 6 localities and every single failure, pods and nodes included: asked for a caller in
 * each locality, and for every workload. A cold process is measured by {@code -wi 0 -i 1}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class InvariantBenchmark {
    private static final int SERVICES = 50;
    private static final int CLUSTERS = 3;
    private static final int LOCALITIES = 6;

    /** Who calls: {@code localities}, one workload that has a pod in each; {@code workloads}, all. */
    @Param({"localities", "workloads"})
    public String callers = "localities";

    private MeshSnapshot mesh;
    private MeshRouter asked;

    /** Makes the mesh. */
    @Setup
    public void setUp() {
        mesh = MatrixMesh.of(SERVICES, CLUSTERS);
        asked = MeshRouter.of(mesh);
    }

    /** {@return the answer of a router that was asked in the warm-up} */
    @Benchmark
    public InvariantAnswer warm() {
        return check(asked);
    }

    /** {@return the answer, with all that is compiled for it} */
    @Benchmark
    public InvariantAnswer withCompilation() {
        return check(MeshRouter.of(mesh));
    }

    private InvariantAnswer check(MeshRouter router) {
        boolean all = callers.equals("workloads");
        CallScope scope = all ? Invariant.calls() : Invariant.calls().fromWorkload("web", "front");
        InvariantAnswer answer =
                scope.areMutualTlsOnAllHops().underAnySingleFailure().check(router);
        int expected = all ? LOCALITIES * (SERVICES + 1) : LOCALITIES;
        if (!answer.holds() || !answer.isComplete() || answer.callers() != expected || answer.targets() != SERVICES) {
            throw new IllegalStateException(answer.toText());
        }
        return answer;
    }
}
