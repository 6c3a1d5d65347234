package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One cold process, from its start to the first decision, and the memory that the mesh takes then. Arguments: {@code write SERVICES
 * PODS} writes a mesh and tells where; {@code read DIRECTORY} reads one and decides; {@code warm DIRECTORY} does so again and again;
 * {@code measure SERVICES PODS} does all three, cold in five processes without flags and in five with
 * those for short-lived ones; {@code heap SERVICES PODS} makes one in memory and
 * tells the heap after each step: the mesh, the first decision, a question about every service, and one by as many pods as are given
 * as a third number. {@code slices SERVICES ENDPOINTS} is the same with endpoints in EndpointSlices and no pods.
 */
public final class ColdStart {
    private static final long MEGABYTE = 1 << 20;
    private static final String USAGE = "write SERVICES PODS | read DIRECTORY | warm DIRECTORY | measure SERVICES PODS"
            + " | heap SERVICES PODS [CALLERS] | slices SERVICES ENDPOINTS";
    /** Flags for a process that ends before what the second compiler and a parallel collector do has paid. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int WARM_UP = 10;
    private static final int MEASURED = 5;

    private ColdStart() {}

    /**
     * Runs.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "write" -> out.println(BenchmarkMesh.write(number(arguments[1]), number(arguments[2])));
            case "read" -> read(Path.of(arguments[1]), out);
            case "warm" -> warm(Path.of(arguments[1]), out);
            case "measure" -> measure(BenchmarkMesh.write(number(arguments[1]), number(arguments[2])), out);
            case "heap" ->
                heap(
                        BenchmarkMesh.of(number(arguments[1]), number(arguments[2])),
                        number(arguments[1]),
                        arguments.length > 3 ? number(arguments[3]) : 0,
                        out);
            case "slices" ->
                heap(BenchmarkMesh.ofSlices(number(arguments[1]), number(arguments[2])), number(arguments[1]), 0, out);
            default -> out.println(USAGE);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Call call(int service) {
        return Call.get("http://s" + service + ":8080/orders/7").from("frontend", "shop", "c1");
    }

    private static void read(Path files, PrintStream out) {
        MeshSnapshot snapshot = MeshSnapshot.read(files).orThrow();
        Duration read = sinceStart();
        MeshRouter router = MeshRouter.of(snapshot);
        Duration compiled = sinceStart();
        boolean forwarded = router.decide(call(5)).isForwarded();
        Duration decided = sinceStart();
        out.println(String.format(
                Locale.ROOT,
                "read after %d ms, compiled after %d ms, decided after %d ms, processor %d ms, of which this thread %d ms: %s",
                read.toMillis(),
                compiled.toMillis(),
                decided.toMillis(),
                processor().toMillis(),
                thread().toMillis(),
                forwarded ? "forwarded" : "refused"));
    }

    private static void warm(Path files, PrintStream out) {
        for (int i = 0; i < WARM_UP; i++) {
            MeshRouter.of(MeshSnapshot.read(files).orThrow()).decide(call(5));
        }
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            Duration processor = processor();
            Duration thread = thread();
            MeshRouter.of(MeshSnapshot.read(files).orThrow()).decide(call(5));
            out.println(String.format(
                    Locale.ROOT,
                    "warm: decided after %d ms, processor %d ms, of which this thread %d ms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    processor().minus(processor).toMillis(),
                    thread().minus(thread).toMillis()));
        }
    }

    private static void measure(Path files, PrintStream out) {
        out.println(files);
        for (List<String> flags : List.of(List.<String>of(), SHORT_LIVED)) {
            out.println(flags.isEmpty() ? "no flags" : String.join(" ", flags));
            for (int i = 0; i < MEASURED; i++) {
                run(flags, "read", files);
            }
        }
        run(List.of(), "warm", files);
    }

    /** Runs this class in a process of its own. */
    private static void run(List<String> flags, String what, Path files) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ColdStart.class.getName(), what, files.toString()));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration thread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** {@return time since the process was started} */
    private static Duration sinceStart() {
        long now = System.currentTimeMillis();
        long start = ProcessHandle.current()
                .info()
                .startInstant()
                .map(instant -> instant.toEpochMilli())
                .orElse(now);
        return Duration.ofMillis(now - start);
    }

    private static void heap(MeshSnapshot snapshot, int services, int callers, PrintStream out) {
        tell(out, "mesh in memory");
        MeshRouter router = MeshRouter.of(snapshot);
        try {
            router.decide(call(Math.min(5, services - 1)));
            tell(out, "compiled and asked once");
            for (int i = 0; i < services; i++) {
                router.decide(call(i));
            }
            tell(out, "asked about all services");
            for (int i = 0; i < callers; i++) {
                router.decide(Call.get("http://s" + (i + 1) % services + ":8080/orders/7")
                        .from("s" + i % services + "-" + i / services, "shop", "c1"));
            }
            tell(out, "asked by " + callers + " pods");
        } finally {
            Reference.reachabilityFence(snapshot);
            Reference.reachabilityFence(router);
        }
    }

    private static void tell(PrintStream out, String step) {
        out.println(String.format(Locale.ROOT, "%4d MB  %s", used(), step));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
