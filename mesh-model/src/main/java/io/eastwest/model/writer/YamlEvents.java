package io.eastwest.model.writer;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes one JSON tree as YAML in block style. */
final class YamlEvents {
    private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setMaxSimpleKeyLength(1024)
            .setBestLineBreak("\n")
            .setUseUnicodeEncoding(true)
            .build();

    private final List<Event> events = new ArrayList<>();

    private YamlEvents() {}

    static String write(JsonNode tree) {
        YamlEvents writing = new YamlEvents();
        writing.events.add(new StreamStartEvent());
        writing.events.add(new DocumentStartEvent(false, Optional.empty(), new LinkedHashMap<>()));
        writing.node(tree);
        writing.events.add(new DocumentEndEvent(false));
        writing.events.add(new StreamEndEvent());
        return new Present(SETTINGS).emitToString(writing.events.iterator());
    }

    private void node(JsonNode node) {
        if (node.isObject()) {
            events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(node)));
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                scalar(
                        field.getKey(),
                        PlainText.isSafe(field.getKey()) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
                node(field.getValue());
            }
            events.add(new MappingEndEvent());
        } else if (node.isArray()) {
            events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(node)));
            node.forEach(this::node);
            events.add(new SequenceEndEvent());
        } else if (node.isTextual()) {
            scalar(node.textValue(), PlainText.style(node.textValue()));
        } else {
            scalar(node.asText(), ScalarStyle.PLAIN);
        }
    }

    private static FlowStyle style(JsonNode container) {
        return container.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private void scalar(String text, ScalarStyle style) {
        if (style == ScalarStyle.DOUBLE_QUOTED && PlainText.hasHalfCharacter(text)) {
            throw new IllegalArgumentException(
                    "half of a character of two units has no form in UTF-8: " + IssueText.quote(text));
        }
        events.add(new ScalarEvent(Optional.empty(), Optional.empty(), IMPLICIT, text, style));
    }
}
