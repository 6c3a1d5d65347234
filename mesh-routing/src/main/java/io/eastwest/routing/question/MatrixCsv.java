package io.eastwest.routing.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A matrix as comma-separated values (RFC 4180): one line per share of a cell; the healthy state has an empty failure. */
final class MatrixCsv {
    private static final String HEAD =
            "target,caller,caller cluster,caller locality,failure,change,outcome,cluster,locality,share,percent,reason";
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder(HEAD).append(END);

    private MatrixCsv() {}

    static String of(FailureMatrix matrix) {
        MatrixCsv csv = new MatrixCsv();
        for (MatrixRow row : matrix.rows()) {
            csv.cell(row, "", "", row.healthy());
            for (int i = 0; i < row.cells().size(); i++) {
                MatrixCell cell = row.cells().get(i);
                csv.cell(row, matrix.failures().get(i).name(), cell.change().name(), cell.result());
            }
        }
        return csv.text.toString();
    }

    private void cell(MatrixRow row, String failure, String change, CallResult result) {
        List<String> start = List.of(
                row.target(),
                row.call().caller().namespace() + "/" + row.call().caller().workload(),
                row.call().caller().cluster(),
                row.locality(),
                failure,
                change);
        if (!result.called()) {
            line(start, "no caller", "", "", "0", "0%", "");
        }
        result.answered().forEach(place -> {
            String percent = place.share().toPercent();
            line(
                    start,
                    "answered",
                    place.cluster(),
                    place.locality(),
                    place.share().toString(),
                    percent,
                    "");
        });
        if (!result.answeredByRule().isZero()) {
            String percent = result.answeredByRule().toPercent();
            line(start, "answered by a rule", "", "", result.answeredByRule().toString(), percent, "");
        }
        result.refused().forEach(each -> {
            String percent = each.share().toPercent();
            line(start, "lost", "", "", each.share().toString(), percent, each.cause());
        });
    }

    private void line(List<String> start, String... rest) {
        List<String> all = new ArrayList<>(start);
        all.addAll(List.of(rest));
        text.append(all.stream().map(MatrixCsv::quoted).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
