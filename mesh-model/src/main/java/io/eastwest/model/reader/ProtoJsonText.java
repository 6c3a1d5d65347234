package io.eastwest.model.reader;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Brings a YAML text that only a control plane reads into the form that an API server takes as well: field names of the
 * protocol buffers become those of JSON, quoted numbers lose their quotes. Every character that stays keeps its line and
 * column, so that places in later messages are those of the given text.
 *
 * <p>Mirrors github.com/golang/protobuf v1.5.4 jsonpb/decode.go:unmarshalMessage: where both spellings of a name are
 * there, the JSON one counts and the other is an unknown field.
 */
final class ProtoJsonText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?");
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Edit> edits = new ArrayList<>();

    /** Characters to replace, counted in code points; the replacement is as long as what it replaces. */
    private record Edit(int start, int end, String replacement) {
        static Edit of(Node node, String replacement) {
            int start = node.getStartMark().map(Mark::getIndex).orElseThrow();
            int end = node.getEndMark().map(Mark::getIndex).orElseThrow();
            return new Edit(start, end, replacement + " ".repeat(end - start - replacement.length()));
        }
    }

    private ProtoJsonText() {}

    /** The text in the form of JSON names; unchanged when it is not YAML or too deep, which is for the reader to report. */
    static String rewrite(String text, Class<?> type) {
        ProtoJsonText rewriting = new ProtoJsonText();
        try {
            if (isTooDeep(text)) {
                return text;
            }
            new Compose(SETTINGS)
                    .composeReader(new WholeCharacters(text))
                    .ifPresent(root -> rewriting.visit(root, type));
        } catch (YamlEngineException e) {
            return text;
        }
        return rewriting.apply(text);
    }

    /** Whether it nests deeper than the reader takes: composing recurses, so the stack would not do. */
    private static boolean isTooDeep(String text) {
        int limit = ReadLimits.defaults().maxDepth();
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseReader(new WholeCharacters(text))) {
            if (event instanceof CollectionStartEvent && ++depth > limit) {
                return true;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return false;
    }

    private void visit(Node node, Type type) {
        if (!seen.add(node)) {
            return; // an alias
        }
        Class<?> raw = ProtoFields.raw(type);
        if (raw == Optional.class) {
            seen.remove(node);
            visit(node, ProtoFields.argument(type, 0));
        } else if (raw == List.class && node instanceof SequenceNode list) {
            list.getValue().forEach(element -> visit(element, ProtoFields.argument(type, 0)));
        } else if (raw == Map.class && node instanceof MappingNode map) {
            map.getValue().forEach(entry -> visit(entry.getValueNode(), ProtoFields.argument(type, 1)));
        } else if (isNumber(raw) && node instanceof ScalarNode scalar) {
            visitNumber(scalar);
        } else if (ProtoFields.isMessage(raw) && node instanceof MappingNode message) {
            visitMessage(message, ProtoFields.of(raw));
        }
    }

    private void visitMessage(MappingNode message, Map<String, Type> fields) {
        Set<String> names = new TreeSet<>();
        for (NodeTuple field : message.getValue()) {
            names.add(name(field));
        }
        for (NodeTuple field : message.getValue()) {
            String name = name(field);
            String jsonName = ProtoFields.jsonName(name);
            if (!jsonName.equals(name) && fields.containsKey(jsonName) && names.add(jsonName)) {
                edits.add(Edit.of(field.getKeyNode(), jsonName));
                visit(field.getValueNode(), fields.get(jsonName));
            } else if (fields.containsKey(name)) {
                visit(field.getValueNode(), fields.get(name));
            }
        }
    }

    private void visitNumber(ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        boolean quoted = style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED;
        if (quoted && NUMBER.matcher(scalar.getValue()).matches()) {
            edits.add(Edit.of(scalar, scalar.getValue()));
        }
    }

    private static String name(NodeTuple field) {
        return field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static boolean isNumber(Class<?> type) {
        return type == OptionalInt.class
                || type == OptionalLong.class
                || type == OptionalDouble.class
                || type == Integer.class;
    }

    private String apply(String text) {
        edits.sort(Comparator.comparingInt(Edit::start));
        StringBuilder rewritten = new StringBuilder(text.length());
        int from = 0;
        int point = 0;
        for (Edit edit : edits) {
            int start = text.offsetByCodePoints(from, edit.start() - point);
            int end = text.offsetByCodePoints(start, edit.end() - edit.start());
            rewritten.append(text, from, start).append(edit.replacement());
            from = end;
            point = edit.end();
        }
        return rewritten.append(text, from, text.length()).toString();
    }
}
