package io.eastwest.routing.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A message of Envoy's API as JSON. Fields are asked by their name in the API ({@code virtual_hosts}); both forms of JSON are
 * read, that of Envoy and that of istioctl ({@code virtualHosts}).
 *
 * @param json the message; a missing node: it is not there
 */
record DumpNode(JsonNode json) {
    private static final DumpNode MISSING = new DumpNode(MissingNode.getInstance());

    DumpNode get(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            value = json.get(camel(name));
        }
        return value == null || value.isNull() ? MISSING : new DumpNode(value);
    }

    boolean has(String name) {
        return get(name).isThere();
    }

    boolean isThere() {
        return !json.isMissingNode();
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '_' && i + 1 < name.length()) {
                i++;
                text.append(Character.toUpperCase(name.charAt(i)));
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }

    List<DumpNode> list(String name) {
        List<DumpNode> all = new ArrayList<>();
        Iterator<JsonNode> elements = get(name).json.elements();
        while (elements.hasNext()) {
            all.add(new DumpNode(elements.next()));
        }
        return all;
    }

    List<String> texts(String name) {
        return list(name).stream().map(DumpNode::text).toList();
    }

    /** {@return the text or number; empty when there is none} */
    String text() {
        return json.asText("");
    }

    String text(String name) {
        return get(name).text();
    }

    /** {@return the text or number of a field; empty when it is not there or says nothing} */
    Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** {@return a number, which the JSON form of protobuf writes as text when it has 64 bits} */
    long number(String name, long absent) {
        return get(name).json.asLong(absent);
    }

    boolean flag(String name) {
        return get(name).json.asBoolean(false);
    }

    /** {@return a duration as its field writes it, such as {@code 0.250s}} */
    Optional<Duration> duration(String name) {
        return optional(name).flatMap(GoDuration::parse);
    }

    /** {@return the names of all fields, as the API has them} */
    List<String> names() {
        List<String> all = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> all.add(snake(name)));
        return all;
    }

    private static String snake(String name) {
        StringBuilder text = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                text.append('_').append((char) (c + 'a' - 'A'));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
