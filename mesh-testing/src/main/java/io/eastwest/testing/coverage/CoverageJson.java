package io.eastwest.testing.coverage;

import io.eastwest.model.issue.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report as JSON. */
final class CoverageJson {
    private static final char FIRST_PRINTABLE = ' ';

    private CoverageJson() {}

    static String of(CoverageReport report) {
        Map<String, String> top = new LinkedHashMap<>();
        top.put("format", text("eastwest-coverage/1"));
        top.put("mesh", text(report.mesh()));
        top.put("calls", Integer.toString(report.calls()));
        top.put("complete", Boolean.toString(report.complete()));
        top.put("summary", summary(report.items()));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (RuleKind kind : RuleKind.values()) {
            List<CoverageItem> some =
                    report.items().stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                kinds.put(kind.name(), summary(some));
            }
        }
        top.put("kinds", object(kinds));
        Map<String, List<CoverageItem>> files = new LinkedHashMap<>();
        report.items()
                .forEach(item -> files.computeIfAbsent(
                                item.location().map(SourceLocation::file).orElse(""), key -> new ArrayList<>())
                        .add(item));
        top.put(
                "files",
                files.entrySet().stream()
                        .map(file -> file(file.getKey(), file.getValue()))
                        .collect(Collectors.joining(",\n", "[\n", "\n]")));
        return object(top) + "\n";
    }

    private static String summary(List<CoverageItem> some) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("reached", Long.toString(CoverageReport.count(some, CoverageStanding.REACHED)));
        counts.put("missed", Long.toString(CoverageReport.count(some, CoverageStanding.MISSED)));
        counts.put("unreachable", Long.toString(CoverageReport.count(some, CoverageStanding.UNREACHABLE)));
        return object(counts);
    }

    private static String file(String name, List<CoverageItem> items) {
        Map<String, String> file = new LinkedHashMap<>();
        file.put("file", text(name));
        file.put("rules", items.stream().map(CoverageJson::item).collect(Collectors.joining(",\n", "[\n", "]")));
        return object(file);
    }

    private static String item(CoverageItem item) {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional<SourceLocation> location = item.location();
        location.ifPresent(place -> {
            fields.put("line", Integer.toString(place.line()));
            fields.put("column", Integer.toString(place.column()));
        });
        fields.put("cluster", text(item.cluster()));
        fields.put("kind", text(item.kind().name()));
        fields.put("resource", text(item.resource().toString()));
        fields.put("path", text(item.path()));
        fields.put("standing", text(item.standing().name()));
        fields.put("calls", Integer.toString(item.calls()));
        if (!item.because().isEmpty()) {
            fields.put("because", text(item.because()));
        }
        item.witness().ifPresent(call -> fields.put("witness", text(CallYaml.of(call))));
        return object(fields);
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** {@return a text in quotes} */
    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || Character.isSurrogate(character)) {
                quoted.append("\\u");
                String code = Integer.toHexString(character);
                quoted.append("0".repeat(4 - code.length())).append(code);
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
