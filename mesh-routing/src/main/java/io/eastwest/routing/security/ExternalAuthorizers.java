package io.eastwest.routing.security;

import io.eastwest.model.istio.mesh.ExtensionProvider;
import io.eastwest.model.istio.mesh.ExternalAuthorizerSettings;
import io.eastwest.model.istio.mesh.HttpExternalAuthorizer;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The external authorizers of a mesh configuration, and whether istiod can make a filter of them.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/builder/extauthz.go:processExtensionProvider}.
 */
final class ExternalAuthorizers {
    private static final int HIGHEST_PORT = 65535;
    /** Status codes that Envoy's enumeration names. */
    private static final String KNOWN_CODES = " 0 100 102 103 200 201 202 203 204 205 206 207 208 226"
            + " 300 301 302 303 304 305 307 308 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417"
            + " 421 422 423 424 426 428 429 431 500 501 502 503 504 505 506 507 508 510 511 ";

    private final ControlPlaneView view;
    private final Map<String, Boolean> sound = new LinkedHashMap<>();
    private final Map<String, Boolean> grpc = new LinkedHashMap<>();

    private ExternalAuthorizers(ControlPlaneView view) {
        this.view = view;
        for (ExtensionProvider provider : view.meshConfig().extensionProviders()) {
            String name = provider.name().orElse("");
            provider.envoyExtAuthzHttp().ifPresent(settings -> {
                sound.merge(name, isName(name) && isSound(settings) && isSoundHttp(settings), (first, again) -> false);
                grpc.put(name, false);
            });
            provider.envoyExtAuthzGrpc().ifPresent(settings -> {
                sound.merge(name, isName(name) && isSound(settings), (first, again) -> false);
                grpc.put(name, true);
            });
        }
    }

    static ExternalAuthorizers of(ControlPlaneView view) {
        return new ExternalAuthorizers(view);
    }

    boolean canBeAsked(String provider) {
        return sound.getOrDefault(provider, false);
    }

    /** {@return whether an authorizer can be asked about connections: those that speak gRPC can} */
    boolean speaksTcp(String provider) {
        return grpc.getOrDefault(provider, false);
    }

    private boolean isSound(ExternalAuthorizerSettings settings) {
        int port = settings.port().orElse(0);
        return port >= 1
                && port <= HIGHEST_PORT
                && exists(settings.service().orElse(""))
                && settings.statusOnError()
                        .filter(code -> !code.isEmpty())
                        .map(code -> code.matches("\\d+") && KNOWN_CODES.contains(" " + code + " "))
                        .orElse(true);
    }

    private static boolean isSoundHttp(HttpExternalAuthorizer settings) {
        String prefix = settings.pathPrefix().orElse("");
        return (prefix.isEmpty() || prefix.startsWith("/"))
                && Stream.of(
                                settings.includeRequestHeadersInCheck(),
                                settings.includeHeadersInCheck(),
                                settings.headersToDownstreamOnDeny(),
                                settings.headersToDownstreamOnAllow(),
                                settings.headersToUpstreamOnAllow())
                        .flatMap(List::stream)
                        .noneMatch("*"::equals);
    }

    /** A host name stands for one service; with a namespace before a slash it may be ambiguous. */
    private boolean exists(String service) {
        String[] parts = service.split("/", -1);
        if (parts.length == 2) {
            return view.servicesByHostname(parts[1]).stream()
                    .anyMatch(each -> each.namespace().equals(parts[0]));
        }
        return view.servicesByHostname(service).stream()
                        .map(MeshService::namespace)
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean isName(String name) {
        return name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    }
}
