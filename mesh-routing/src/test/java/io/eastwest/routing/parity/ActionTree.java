package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.WeightedCluster;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a route does, in the shape of a recording. */
final class ActionTree {
    private ActionTree() {}

    static void put(RouteAction action, ObjectNode route) {
        if (action instanceof ForwardAction forward) {
            put(forward, route);
        } else if (action instanceof RedirectAction redirect) {
            route.set("redirect", redirect(redirect));
        } else if (action instanceof DirectResponseAction direct) {
            route.set("directResponse", direct(direct));
        }
    }

    private static void put(ForwardAction action, ObjectNode route) {
        route.put("timeout", DurationText.go(action.timeout()));
        action.hostRewrite().ifPresent(host -> route.put("hostRewrite", host));
        action.prefixRewrite().ifPresent(prefix -> route.put("prefixRewrite", prefix));
        action.regexRewrite().ifPresent(rewrite -> route.set("regexRewrite", regex(rewrite)));
        if (action.maxStreamDurationSent()) {
            route.putObject("maxStreamDuration")
                    .put("grpc_timeout_header_max", "0s")
                    .put("max_stream_duration", "0s");
        }
        action.retries().ifPresent(retries -> route.set("retries", retries(retries)));
        Trees.putUnlessEmpty(
                route,
                "mirrors",
                Trees.array(action.mirrors().stream().map(ActionTree::mirror).toList()));
        Trees.putUnlessEmpty(
                route,
                "hashPolicy",
                Trees.array(action.hashPolicies().stream().map(ActionTree::hash).toList()));
        if (action.clusterNotFoundStatus() == 500) {
            route.put("clusterNotFoundResponseCode", "INTERNAL_SERVER_ERROR");
        }
        Trees.putUnlessEmpty(
                route,
                "weightedClusterHeaders",
                Trees.array(action.clusters().stream()
                        .map(ActionTree::weighted)
                        .filter(tree -> tree.size() > 1)
                        .toList()));
    }

    private static ObjectNode retries(RetryPolicy retries) {
        ObjectNode tree = Trees.object().put("attempts", retries.attempts()).put("on", retries.retryOn());
        var codes = Trees.array();
        retries.retriableStatusCodes().forEach(codes::add);
        Trees.putUnlessEmpty(tree, "retriableStatusCodes", codes);
        retries.perTryTimeout().ifPresent(timeout -> tree.put("perTryTimeout", DurationText.go(timeout)));
        if (retries.previousHosts()) {
            tree.putArray("hostPredicates").add("envoy.retry_host_predicates.previous_hosts");
        }
        if (retries.previousPriorities()) {
            tree.put("retryPriority", "envoy.retry_priorities.previous_priorities");
        }
        retries.hostSelectionMaxAttempts().ifPresent(most -> tree.put("hostSelectionRetryMaxAttempts", most));
        return tree;
    }

    private static ObjectNode mirror(Mirror mirror) {
        return Trees.object().put("cluster", mirror.cluster()).put("millionths", mirror.millionths());
    }

    private static ObjectNode hash(HashPolicy policy) {
        ObjectNode tree = Trees.object();
        if (policy instanceof HashPolicy.OfHeader header) {
            tree.putObject("header").put("header_name", header.name());
        } else if (policy instanceof HashPolicy.OfCookie cookie) {
            ObjectNode values = tree.putObject("cookie").put("name", cookie.name());
            cookie.path().ifPresent(path -> values.put("path", path));
            cookie.ttl().ifPresent(ttl -> values.put("ttl", DurationText.proto(ttl)));
        } else if (policy instanceof HashPolicy.OfQueryParameter parameter) {
            tree.putObject("query_parameter").put("name", parameter.name());
        } else {
            tree.putObject("connection_properties").put("source_ip", true);
        }
        return tree;
    }

    private static ObjectNode weighted(WeightedCluster cluster) {
        ObjectNode tree = Trees.object().put("cluster", cluster.cluster());
        cluster.hostRewrite().ifPresent(host -> tree.put("hostRewrite", host));
        Trees.putUnlessEmpty(tree, "requestHeaders", HeaderOperationsTree.of(cluster.requestHeaders()));
        Trees.putUnlessEmpty(tree, "responseHeaders", HeaderOperationsTree.of(cluster.responseHeaders()));
        return tree;
    }

    private static ObjectNode redirect(RedirectAction redirect) {
        ObjectNode tree = Trees.object().put("response_code", redirect.status());
        redirect.scheme().ifPresent(scheme -> tree.put("scheme_redirect", scheme));
        redirect.host().ifPresent(host -> tree.put("host_redirect", host));
        redirect.port().ifPresent(port -> tree.put("port_redirect", port));
        redirect.path().filter(path -> !path.isEmpty()).ifPresent(path -> tree.put("path_redirect", path));
        redirect.prefixRewrite()
                .filter(prefix -> !prefix.isEmpty())
                .ifPresent(prefix -> tree.put("prefix_rewrite", prefix));
        redirect.regexRewrite().ifPresent(rewrite -> tree.set("regex_rewrite", regex(rewrite)));
        return tree;
    }

    private static ObjectNode direct(DirectResponseAction direct) {
        ObjectNode tree = Trees.object().put("status", direct.status());
        direct.body().ifPresent(body -> {
            if (direct.bodyIsBytes()) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                tree.putObject("body").put("inline_bytes", Base64.getEncoder().encodeToString(bytes));
            } else {
                tree.putObject("body").put("inline_string", body);
            }
        });
        return tree;
    }

    private static ObjectNode regex(RegexRewrite rewrite) {
        ObjectNode tree = Trees.object().put("substitution", rewrite.substitution());
        tree.putObject("pattern").put("regex", rewrite.pattern());
        return tree;
    }
}
