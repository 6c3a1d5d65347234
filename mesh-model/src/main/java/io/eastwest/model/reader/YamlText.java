package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document into a {@link NodeTree}. */
final class YamlText {
    private static final String TAG = "tag:yaml.org,2002:";
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();

    private final String file;
    private final String content;
    private final int firstLine;
    private final NodeTreeBuilder builder;
    private final List<String> lines = new ArrayList<>();
    private int line = 1;
    private int column = 1;

    private YamlText(String file, DocumentText document, ReadLimits limits, Map<String, String> pool) {
        this.file = file;
        this.content = document.text();
        this.firstLine = document.firstLine();
        this.builder = new NodeTreeBuilder(file, limits, pool);
    }

    /** The tree of the document; empty when there is nothing in it, or when an issue says why there is none. */
    static Optional<NodeTree> read(
            String file, DocumentText document, ReadLimits limits, List<Issue> issues, Map<String, String> pool) {
        YamlText reading = new YamlText(file, document, limits, pool);
        try {
            Iterator<Event> events = new Parse(SETTINGS)
                    .parseReader(new WholeCharacters(document.text()))
                    .iterator();
            for (Optional<Event> event = next(events); event.isPresent(); event = next(events)) {
                reading.take(event.get());
            }
            return reading.builder.isEmpty() ? Optional.empty() : Optional.of(reading.builder.build());
        } catch (UnreadableException e) {
            issues.add(e.issue());
        } catch (ReaderException e) {
            reading.reportCharacter(document.text(), e);
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().or(e::getContextMark).ifPresent(reading::at);
            reading.report(IssueCode.NOT_YAML, "this is not YAML: " + oneLine(e.getProblem()), "");
        } catch (YamlEngineException e) {
            reading.report(IssueCode.NOT_YAML, "this is not YAML: " + oneLine(e.getMessage()), "");
        }
        reading.builder.issues().forEach(met -> issues.add(met.issue()));
        return Optional.empty();
    }

    /** {@return the next event; empty at the end} */
    private static Optional<Event> next(Iterator<Event> events) {
        try {
            return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The engine hands the digits of an escape to Java as they are, however few the text still has.
            throw new YamlEngineException("an escape in double quotes lacks hexadecimal digits", e);
        }
    }

