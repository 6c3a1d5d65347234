package io.eastwest.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Time of the processor per operation, collector and compiler included: what a comparison needs on a machine that does other
 * things as well. Switched on by {@code -prof io.eastwest.benchmarks.ProcessorTimeProfiler}.
 */
public final class ProcessorTimeProfiler implements InternalProfiler {
    private Duration before = Duration.ZERO;

    /** JMH makes one. */
    public ProcessorTimeProfiler() {}

    @Override
    public String getDescription() {
        return "Time of the processor per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = used();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanos = used().minus(before).toNanos();
        long operations = Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult("processor", nanos / operations, "ns/op", AggregationPolicy.AVG));
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
