package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads spoilt manifests. Whatever the bytes are, reading gives a result whose problems have a place and one line each,
 * what was read survives being written, and no input takes more than two seconds.
 *
 * <p>{@code eastwest.fuzz.inputs} says how many inputs, {@code eastwest.fuzz.seed} where to start: input {@code n} is made
 * from {@code seed + n} alone, so that a failure is repeated by its number.
 */
class ReaderFuzz {
    private static final int LONGEST_SEED = 6_000;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final ReadLimits LIMITS =
            ReadLimits.builder().maxDocuments(2_000).maxNodes(500_000).build();
    private static final ManifestReader STRICT = ManifestReader.strict().with(LIMITS);
    private static final ManifestReader PRUNING = ManifestReader.pruning().with(LIMITS);

    @TempDir
    Path folder;

    private long slowest;
    private long read;

    @Test
    @Timeout(6 * 3600)
    void anyInputIsReadOrRefused() throws IOException {
        long inputs = Long.getLong("eastwest.fuzz.inputs", 20_000);
        long start = Long.getLong("eastwest.fuzz.seed", 1);
        List<byte[]> seeds = seeds();
        List<String> failures = new ArrayList<>();

        for (long seed = start; seed < start + inputs && failures.size() < 20; seed++) {
            byte[] input = new FuzzMutations(seeds, new Random(seed)).next();
            try {
                long took = time(seed, input);
                slowest = Math.max(slowest, took);
                if (took > LONGEST_NANOS) {
                    failures.add(report(seed, input, "took " + took / 1_000_000 + " ms"));
                }
            } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
                List<StackTraceElement> trace = List.of(e.getStackTrace());
                failures.add(report(seed, input, e + " at " + trace.subList(0, Math.min(8, trace.size()))));
            }
        }

        System.out.println("inputs " + inputs + " from seed " + start + ", resources read " + read + ", slowest "
                + slowest / 1_000_000 + " ms, failures " + failures.size());
        assertThat(failures).isEmpty();
    }

    /** An input that takes long gets two more chances: the machine may have been busy. */
    private long time(long seed, byte[] input) throws IOException {
        long shortest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && shortest > LONGEST_NANOS; attempt++) {
            long before = System.nanoTime();
            check(seed, input);
            shortest = Math.min(shortest, System.nanoTime() - before);
        }
        return shortest;
    }

    private void check(long seed, byte[] input) throws IOException {
        boolean json = input.length > 0 && input[0] == '{' ? seed % 2 == 0 : seed % 16 == 0;
        String name = json ? "f.json" : "f.yaml";
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
        } catch (CharacterCodingException e) {
            checkFile(name, input);
            text = new String(input, StandardCharsets.UTF_8);
        }
        checkText(name, text, seed % 3 == 0 ? PRUNING : STRICT);
        if (seed % 8 == 0) {
            checkIssues(MeshConfigReader.readConfig("mesh", text).issues());
            checkIssues(MeshConfigReader.readNetworks("meshNetworks", text).issues());
        }
    }

    private void checkFile(String name, byte[] input) throws IOException {
        Path file = Files.write(folder.resolve(name), input);
        ReadResult<List<Manifest>> result = STRICT.read(file, folder);

        assertThat(result.value()).contains(List.of());
        assertThat(result.hasErrors()).isTrue();
        checkIssues(result.issues());
    }

    private void checkText(String name, String text, ManifestReader reader) {
        ReadResult<List<Manifest>> result = reader.read(name, text);

        checkIssues(result.issues());
        List<Manifest> manifests = result.value().orElseThrow();
        read += manifests.size();
        for (Manifest manifest : manifests) {
            checkIssues(MeshValidation.check(manifest));
            String again = ManifestWriter.toYaml(manifest.resource());
            MeshResource back = PRUNING.read("g.yaml", again).orThrow().get(0).resource();
            if (!back.equals(manifest.resource())
                    || !ManifestWriter.toYaml(back).equals(again)) {
                throw new AssertionError("is written as " + again);
            }
        }
    }

    private static void checkIssues(List<Issue> issues) {
        for (Issue issue : issues) {
            if (issue.location().isEmpty() || issue.toString().indexOf('\n') >= 0) {
                throw new AssertionError("no place or several lines: " + issue);
            }
        }
    }

    private static String report(long seed, byte[] input, String what) {
        String bytes = input.length > 4_000
                ? input.length + " bytes"
                : Base64.getEncoder().encodeToString(input);
        return "input " + seed + ": " + what + "\n" + bytes;
    }

    /** The manifests of the repository and, where they are, of the upstream projects, as YAML and as JSON. */
    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path root :
                List.of(Path.of("src/test/resources"), Path.of(System.getProperty("eastwest.shared", ""), "samples"))) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                            .sorted()
                            .toList()) {
                        addSeeds(seeds, Files.readString(file));
                    }
                }
            }
        }
        assertThat(seeds).hasSizeGreaterThan(20);
        return seeds;
    }

    private static void addSeeds(List<byte[]> seeds, String text) {
        for (DocumentText document : DocumentText.split(text)) {
            String part = document.text();
            if (part.length() < LONGEST_SEED) {
                seeds.add(part.getBytes(StandardCharsets.UTF_8));
                List<MeshResource> resources = PRUNING.read("s.yaml", part).value().orElseThrow().stream()
                        .<MeshResource>map(Manifest::resource)
                        .toList();
                seeds.add(ManifestWriter.toJson(resources).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
