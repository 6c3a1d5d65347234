package io.eastwest.routing.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Path and query of a request target; nothing is decoded. */
public final class QueryText {
    private QueryText() {}

    /**
     * {@return where the query starts, else the end}
     *
     * @param path path with its query
     */
    public static int start(String path) {
        int at = path.indexOf('?');
        return at < 0 ? path.length() : at;
    }

    /**
     * {@return the path alone}
     *
     * @param path path with its query
     */
    public static String withoutQuery(String path) {
        int at = path.indexOf('?');
        return at < 0 ? path : path.substring(0, at);
    }

    /**
     * {@return the query with its question mark; empty text when there is none}
     *
     * @param path path with its query
     */
    public static String query(String path) {
        int at = path.indexOf('?');
        return at < 0 ? "" : path.substring(at);
    }

    /**
     * {@return the raw value of the first parameter of a name; empty when there is none}
     *
     * @param path path with its query
     * @param name raw name
     */
    public static Optional<String> first(String path, String name) {
        int at = path.indexOf('?') + 1;
        while (at > 0 && at < path.length()) {
            int end = path.indexOf('&', at);
            end = end < 0 ? path.length() : end;
            int equals = path.indexOf('=', at);
            int nameEnd = equals >= 0 && equals < end ? equals : end;
            if (nameEnd - at == name.length() && path.startsWith(name, at)) {
                return Optional.of(nameEnd == end ? "" : path.substring(nameEnd + 1, end));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /**
     * {@return the path without a parameter; as Envoy writes it, the others are sorted by name and each has an equals sign}
     *
     * @param path path with its query
     * @param name raw name of the parameter
     */
    public static String without(String path, String name) {
        if (first(path, name).isEmpty()) {
            return path;
        }
        Map<String, List<String>> values = new TreeMap<>();
        for (String parameter : query(path).substring(1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String key = equals < 0 ? parameter : parameter.substring(0, equals);
            values.computeIfAbsent(key, ignored -> new ArrayList<>())
                    .add(equals < 0 ? "" : parameter.substring(equals + 1));
        }
        values.remove(name);
        StringBuilder text = new StringBuilder(withoutQuery(path));
        values.forEach((key, list) -> list.forEach(value -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                .append(key)
                .append('=')
                .append(value)));
        return text.toString();
    }
}