    private void take(Event event) {
        event.getStartMark().ifPresent(this::at);
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> start(NodeKind.OBJECT, (CollectionStartEvent) event, TAG + "map");
            case SequenceStart -> start(NodeKind.LIST, (CollectionStartEvent) event, TAG + "seq");
            case MappingEnd, SequenceEnd -> builder.end();
            case Alias -> alias((AliasEvent) event);
            default -> {}
        }
    }

    private void at(Mark mark) {
        line = firstLine + mark.getLine();
        column = mark.getColumn() + 1;
    }

    private void start(NodeKind kind, CollectionStartEvent event, String usualTag) {
        if (event.getTag()
                .filter(tag -> !tag.equals(usualTag) && !tag.equals("!"))
                .isPresent()) {
            report(IssueCode.UNSUPPORTED_YAML, "tag " + shortTag(event) + " has no meaning in JSON", "remove the tag");
        }
        if (builder.expectsKey()) {
            throw UnreadableException.of(
                    IssueCode.UNSUPPORTED_YAML,
                    "an object or a list cannot be the name of a field",
                    "use a word",
                    place());
        }
        anchor(event);
        builder.start(kind, line, column);
    }

    private void scalar(ScalarEvent event) {
        PlainScalar value = resolve(event);
        if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
            builder.checkWhole(event.getValue(), line, column);
        }
        if (!builder.expectsKey()) {
            anchor(event);
            if (event.getScalarStyle() == ScalarStyle.LITERAL) {
                builder.block(TextBlock.of(file, lines(), firstLine, line, value.text()));
            }
            builder.scalar(value.kind(), value.text(), line, column);
        } else if (event.isPlain() && event.getValue().equals("<<")) {
            report(IssueCode.UNSUPPORTED_YAML, "merge keys (<<) are not part of YAML 1.2", "write the fields out");
            builder.key("<<", line, column);
        } else if (value.kind() == NodeKind.NULL) {
            throw UnreadableException.of(
                    IssueCode.UNSUPPORTED_YAML, "null cannot be the name of a field", "use a word", place());
        } else {
            builder.key(event.getValue(), line, column);
        }
    }

    private List<String> lines() {
        if (lines.isEmpty()) {
            lines.addAll(List.of(LINE_BREAK.split(content, -1)));
        }
        return lines;
    }

    private PlainScalar resolve(ScalarEvent event) {
        String text = event.getValue();
        @Nullable String tag = event.getTag().orElse(null);
        if (tag != null && !tag.equals("!")) {
            return tagged(event, tag, text);
        }
        if (!event.isPlain() || tag != null) {
            return new PlainScalar(NodeKind.STRING, text);
        }
        if (PlainScalar.isNotFinite(text)) {
            report(IssueCode.UNSUPPORTED_YAML, text + " is a number that JSON cannot hold", "quote it or use a number");
        } else if (PlainScalar.isOldBoolean(text)) {
            warn("this plain word is a string here but a boolean for YAML 1.1 tools such as kubectl");
        } else if (PlainScalar.isOldNumber(text)) {
            boolean number = PlainScalar.of(text).kind() != NodeKind.STRING;
            warn("this plain " + (number ? "number is decimal here but not" : "word is a string here but a number")
                    + " for YAML 1.1 tools such as kubectl");
        }
        return PlainScalar.of(text);
    }

    private PlainScalar tagged(ScalarEvent event, String tag, String text) {
        PlainScalar plain = PlainScalar.of(text);
        NodeKind kind = plain.kind();
        boolean fits = switch (tag) {
            case TAG + "str" -> true;
            case TAG + "int" -> kind == NodeKind.INTEGER;
            case TAG + "float" -> kind == NodeKind.DECIMAL || kind == NodeKind.INTEGER;
            case TAG + "bool" -> kind == NodeKind.TRUE || kind == NodeKind.FALSE;
            case TAG + "null" -> kind == NodeKind.NULL;
            default -> false;
        };
        if (!fits) {
            report(
                    IssueCode.UNSUPPORTED_YAML,
                    "tag " + shortTag(event) + " does not fit the value or has no meaning in JSON",
                    "remove the tag");
        }
        return fits && !tag.equals(TAG + "str") ? plain : new PlainScalar(NodeKind.STRING, text);
    }

    private void anchor(NodeEvent event) {
        event.getAnchor().ifPresent(anchor -> builder.anchor(anchor.getValue()));
    }

    private void alias(AliasEvent event) {
        String name = event.getAnchor().map(anchor -> anchor.getValue()).orElse("");
        if (builder.expectsKey()) {
            throw UnreadableException.of(
                    IssueCode.UNSUPPORTED_YAML,
                    "alias *" + name + " cannot be the name of a field",
                    "write it out",
                    place());
        }
        if (!builder.alias(name, line, column)) {
            report(IssueCode.UNSUPPORTED_YAML, "alias *" + name + " has no anchor before it", "write it out");
            builder.scalar(NodeKind.NULL, "", line, column);
        }
    }

    private void warn(String message) {
        builder.report(Issue.warning(
                        IssueCode.AMBIGUOUS_SCALAR, DocumentPath.root(), message, "quote it, or write what is meant")
                .at(place()));
    }

    private void report(IssueCode code, String message, String hint) {
        builder.report(Issue.error(code, DocumentPath.root(), message, hint).at(place()));
    }

    private void reportCharacter(String text, ReaderException e) {
        int index = Math.min(e.getPosition(), text.codePointCount(0, text.length()));
        String before = text.substring(0, text.offsetByCodePoints(0, index));
        line = firstLine + (int) before.chars().filter(c -> c == '\n').count();
        column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        String point = Integer.toHexString(e.getCodePoint()).toUpperCase(Locale.ROOT);
        String padded = "0".repeat(Math.max(0, 4 - point.length())) + point;
        builder.report(Issue.error(
                        IssueCode.NOT_YAML,
                        DocumentPath.root(),
                        "this is not YAML: character U+" + padded + " is not allowed",
                        "remove it or write it as an escape in double quotes")
                .at(place()));
    }

    private SourceLocation place() {
        return new SourceLocation(file, line, column);
    }

    private static String shortTag(NodeEvent event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag().orElse("")
                : ((CollectionStartEvent) event).getTag().orElse("");
        return tag.startsWith(TAG) ? "!!" + tag.substring(TAG.length()) : tag;
    }

    private static String oneLine(@Nullable String text) {
        String given = text == null ? "unknown problem" : text;
        int end = given.indexOf('\n');
        return end < 0 ? given : given.substring(0, end);
    }
}
