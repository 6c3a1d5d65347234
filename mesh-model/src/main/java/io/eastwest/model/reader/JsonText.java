package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a text of one or more JSON values into {@link NodeTree}s. */
final class JsonText {
    private final String file;
    private final ReadLimits limits;
    private final List<Issue> issues;
    private final Map<String, String> pool;

    JsonText(String file, ReadLimits limits, List<Issue> issues, Map<String, String> pool) {
        this.file = file;
        this.limits = limits;
        this.issues = issues;
        this.pool = pool;
    }

    /** The values up to the first that is no JSON; an issue says where that is. */
    List<NodeTree> read(String text) {
        List<NodeTree> trees = new ArrayList<>();
        try (JsonParser parser = factory().createParser(text)) {
            while (parser.nextToken() != null) {
                trees.add(readValue(parser));
            }
        } catch (UnreadableException e) {
            issues.add(e.issue());
        } catch (StreamConstraintsException e) {
            report(
                    IssueCode.LIMIT_EXCEEDED,
                    "a name, number or nesting is longer than allowed",
                    place(e.getLocation()));
        } catch (JsonProcessingException e) {
            report(
                    IssueCode.NOT_YAML,
                    "this is not JSON: " + withoutContent(e.getOriginalMessage()),
                    place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trees;
    }

    private JsonFactory factory() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth() + 1)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private NodeTree readValue(JsonParser parser) throws IOException {
        NodeTreeBuilder builder = new NodeTreeBuilder(file, limits, pool);
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            int line = Math.max(1, parser.currentTokenLocation().getLineNr());
            int column = Math.max(1, parser.currentTokenLocation().getColumnNr());
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    builder.start(token == JsonToken.START_OBJECT ? NodeKind.OBJECT : NodeKind.LIST, line, column);
                    depth++;
                }
                case END_OBJECT, END_ARRAY -> {
                    builder.end();
                    depth--;
                }
                case FIELD_NAME -> {
                    builder.checkWhole(parser.currentName(), line, column);
                    builder.key(parser.currentName(), line, column);
                }
                case VALUE_STRING -> {
                    builder.checkWhole(parser.getText(), line, column);
                    builder.scalar(NodeKind.STRING, parser.getText(), line, column);
                }
                case VALUE_NUMBER_INT -> builder.scalar(NodeKind.INTEGER, parser.getText(), line, column);
                case VALUE_NUMBER_FLOAT -> builder.scalar(NodeKind.DECIMAL, parser.getText(), line, column);
                case VALUE_TRUE -> builder.scalar(NodeKind.TRUE, "", line, column);
                case VALUE_FALSE -> builder.scalar(NodeKind.FALSE, "", line, column);
                default -> builder.scalar(NodeKind.NULL, "", line, column);
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
        return builder.build();
    }

    private void report(IssueCode code, String message, SourceLocation place) {
        issues.add(Issue.error(code, DocumentPath.root(), message, "").at(place));
    }

    /** Words of the text stay out of the message: they may be confidential. */
    private static String withoutContent(String message) {
        return message.startsWith("Unrecognized token") ? "unknown word" : message;
    }

    private SourceLocation place(JsonLocation location) {
        return location == null
                ? new SourceLocation(file, 1, 1)
                : new SourceLocation(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
