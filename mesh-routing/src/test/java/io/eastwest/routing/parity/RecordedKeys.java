package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields of a recorded call as paths; names of headers are no fields. */
final class RecordedKeys {
    private static final Set<String> MAPS = new TreeSet<>(Set.of("headers", "add", "set"));

    /** Fields outside of {@code config}, all of which the comparison knows by name. */
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "id",
            "listener",
            "filterChain",
            "routeConfiguration",
            "virtualHost",
            "route",
            "result.kind",
            "result.status",
            "result.flags",
            "result.detail",
            "result.closed",
            "outcomes[].kind",
            "outcomes[].status",
            "outcomes[].flags",
            "outcomes[].detail",
            "outcomes[].closed",
            "outcomes[].hits",
            "clusters[].name",
            "clusters[].configuredWeight",
            "clusters[].hits",
            "endpoints[].address",
            "endpoints[].owner",
            "endpoints[].hits",
            "mirrored[].name",
            "mirrored[].hits",
            "upstream.method",
            "upstream.authority",
            "upstream.path",
            "upstream.sni",
            "upstream.headers.*",
            "response.headers.*",
            "response.location",
            "response.body"));

    private RecordedKeys() {}

    static SortedSet<String> of(JsonNode recorded) {
        SortedSet<String> paths = new TreeSet<>();
        collect("", recorded, paths);
        return paths;
    }

    /** Reports fields that nothing compares, so that no recording is half read. */
    static void requireKnown(JsonNode recorded, Differences differences) {
        for (Map.Entry<String, JsonNode> field : recorded.properties()) {
            SortedSet<String> paths = new TreeSet<>();
            collect(field.getKey(), field.getValue(), paths);
            boolean config = field.getKey().equals("config");
            for (String path : paths) {
                boolean known = config
                        ? path.startsWith("config.route.") || path.startsWith("config.clusters[].")
                        : KNOWN.contains(path);
                if (!known) {
                    differences.add(path, "a recorded field", "a field that nothing compares");
                }
            }
        }
    }

    private static void collect(String path, JsonNode value, SortedSet<String> paths) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                collect(path + separator(path) + name(path, field), field.getValue(), paths);
            }
        } else if (value.isArray()) {
            value.forEach(item -> collect(item.isValueNode() ? path : path + "[]", item, paths));
        } else {
            paths.add(path);
        }
    }

    private static String separator(String path) {
        return path.isEmpty() ? "" : ".";
    }

    private static String name(String path, Map.Entry<String, JsonNode> field) {
        return MAPS.contains(path.substring(path.lastIndexOf('.') + 1)) ? "*" : field.getKey();
    }
}
