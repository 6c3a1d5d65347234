package io.eastwest.render.report;

import java.util.function.Consumer;

/**
 * Writes HTML. Names of elements and attributes are ours; texts and values are of anybody and are always escaped. Both end up in
 * elements that hold plain text or in quoted attributes, never in a script or a style.
 */
final class HtmlText {
    private static final int LONG = 24;

    private final StringBuilder text = new StringBuilder();

    /** Writes an element. Attributes are name and value in turn; an attribute with an empty value is left out. */
    HtmlText element(String name, Consumer<HtmlText> content, String... attributes) {
        open(name, attributes);
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    /** Writes an element that holds a text. */
    HtmlText element(String name, String content, String... attributes) {
        return element(name, inner -> inner.text(content), attributes);
    }

    /** Writes an element without an end, or the start of one. */
    HtmlText open(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                text.append(' ').append(attributes[i]).append("=\"");
                text(attributes[i + 1]);
                text.append('"');
            }
        }
        text.append('>');
        return this;
    }

    /** Writes a text of anybody. */
    HtmlText text(String content) {
        content.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(shown(point));
            }
        });
        return this;
    }

    /** Writes an element that holds names, which are broken at spaces, and where they are long, between their parts. */
    HtmlText names(String name, String content, String... attributes) {
        open(name, attributes).open("span", "class", "name");
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char mark = content.charAt(i);
            if (mark == ' ' || ((mark == '/' || mark == '.') && isLong(content, i))) {
                text(content.substring(start, i + 1)).open("wbr");
                start = i + 1;
            }
        }
        text(content.substring(start));
        text.append("</span></").append(name).append('>');
        return this;
    }

    private static boolean isLong(String content, int inside) {
        int end = content.indexOf(' ', inside);
        return (end < 0 ? content.length() : end) - content.lastIndexOf(' ', inside) > LONG;
    }

    /** Writes what is HTML, style or script of ours. */
    HtmlText own(String html) {
        text.append(html);
        return this;
    }

    /** Starts a new line, so that reports can be compared line by line. */
    HtmlText line() {
        text.append('\n');
        return this;
    }

    /** Controls, marks that turn the direction of text, and halves of a pair are not shown as they are. */
    private static int shown(int point) {
        boolean hidden = switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
        return hidden ? 0xFFFD : point;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
