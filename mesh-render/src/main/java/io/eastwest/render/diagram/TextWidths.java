package io.eastwest.render.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is, by a table and not by the fonts of this machine, so that a picture is the same everywhere. The widths are the
 * larger ones of the DejaVu Sans and Liberation Sans fonts, so that text of most fonts without serifs takes less.
 */
final class TextWidths {
    /** Height of letters in units of the picture. */
    static final int SIZE = 13;

    private static final int FIRST = 32;
    /** Hundredths of the size, of the characters of ASCII from the space on. */
    private static final int[] WIDTHS = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
        102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79,
        67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56,
        50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
        64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84
    };

    private static final int LETTER = 80;
    private static final int WIDE = 110;
    private static final int FIRST_WIDE = 0x1100;
    private static final double HUNDRED = 100;

    private TextWidths() {}

    /** {@return the width of a line in units of the picture} */
    static double of(String line) {
        return line.codePoints().mapToLong(TextWidths::hundredths).sum() * SIZE / HUNDRED;
    }

    private static int hundredths(int point) {
        if (point >= FIRST && point - FIRST < WIDTHS.length) {
            return WIDTHS[point - FIRST];
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> point < FIRST_WIDE ? LETTER : WIDE;
        };
    }

    /** {@return the lines of a label, those that are too wide broken after a space or a slash, else a mark of names, else anywhere} */
    static List<String> lines(String label, double most) {
        List<String> lines = new ArrayList<>();
        label.replace("\r\n", "\n").lines().forEach(line -> wrap(line, most, lines));
        return lines;
    }

    private static void wrap(String line, double most, List<String> lines) {
        int start = 0;
        while (of(line.substring(start)) > most) {
            int end = end(line, start, most);
            lines.add(line.substring(start, end).strip());
            start = end;
        }
        lines.add(line.substring(start).strip());
    }

    /** {@return where a line ends that starts somewhere: after the last space or slash, or else mark of a name, that fits} */
    private static int end(String line, int start, double most) {
        int words = start;
        int names = start;
        int at = start;
        double width = 0;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            width += hundredths(point) * SIZE / HUNDRED;
            if (width > most) {
                break;
            }
            at += Character.charCount(point);
            words = " /,;".indexOf(point) >= 0 ? at : words;
            names = ".:_-".indexOf(point) >= 0 ? at : names;
        }
        int good = words > start ? words : names;
        int any = Math.max(at, start + Character.charCount(line.codePointAt(start)));
        return good > start ? good : any;
    }
}
