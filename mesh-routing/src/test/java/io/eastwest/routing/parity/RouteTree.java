package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ProxyRoute;

/** A route in the shape of {@code config.route} of a recording, as {@link RecordedRoute} reads it. */
final class RouteTree {
    private RouteTree() {}

    static ObjectNode of(ProxyRoute route) {
        ObjectNode tree = Trees.object();
        tree.set("match", MatchTree.of(route.match()));
        ActionTree.put(route.action(), tree);
        Trees.putUnlessEmpty(tree, "requestHeaders", HeaderOperationsTree.of(route.requestHeaders()));
        Trees.putUnlessEmpty(tree, "responseHeaders", HeaderOperationsTree.of(route.responseHeaders()));
        ObjectNode filters = Trees.object();
        route.cors().ifPresent(cors -> filters.set("cors", cors(cors)));
        route.fault().ifPresent(fault -> filters.set("fault", fault(fault)));
        Trees.putUnlessEmpty(tree, "filters", filters);
        return tree;
    }

    private static ObjectNode cors(CorsSettings cors) {
        ObjectNode tree = Trees.object();
        Trees.putUnlessEmpty(
                tree,
                "allow_origin_string_match",
                Trees.array(cors.allowOrigins().stream().map(MatchTree::string).toList()));
        putJoined(tree, "allow_methods", cors.allowMethods());
        putJoined(tree, "allow_headers", cors.allowHeaders());
        putJoined(tree, "expose_headers", cors.exposeHeaders());
        cors.maxAge().ifPresent(age -> tree.put("max_age", Long.toString(age.toSeconds())));
        cors.allowCredentials().ifPresent(allowed -> tree.put("allow_credentials", allowed));
        return tree.put("forward_not_matching_preflights", cors.forwardNotMatchingPreflights());
    }

    private static void putJoined(ObjectNode tree, String key, Iterable<String> values) {
        String joined = String.join(",", values);
        if (!joined.isEmpty()) {
            tree.put(key, joined);
        }
    }

    private static ObjectNode fault(FaultInjection fault) {
        ObjectNode tree = Trees.object();
        fault.delay()
                .ifPresent(delay -> tree.putObject("delay")
                        .put("fixed_delay", DurationText.proto(delay))
                        .put("millionths", fault.delayMillionths()));
        fault.abortStatus()
                .ifPresent(status ->
                        tree.putObject("abort").put("http_status", status).put("millionths", fault.abortMillionths()));
        fault.abortGrpcStatus()
                .ifPresent(status ->
                        tree.putObject("abort").put("grpc_status", status).put("millionths", fault.abortMillionths()));
        return tree;
    }
}
