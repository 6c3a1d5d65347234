package io.eastwest.model.gatewayapi;

import io.eastwest.model.gatewayapi.HttpRouteFilter.RequestMirror;
import java.util.List;

/** The defaults of filters and session persistence, as the schemas of Gateway API v1.6.1 state them. */
final class FilterDefaults {
    private FilterDefaults() {}

    static List<HttpRouteFilter> http(List<HttpRouteFilter> filters) {
        return filters.stream().map(FilterDefaults::of).toList();
    }

    static List<GrpcRouteFilter> grpc(List<GrpcRouteFilter> filters) {
        return filters.stream()
                .map(filter -> filter instanceof RequestMirror mirror ? of(mirror) : filter)
                .toList();
    }

    private static HttpRouteFilter of(HttpRouteFilter filter) {
        return filter.match(
                headers -> headers,
                headers -> headers,
                FilterDefaults::of,
                redirect -> new HttpRouteFilter.RequestRedirect(of(redirect.redirect())),
                rewrite -> rewrite,
                extension -> extension,
                cors -> new HttpRouteFilter.Cors(of(cors.cors())),
                auth -> new HttpRouteFilter.ExternalAuth(of(auth.auth())));
    }

    private static RequestMirror of(RequestMirror filter) {
        HttpRequestMirror mirror = filter.mirror();
        return new RequestMirror(mirror.toBuilder()
                .backendRef(ReferenceDefaults.of(mirror.backendRef()))
                .fraction(mirror.fraction().map(FilterDefaults::of))
                .build());
    }

    private static MirrorFraction of(MirrorFraction fraction) {
        return fraction.toBuilder()
                .denominator(fraction.denominator().orElse(100))
                .build();
    }

    private static HttpRequestRedirect of(HttpRequestRedirect redirect) {
        return redirect.toBuilder()
                .statusCode(redirect.statusCode().orElse(302))
                .build();
    }

    private static HttpCors of(HttpCors cors) {
        return cors.toBuilder().maxAge(cors.maxAge().orElse(5)).build();
    }

    private static HttpExternalAuth of(HttpExternalAuth auth) {
        return auth.toBuilder()
                .backendRef(ReferenceDefaults.of(auth.backendRef()))
                .build();
    }

    static SessionPersistence of(SessionPersistence session) {
        return session.toBuilder()
                .type(session.type().orElse(SessionPersistenceType.Cookie))
                .cookieConfig(session.cookieConfig().map(FilterDefaults::of))
                .build();
    }

    private static CookieConfig of(CookieConfig cookie) {
        return cookie.toBuilder()
                .lifetimeType(cookie.lifetimeType().orElse(CookieLifetimeType.Session))
                .build();
    }
}
