package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.match.QueryText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the connection manager does to a path before anything looks at it. The query is never touched; a fragment is cut off.
 *
 * <p>Mirrors envoy source/common/http/conn_manager_utility.cc:maybeNormalizePath.
 */
final class PathNormalizer {
    private PathNormalizer() {}

    /** {@return the path with query that is routed; empty: the request is answered with 400} */
    static Optional<String> normalize(String target, PathNormalizationLevel level) {
        int fragment = target.indexOf('#');
        String whole = fragment < 0 ? target : target.substring(0, fragment);
        if (level == PathNormalizationLevel.NONE) {
            return Optional.of(whole);
        }
        String path = QueryText.withoutQuery(whole);
        if (level == PathNormalizationLevel.DECODE_AND_MERGE_SLASHES) {
            path = path.replace("%2F", "/")
                    .replace("%2f", "/")
                    .replace("%5C", "\\")
                    .replace("%5c", "\\");
        }
        Optional<String> canonical = PathCanonicalizer.canonical(path);
        if (level != PathNormalizationLevel.BASE) {
            canonical = canonical.map(PathNormalizer::mergeSlashes);
        }
        return canonical.map(normal -> normal + QueryText.query(whole));
    }

    private static String mergeSlashes(String path) {
        if (!path.contains("//")) {
            return path;
        }
        String inner = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
        String start = path.startsWith("/") ? "/" : "";
        return start + inner + (path.endsWith("/") ? "/" : "");
    }
}
