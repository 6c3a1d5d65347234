package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One folder: a mesh, calls into it and their recordings.
 *
 * @param area first folder
 * @param id folder relative to the root, {@code <area>/<case>}
 * @param directory the folder
 * @param calls calls in the order of the file
 * @param recorded recording of each call by its id
 * @param warnings warnings of the recording
 */
record ParityCase(
        String area,
        String id,
        Path directory,
        List<ParityCall> calls,
        Map<String, JsonNode> recorded,
        List<String> warnings) {

    static ParityCase read(Path root, Path directory) {
        Path relative = root.relativize(directory);
        JsonNode recording = ParityYaml.read(directory.resolve("recorded.yaml"));
        Map<String, JsonNode> recorded = new LinkedHashMap<>();
        recording.path("calls").forEach(call -> recorded.put(call.path("id").asText(), call));
        List<ParityCall> calls = new ArrayList<>();
        ParityYaml.read(directory.resolve("calls.yaml")).path("calls").forEach(call -> calls.add(ParityCall.of(call)));
        return new ParityCase(
                relative.getName(0).toString(),
                relative.toString().replace('\\', '/'),
                directory,
                calls,
                recorded,
                Trees.textsOf(recording.path("warnings")));
    }

    /** {@return whether istiod itself answers this call by chance, so that nothing can be compared} */
    boolean isChance(ParityCall call) {
        return warnings.stream()
                .filter(warning -> warning.contains("is chance"))
                .anyMatch(warning -> !warning.startsWith("call ") || warning.startsWith("call " + call.id() + ":"));
    }
}
