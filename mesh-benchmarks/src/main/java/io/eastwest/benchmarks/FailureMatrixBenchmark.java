package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a failure matrix takes in one thread: 100 services, 20 failures, 10 places of callers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class FailureMatrixBenchmark {
    private static final int SERVICES = 100;

    private MeshSnapshot mesh;
    private MeshRouter router;
    private MatrixAxes axes;

    /** Makes the mesh. */
    @Setup
    public void setUp() {
        mesh = MatrixMesh.of(SERVICES);
        router = MeshRouter.of(mesh);
        MatrixAxes derived = MatrixAxes.of(router);
        axes = MatrixAxes.builder()
                .targets(derived.targets())
                .callers(derived.callers())
                .failures(MeshFailures.of(router, Kind.ZONE, Kind.REGION, Kind.CLUSTER))
                .build();
        if (axes.targets().size() != SERVICES
                || axes.failures().size() != 20
                || axes.callers().size() != 10) {
            throw new IllegalStateException(
                    "not 100 x 20 x 10 but " + axes.targets().size() + " x "
                            + axes.failures().size() + " x " + axes.callers().size());
        }
    }

    /** {@return the matrix, from a router that was asked before} */
    @Benchmark
    public FailureMatrix warm() {
        return FailureMatrix.of(router, axes);
    }

    /** {@return the matrix, with all that is compiled for it} */
    @Benchmark
    public FailureMatrix withCompilation() {
        return FailureMatrix.of(MeshRouter.of(mesh), axes);
    }
}
