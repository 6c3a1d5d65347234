package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;

/** The conditions of a route in the shape of a recording. */
final class MatchTree {
    private MatchTree() {}

    static ObjectNode of(RouteMatch match) {
        ObjectNode tree = path(match.path());
        if (!match.caseSensitive()) {
            tree.put("case_sensitive", false);
        }
        Trees.putUnlessEmpty(
                tree,
                "headers",
                Trees.array(match.headers().stream().map(MatchTree::header).toList()));
        Trees.putUnlessEmpty(
                tree,
                "query_parameters",
                Trees.array(
                        match.queryParameters().stream().map(MatchTree::query).toList()));
        Trees.putUnlessEmpty(
                tree,
                "dynamic_metadata",
                Trees.array(match.claims().stream().map(MatchTree::claim).toList()));
        return tree;
    }

    /** {@return a string matcher: exact, prefix, suffix or safe_regex} */
    static ObjectNode string(ValueMatch value) {
        ObjectNode tree = Trees.object();
        if (value instanceof ValueMatch.Exact exact) {
            return tree.put("exact", exact.value());
        }
        if (value instanceof ValueMatch.Prefix prefix) {
            return tree.put("prefix", prefix.value());
        }
        if (value instanceof ValueMatch.Suffix suffix) {
            return tree.put("suffix", suffix.value());
        }
        if (value instanceof ValueMatch.Regex regex) {
            return regex(regex.pattern());
        }
        return tree.put("present", true);
    }

    static ObjectNode regex(String pattern) {
        ObjectNode tree = Trees.object();
        tree.putObject("safe_regex").put("regex", pattern);
        return tree;
    }

    private static ObjectNode path(PathMatch path) {
        if (path instanceof PathMatch.Exact exact) {
            return Trees.object().put("path", exact.value());
        }
        if (path instanceof PathMatch.Prefix prefix) {
            return Trees.object().put("prefix", prefix.value());
        }
        if (path instanceof PathMatch.SeparatedPrefix prefix) {
            return Trees.object().put("path_separated_prefix", prefix.value());
        }
        return regex(((PathMatch.Regex) path).pattern());
    }

    private static ObjectNode header(HeaderMatch header) {
        ObjectNode tree = named(header.name(), header.value());
        if (header.invert()) {
            tree.put("invert_match", true);
        }
        if (header.treatMissingAsEmpty()) {
            tree.put("treat_missing_header_as_empty", true);
        }
        return tree;
    }

    private static ObjectNode query(QueryMatch query) {
        return named(query.name(), query.value());
    }

    private static ObjectNode named(String name, ValueMatch value) {
        ObjectNode tree = Trees.object().put("name", name);
        if (value instanceof ValueMatch.Present) {
            return tree.put("present_match", true);
        }
        tree.set("string_match", string(value));
        return tree;
    }

    private static ObjectNode claim(ClaimMatch claim) {
        ObjectNode tree = Trees.object().put("filter", "envoy.filters.http.jwt_authn");
        ArrayNode path = tree.putArray("path");
        path.addObject().put("key", "payload");
        claim.path().forEach(key -> path.addObject().put("key", key));
        ArrayNode matchers = tree.putObject("value").putObject("or_match").putArray("value_matchers");
        matchers.addObject().putObject("list_match").putObject("one_of").set("string_match", string(claim.value()));
        matchers.addObject().set("string_match", string(claim.value()));
        if (claim.invert()) {
            tree.put("invert", true);
        }
        return tree;
    }
}
