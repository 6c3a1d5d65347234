package io.eastwest.benchmarks;

import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
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
 * How long it takes to read and to write the files of a tree of VirtualServices, beside io.fabric8. Ours checks strictly:
 * unknown and repeated fields, types, enums, durations, with line and column of each value; the other does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before it measures
public class ManifestBenchmark {
    /** Files of the tree. */
    @Param("2000")
    public int files;

    private ManifestReader reader;
    private KubernetesSerialization serialization;
    private List<String> texts;
    private List<MeshResource> ours;
    private List<VirtualService> theirs;

    /** Makes the texts and the objects. */
    @Setup
    public void setUp() {
        reader = ManifestReader.strict();
        serialization = new KubernetesSerialization();
        texts = BenchmarkManifests.virtualServices(files);
        ours = read();
        theirs = readWithFabric8();
    }

    /** {@return the objects of all files} */
    @Benchmark
    public List<MeshResource> read() {
        List<MeshResource> resources = new ArrayList<>();
        for (String text : texts) {
            reader.read("file.yaml", text).orThrow().forEach(manifest -> resources.add(manifest.resource()));
        }
        return resources;
    }

    /** {@return the objects of all files} */
    @Benchmark
    public List<VirtualService> readWithFabric8() {
        List<VirtualService> resources = new ArrayList<>();
        for (String text : texts) {
            resources.add(serialization.unmarshal(text, VirtualService.class));
        }
        return resources;
    }

    /** {@return the texts of all objects} */
    @Benchmark
    public List<String> write() {
        List<String> written = new ArrayList<>();
        for (MeshResource resource : ours) {
            written.add(ManifestWriter.toYaml(resource));
        }
        return written;
    }

    /** {@return the texts of all objects} */
    @Benchmark
    public List<String> writeWithFabric8() {
        List<String> written = new ArrayList<>();
        for (VirtualService resource : theirs) {
            written.add(serialization.asYaml(resource));
        }
        return written;
    }
}
