package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From files to the first decision, and what of it is compiling. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class CompileBenchmark {
    private static final int PODS = 10;

    /** Services of the mesh, each with a VirtualService, a DestinationRule and ten pods. */
    @Param("1000")
    public int services;

    private Path files;
    private MeshSnapshot snapshot;

    /** Writes the files. */
    @Setup
    public void setUp() {
        files = BenchmarkMesh.write(services, PODS);
        snapshot = MeshSnapshot.read(files).orThrow();
    }

    /**
     * Removes the files.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void tearDown() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(files)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    /** {@return the mesh as it is read} */
    @Benchmark
    public MeshSnapshot read() {
        return MeshSnapshot.read(files).orThrow();
    }

    /** {@return the first decision of a mesh that was read} */
    @Benchmark
    public Decision compile() {
        return MeshRouter.of(snapshot).decide(call());
    }

    /** {@return the first decision of a mesh in files} */
    @Benchmark
    public Decision readAndCompile() {
        return MeshRouter.of(MeshSnapshot.read(files).orThrow()).decide(call());
    }

    private static Call call() {
        return Call.get("http://s5:8080/orders/7").from("frontend", "shop", "c1");
    }
}
