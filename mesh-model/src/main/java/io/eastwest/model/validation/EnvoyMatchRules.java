package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.EnvoyApplyTo;
import io.eastwest.model.istio.networking.EnvoyConfigMatch;
import io.eastwest.model.istio.networking.EnvoyFilterChainMatch;
import io.eastwest.model.istio.networking.EnvoyFilterMatch;
import io.eastwest.model.istio.networking.EnvoyListenerMatch;
import java.util.Set;

/**
 * What an EnvoyFilter matches must fit what it patches. Mirrors istio 1.30.3
 * {@code pkg/config/validation/envoyfilter/envoyfilter.go:validateEnvoyFilter, validateListenerMatchName} and
 * {@code pkg/config/xds/deprecated.go:DeprecatedFilterNames}.
 */
final class EnvoyMatchRules {
    private static final Set<String> CONNECTION_MANAGERS =
            Sets.of("envoy.filters.network.http_connection_manager", "envoy.http_connection_manager");
    private static final Set<String> OUTDATED = Sets.of(
            "envoy.buffer",
            "envoy.cors",
            "envoy.csrf",
            "envoy.http_dynamo_filter",
            "envoy.ext_authz",
            "envoy.fault",
            "envoy.grpc_http1_bridge",
            "envoy.grpc_json_transcoder",
            "envoy.grpc_web",
            "envoy.gzip",
            "envoy.health_check",
            "envoy.ip_tagging",
            "envoy.lua",
            "envoy.rate_limit",
            "envoy.router",
            "envoy.squash",
            "envoy.listener.http_inspector",
            "envoy.listener.original_dst",
            "envoy.listener.original_src",
            "envoy.listener.proxy_protocol",
            "envoy.listener.tls_inspector",
            "envoy.client_ssl_auth",
            "envoy.http_connection_manager",
            "envoy.mongo_proxy",
            "envoy.ratelimit",
            "envoy.redis_proxy",
            "envoy.tcp_proxy");

    private EnvoyMatchRules() {}

    static void check(EnvoyConfigMatch match, EnvoyApplyTo applyTo, DocumentPath path, ManifestIssues issues) {
        boolean any = match.listener().isPresent()
                || match.routeConfiguration().isPresent()
                || match.cluster().isPresent()
                || match.waypoint().isPresent();
        switch (applyTo) {
            case LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER -> {
                require("listener", any, match.listener().isPresent(), applyTo, path, issues);
                match.listener()
                        .flatMap(EnvoyListenerMatch::filterChain)
                        .flatMap(EnvoyFilterChainMatch::filter)
                        .ifPresent(filter -> check(
                                filter,
                                applyTo,
                                path.field("listener").field("filterChain").field("filter"),
                                issues));
            }
            case ROUTE_CONFIGURATION, VIRTUAL_HOST, HTTP_ROUTE ->
                require("routeConfiguration", any, match.routeConfiguration().isPresent(), applyTo, path, issues);
            case CLUSTER -> require("cluster", any, match.cluster().isPresent(), applyTo, path, issues);
            default -> {
                // Upstream takes any match for the others.
            }
        }
    }

    private static void require(
            String arm, boolean any, boolean fits, EnvoyApplyTo applyTo, DocumentPath path, ManifestIssues issues) {
        if (any && !fits) {
            String message = "must match by " + arm + " because applyTo is " + applyTo;
            issues.error(IssueCode.PATCH_MATCH_MISFIT, path, message, "use " + arm + ", or remove the match");
        }
    }

    private static void check(EnvoyFilterMatch filter, EnvoyApplyTo applyTo, DocumentPath path, ManifestIssues issues) {
        if (applyTo == EnvoyApplyTo.LISTENER || applyTo == EnvoyApplyTo.FILTER_CHAIN) {
            String message = "has no effect with applyTo " + applyTo;
            issues.warning(IssueCode.FIELD_WITHOUT_EFFECT, path, message, "remove it, or patch NETWORK_FILTER");
        }
        String name = filter.name().orElse("");
        if (name.isEmpty()) {
            EnvoyFilterRules.require("name", "add the name of the filter", path, issues);
        }
        warnOfName(name, path, issues);
        filter.subFilter().ifPresent(inner -> {
            DocumentPath at = path.field("subFilter");
            if (applyTo != EnvoyApplyTo.HTTP_FILTER) {
                String message = "must be set only with applyTo HTTP_FILTER";
                issues.error(IssueCode.PATCH_MATCH_MISFIT, at, message, "remove it");
            } else if (!name.isEmpty() && !CONNECTION_MANAGERS.contains(name)) {
                String message = "lies only in the HTTP connection manager but the filter is " + IssueText.quote(name);
                String hint = "use envoy.filters.network.http_connection_manager";
                issues.error(IssueCode.PATCH_MATCH_MISFIT, at, message, hint);
            }
            String innerName = inner.name().orElse("");
            if (innerName.isEmpty()) {
                EnvoyFilterRules.require("name", "add the name of the filter", at, issues);
            }
            warnOfName(innerName, at, issues);
        });
    }

    private static void warnOfName(String name, DocumentPath path, ManifestIssues issues) {
        if (OUTDATED.contains(name)) {
            String message = "has the outdated name " + IssueText.quote(name);
            String hint = "use the name under envoy.filters";
            issues.warning(IssueCode.FIELD_DEPRECATED, path.field("name"), message, hint);
        }
    }
}
