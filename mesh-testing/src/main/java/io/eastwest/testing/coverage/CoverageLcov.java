package io.eastwest.testing.coverage;

import java.util.Map;
import java.util.TreeMap;

/** Writes a report as a trace file of LCOV. */
final class CoverageLcov {
    private CoverageLcov() {}

    static String of(CoverageReport report, String folder) {
        Map<String, Map<Integer, Integer>> files = new TreeMap<>();
        for (CoverageItem item : report.items()) {
            if (item.standing() != CoverageStanding.UNREACHABLE
                    && item.location().isPresent()) {
                files.computeIfAbsent(item.location().get().file(), key -> new TreeMap<>())
                        .merge(item.location().get().line(), item.calls(), Math::min);
            }
        }
        StringBuilder text = new StringBuilder("TN:\n");
        files.forEach((file, lines) -> {
            text.append("SF:").append(folder).append(file).append('\n');
            lines.forEach((line, calls) ->
                    text.append("DA:").append(line).append(',').append(calls).append('\n'));
            long hit = lines.values().stream().filter(calls -> calls > 0).count();
            text.append("LF:").append(lines.size()).append("\nLH:").append(hit).append("\nend_of_record\n");
        });
        return text.toString();
    }
}
