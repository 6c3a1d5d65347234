package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Headers as lines. Two of them say the same when each name, without regard to case, has the same values in the same order.
 *
 * @param lines lines in order
 */
record HeaderLines(List<Header> lines) {
    static HeaderLines ofTree(JsonNode headers) {
        List<Header> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> lines.add(new Header(header.getKey(), value.asText())));
            } else {
                lines.add(new Header(header.getKey(), header.getValue().asText()));
            }
        }
        return new HeaderLines(List.copyOf(lines));
    }

    SortedMap<String, List<String>> byName() {
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (Header line : lines) {
            values.computeIfAbsent(line.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.value());
        }
        return values;
    }
}
