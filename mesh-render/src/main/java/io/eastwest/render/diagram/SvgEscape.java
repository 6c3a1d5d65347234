package io.eastwest.render.diagram;

/** Text of anybody within SVG: nothing in it can start or end an element, and nothing in it is hidden. */
final class SvgEscape {
    private static final int REPLACEMENT = 0xFFFD;

    private SvgEscape() {}

    static String of(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isShown(point) ? point : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    /** Controls, marks that turn the direction of text, halves of a pair and what XML forbids are not shown as they are. */
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
