package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.FaultInjectionBuilder;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a recorded route back into the value that it came from: the other direction of {@link RouteTree}. */
final class RouteReading {
    private RouteReading() {}

    static ProxyRoute of(String name, JsonNode recorded) {
        JsonNode route = RecordedRoute.normalized(recorded);
        return ProxyRoute.builder()
                .name(name)
                .match(match(route.path("match")))
                .action(ActionReading.of(route))
                .requestHeaders(mutations(route.path("requestHeaders")))
                .responseHeaders(mutations(route.path("responseHeaders")))
                .cors(Optional.of(route.at("/filters/cors"))
                        .filter(JsonNode::isObject)
                        .map(RouteReading::cors))
                .fault(Optional.of(route.at("/filters/fault"))
                        .filter(JsonNode::isObject)
                        .map(RouteReading::fault))
                .build();
    }

    static HeaderMutations mutations(JsonNode tree) {
        List<Header> add = HeaderLines.ofTree(tree.path("add")).lines();
        List<Header> set = HeaderLines.ofTree(tree.path("set")).lines();
        return new HeaderMutations(add, set, Trees.textsOf(tree.path("remove")));
    }

    private static RouteMatch match(JsonNode match) {
        List<HeaderMatch> headers = new ArrayList<>();
        for (JsonNode header : match.path("headers")) {
            headers.add(new HeaderMatch(
                    header.path("name").asText(),
                    named(header),
                    header.path("invert_match").asBoolean(),
                    header.path("treat_missing_header_as_empty").asBoolean()));
        }
        List<QueryMatch> parameters = new ArrayList<>();
        for (JsonNode parameter : match.path("query_parameters")) {
            parameters.add(new QueryMatch(parameter.path("name").asText(), named(parameter)));
        }
        List<ClaimMatch> claims = new ArrayList<>();
        for (JsonNode claim : match.path("dynamic_metadata")) {
            List<String> keys = claim.path("path").findValuesAsText("key");
            claims.add(new ClaimMatch(
                    keys.subList(1, keys.size()),
                    value(claim.at("/value/or_match/value_matchers/1/string_match")),
                    claim.path("invert").asBoolean()));
        }
        return RouteMatch.builder()
                .path(path(match))
                .caseSensitive(match.path("case_sensitive").asBoolean(true))
                .headers(headers)
                .queryParameters(parameters)
                .claims(claims)
                .build();
    }

    private static PathMatch path(JsonNode match) {
        if (match.has("path")) {
            return new PathMatch.Exact(match.path("path").asText());
        }
        if (match.has("path_separated_prefix")) {
            return new PathMatch.SeparatedPrefix(
                    match.path("path_separated_prefix").asText());
        }
        return match.has("prefix")
                ? new PathMatch.Prefix(match.path("prefix").asText())
                : new PathMatch.Regex(match.at("/safe_regex/regex").asText());
    }

    private static ValueMatch named(JsonNode holder) {
        return holder.has("present_match") ? new ValueMatch.Present() : value(holder.path("string_match"));
    }

    private static ValueMatch value(JsonNode match) {
        if (match.has("exact")) {
            return new ValueMatch.Exact(match.path("exact").asText());
        }
        if (match.has("suffix")) {
            return new ValueMatch.Suffix(match.path("suffix").asText());
        }
        return match.has("prefix")
                ? new ValueMatch.Prefix(match.path("prefix").asText())
                : new ValueMatch.Regex(match.at("/safe_regex/regex").asText());
    }

    private static CorsSettings cors(JsonNode cors) {
        List<ValueMatch> origins = new ArrayList<>();
        cors.path("allow_origin_string_match").forEach(origin -> origins.add(value(origin)));
        return CorsSettings.builder()
                .allowOrigins(origins)
                .allowMethods(Trees.text(cors.path("allow_methods")).stream().toList())
                .allowHeaders(Trees.text(cors.path("allow_headers")).stream().toList())
                .exposeHeaders(Trees.text(cors.path("expose_headers")).stream().toList())
                .maxAge(Trees.text(cors.path("max_age")).map(text -> Duration.ofSeconds(Long.parseLong(text))))
                .allowCredentials(Trees.text(cors.path("allow_credentials")).map(Boolean::valueOf))
                .forwardNotMatchingPreflights(
                        cors.path("forward_not_matching_preflights").asBoolean(true))
                .build();
    }

    private static FaultInjection fault(JsonNode fault) {
        FaultInjectionBuilder builder = FaultInjection.builder()
                .delay(Trees.text(fault.at("/delay/fixed_delay")).map(DurationText::parse))
                .delayMillionths(fault.at("/delay/millionths").asLong())
                .abortMillionths(fault.at("/abort/millionths").asLong());
        Trees.number(fault.at("/abort/http_status")).ifPresent(builder::abortStatus);
        Trees.number(fault.at("/abort/grpc_status")).ifPresent(builder::abortGrpcStatus);
        return builder.build();
    }
}
