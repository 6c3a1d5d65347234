package io.eastwest.routing.diagram;

import java.util.function.IntFunction;

/** How labels become text: lines, and characters that no renderer can show. */
final class LabelText {
    private static final int REPLACEMENT = 0xFFFD;

    private LabelText() {}

    /**
     * {@return a label, each character as an escape makes it}
     *
     * @param label the label
     * @param lineBreak how a line break is written
     * @param escape writes one character that is neither a line break nor a control character
     */
    static String escaped(String label, String lineBreak, IntFunction<String> escape) {
        StringBuilder text = new StringBuilder();
        label.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n') {
                text.append(lineBreak);
            } else {
                text.append(escape.apply(shown(point)));
            }
        });
        return text.toString();
    }

    /** Controls, marks that turn the direction of text, and halves of a pair are not shown as they are. */
    private static int shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> point;
        };
    }
}
