package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads sound and spoilt manifests twice: whatever {@link QuickYaml} takes, {@link YamlText} takes without a word and gives
 * the same tree. Numbers and seeds are those of {@link ReaderFuzz}.
 */
class QuickYamlFuzz {
    private final List<String> failures = new ArrayList<>();
    private int taken;

    @Test
    @Timeout(6 * 3600)
    void whatIsReadQuicklyIsReadAlike() throws IOException {
        long inputs = Long.getLong("eastwest.fuzz.inputs", 20_000);
        long start = Long.getLong("eastwest.fuzz.seed", 1);
        List<byte[]> seeds = seeds();

        seeds.forEach(seed -> compare("seed", seed));
        int whole = taken;
        for (long seed = start; seed < start + inputs && failures.size() < 20; seed++) {
            compare("input " + seed, new FuzzMutations(seeds, new Random(seed)).next());
        }

        System.out.println("seeds " + seeds.size() + ", of which read quickly " + whole + ", inputs " + inputs
                + ", of which read quickly " + (taken - whole));
        assertThat(failures).isEmpty();
        assertThat(whole).isGreaterThan(seeds.size() / 2);
    }

    private void compare(String name, byte[] input) {
        for (DocumentText document : DocumentText.split(new String(input, StandardCharsets.UTF_8))) {
            Optional<String> difference = difference(document);
            difference.ifPresent(text ->
                    failures.add(name + ": " + text + "\n" + Base64.getEncoder().encodeToString(input)));
        }
    }

    private Optional<String> difference(DocumentText document) {
        ReadLimits limits = ReadLimits.defaults();
        NodeTree quick = new QuickYaml(limits, new LinkedHashMap<>()).read("f.yaml", document);
        if (quick == null) {
            return Optional.empty();
        }
        taken++;
        return TreeText.difference(document, quick, limits);
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path root :
                List.of(Path.of("src/test/resources"), Path.of(System.getProperty("eastwest.shared", ""), "samples"))) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                            .sorted()
                            .toList()) {
                        for (DocumentText document : DocumentText.split(Files.readString(file))) {
                            seeds.add(document.text().getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        assertThat(seeds).hasSizeGreaterThan(20);
        return seeds;
    }
}
