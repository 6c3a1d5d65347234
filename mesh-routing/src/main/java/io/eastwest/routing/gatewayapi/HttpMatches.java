package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.GrpcHeaderMatch;
import io.eastwest.model.gatewayapi.GrpcMethodMatch;
import io.eastwest.model.gatewayapi.GrpcMethodMatchType;
import io.eastwest.model.gatewayapi.GrpcRouteMatch;
import io.eastwest.model.gatewayapi.HeaderMatchType;
import io.eastwest.model.gatewayapi.HttpHeaderMatch;
import io.eastwest.model.gatewayapi.HttpPathMatch;
import io.eastwest.model.gatewayapi.HttpQueryParamMatch;
import io.eastwest.model.gatewayapi.HttpRouteMatch;
import io.eastwest.model.gatewayapi.PathMatchType;
import io.eastwest.model.gatewayapi.QueryParamMatchType;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMatchRequestBuilder;
import io.eastwest.model.istio.networking.StringMatch;
import java.util.Optional;

/**
 * Conditions as VirtualServices say them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:createURIMatch, createGRPCURIMatch, createHeadersMatch,
 * createQueryParamsMatch}.
 */
final class HttpMatches {
    private static final String ROOT = "/";

    private HttpMatches() {}

    static HttpMatchRequest of(HttpRouteMatch match) {
        HttpMatchRequestBuilder request = HttpMatchRequest.builder()
                .uri(path(match.path()))
                .method(match.method().map(method -> StringMatch.exact(method.name())));
        for (HttpHeaderMatch header : match.headers()) {
            request.putHeader(
                    header.name(),
                    value(
                            header.type()
                                    .filter(HeaderMatchType.RegularExpression::equals)
                                    .isPresent(),
                            header.value()));
        }
        for (HttpQueryParamMatch parameter : match.queryParams()) {
            boolean regex = parameter
                    .type()
                    .filter(QueryParamMatchType.RegularExpression::equals)
                    .isPresent();
            request.putQueryParam(parameter.name(), value(regex, parameter.value()));
        }
        return request.build();
    }

    static HttpMatchRequest of(GrpcRouteMatch match) {
        HttpMatchRequestBuilder request =
                HttpMatchRequest.builder().uri(match.method().map(HttpMatches::path));
        for (GrpcHeaderMatch header : match.headers()) {
            request.putHeader(
                    header.name(),
                    value(
                            header.type()
                                    .filter(HeaderMatchType.RegularExpression::equals)
                                    .isPresent(),
                            header.value()));
        }
        return request.build();
    }

    private static StringMatch path(Optional<HttpPathMatch> path) {
        String value = path.flatMap(HttpPathMatch::value).orElse(ROOT);
        return switch (path.flatMap(HttpPathMatch::type).orElse(PathMatchType.PathPrefix)) {
            case PathPrefix ->
                StringMatch.prefix(
                        value.endsWith(ROOT) && !value.equals(ROOT) ? value.substring(0, value.length() - 1) : value);
            case Exact -> StringMatch.exact(value);
            case RegularExpression -> StringMatch.regex(value);
        };
    }

    private static StringMatch path(GrpcMethodMatch match) {
        if (match.service().isEmpty() && match.method().isEmpty()) {
            throw new UnusableRouteException(
                    new Problem(Problem.INVALID_CONFIGURATION, "a match of a gRPC method needs a service or a method"));
        }
        if (match.service().isEmpty()) {
            return StringMatch.regex("/[^/]+/" + match.method().orElse(""));
        }
        String service = ROOT + match.service().get() + ROOT;
        boolean regex = match.type()
                .filter(GrpcMethodMatchType.RegularExpression::equals)
                .isPresent();
        if (match.method().isEmpty()) {
            return regex ? StringMatch.regex(service + ".+") : StringMatch.prefix(service);
        }
        return value(regex, service + match.method().get());
    }

    private static StringMatch value(boolean regex, String text) {
        return regex ? StringMatch.regex(text) : StringMatch.exact(text);
    }
}
