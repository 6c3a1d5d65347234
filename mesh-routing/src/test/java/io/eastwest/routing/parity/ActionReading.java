package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RedirectActionBuilder;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RetryPolicyBuilder;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.WeightedCluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads what a recorded route does: the other direction of {@link ActionTree}. */
final class ActionReading {
    private ActionReading() {}

    static RouteAction of(JsonNode route) {
        if (route.has("redirect")) {
            return redirect(route.path("redirect"));
        }
        return route.has("directResponse") ? direct(route.path("directResponse")) : forward(route);
    }

    private static ForwardAction forward(JsonNode route) {
        List<WeightedCluster> clusters = new ArrayList<>();
        for (JsonNode cluster : route.path("weightedClusterHeaders")) {
            clusters.add(new WeightedCluster(
                    cluster.path("cluster").asText(),
                    1,
                    RouteReading.mutations(cluster.path("requestHeaders")),
                    RouteReading.mutations(cluster.path("responseHeaders")),
                    Trees.text(cluster.path("hostRewrite"))));
        }
        List<Mirror> mirrors = new ArrayList<>();
        route.path("mirrors")
                .forEach(mirror -> mirrors.add(new Mirror(
                        mirror.path("cluster").asText(),
                        mirror.path("millionths").asLong())));
        List<HashPolicy> hashes = new ArrayList<>();
        route.path("hashPolicy").forEach(policy -> hashes.add(hash(policy)));
        return ForwardAction.builder()
                .clusters(clusters)
                .hostRewrite(Trees.text(route.path("hostRewrite")))
                .prefixRewrite(Trees.text(route.path("prefixRewrite")))
                .regexRewrite(rewrite(route.path("regexRewrite")))
                .timeout(DurationText.parse(route.path("timeout").asText()))
                .maxStreamDurationSent(route.has("maxStreamDuration"))
                .retries(Optional.of(route.path("retries"))
                        .filter(JsonNode::isObject)
                        .map(ActionReading::retries))
                .mirrors(mirrors)
                .hashPolicies(hashes)
                .clusterNotFoundStatus(route.has("clusterNotFoundResponseCode") ? 500 : 503)
                .build();
    }

    private static RetryPolicy retries(JsonNode retries) {
        List<Integer> codes = new ArrayList<>();
        retries.path("retriableStatusCodes").forEach(code -> codes.add(code.asInt()));
        RetryPolicyBuilder policy = RetryPolicy.builder()
                .attempts(retries.path("attempts").asInt())
                .retryOn(retries.path("on").asText())
                .retriableStatusCodes(codes)
                .perTryTimeout(Trees.text(retries.path("perTryTimeout")).map(DurationText::parse))
                .previousHosts(retries.has("hostPredicates"))
                .previousPriorities(retries.has("retryPriority"));
        Trees.number(retries.path("hostSelectionRetryMaxAttempts")).ifPresent(policy::hostSelectionMaxAttempts);
        return policy.build();
    }

    private static HashPolicy hash(JsonNode policy) {
        if (policy.has("header")) {
            return new HashPolicy.OfHeader(policy.at("/header/header_name").asText());
        }
        if (policy.has("cookie")) {
            JsonNode cookie = policy.path("cookie");
            return new HashPolicy.OfCookie(
                    cookie.path("name").asText(),
                    Trees.text(cookie.path("path")),
                    Trees.text(cookie.path("ttl")).map(DurationText::parse));
        }
        return policy.has("query_parameter")
                ? new HashPolicy.OfQueryParameter(
                        policy.at("/query_parameter/name").asText())
                : new HashPolicy.OfSourceIp();
    }

    private static RedirectAction redirect(JsonNode redirect) {
        RedirectActionBuilder action = RedirectAction.builder()
                .status(redirect.path("response_code").asInt())
                .scheme(Trees.text(redirect.path("scheme_redirect")))
                .host(Trees.text(redirect.path("host_redirect")))
                .path(Trees.text(redirect.path("path_redirect")))
                .prefixRewrite(Trees.text(redirect.path("prefix_rewrite")))
                .regexRewrite(rewrite(redirect.path("regex_rewrite")));
        Trees.number(redirect.path("port_redirect")).ifPresent(action::port);
        return action.build();
    }

    private static DirectResponseAction direct(JsonNode direct) {
        Optional<String> bytes = Trees.text(direct.at("/body/inline_bytes"))
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        return new DirectResponseAction(
                direct.path("status").asInt(),
                bytes.or(() -> Trees.text(direct.at("/body/inline_string"))),
                bytes.isPresent());
    }

    private static Optional<RegexRewrite> rewrite(JsonNode rewrite) {
        return Optional.of(rewrite)
                .filter(JsonNode::isObject)
                .map(tree -> new RegexRewrite(
                        tree.at("/pattern/regex").asText(),
                        tree.path("substitution").asText()));
    }
}
