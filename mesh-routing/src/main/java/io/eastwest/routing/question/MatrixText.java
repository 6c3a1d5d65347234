package io.eastwest.routing.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A matrix as a table: failures with one effect share a line, those without effect come last. */
final class MatrixText {
    private MatrixText() {}

    static String of(FailureMatrix matrix) {
        TextTable table = new TextTable("TARGET", "CALLER", "FAILURE", "CALLS");
        String target = "";
        for (MatrixRow row : matrix.rows()) {
            table.line(
                    row.target().equals(target) ? "" : row.target(),
                    row.callerText(),
                    "none",
                    ResultText.brief(row.healthy()));
            target = row.target();
            failures(matrix, row).forEach((text, names) -> table.line("", "", String.join(", ", names), text));
        }
        return table.toString();
    }

    private static Map<String, List<String>> failures(FailureMatrix matrix, MatrixRow row) {
        Map<String, List<String>> byText = new LinkedHashMap<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            MatrixCell cell = row.cells().get(i);
            String name = matrix.failures().get(i).name();
            if (cell.change() == MatrixCell.Change.SAME) {
                same.add(name);
            } else {
                byText.computeIfAbsent(ResultText.brief(cell.result()), key -> new ArrayList<>())
                        .add(name);
            }
        }
        if (!same.isEmpty()) {
            byText.put("same", same);
        }
        return byText;
    }
}
