package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.Delegate;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules of delegate VirtualServices in place of the rules that name them, one level deep. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/virtualservice.go:MergeHTTPRoutes} and {@code
 * pilot/pkg/model/virtualservice_controller.go:mergeVirtualServices}.
 */
final class Delegates {
    private final List<String> defaultExportTo;
    private final Map<String, MeshVirtualService> byName = new LinkedHashMap<>();

    Delegates(List<String> defaultExportTo) {
        this.defaultExportTo = defaultExportTo;
    }

    void add(MeshVirtualService delegate) {
        byName.put(delegate.namespace() + "/" + delegate.name(), delegate);
    }

    MeshVirtualService merge(MeshVirtualService root) {
        if (root.http().stream().noneMatch(http -> http.rule().delegate().isPresent())) {
            return root;
        }
        List<HttpRule> rules = new ArrayList<>();
        for (HttpRule http : root.http()) {
            Optional<Delegate> delegate = http.rule().delegate();
            if (delegate.isEmpty()) {
                rules.add(http);
            } else {
                find(delegate.get(), root).ifPresent(found -> rules.addAll(merged(http.rule(), found.http())));
            }
        }
        return root.toBuilder().http(rules).build();
    }

    private Optional<MeshVirtualService> find(Delegate delegate, MeshVirtualService root) {
        String namespace = delegate.namespace().filter(name -> !name.isEmpty()).orElse(root.namespace());
        return Optional.ofNullable(byName.get(namespace + "/" + delegate.name().orElse("")))
                .filter(found -> isVisible(found, root.namespace()));
    }

    private boolean isVisible(MeshVirtualService delegate, String namespace) {
        List<String> exportTo = delegate.exportTo().isEmpty() ? defaultExportTo : delegate.exportTo();
        return exportTo.isEmpty()
                || exportTo.contains("*")
                || exportTo.contains(namespace)
                || (exportTo.contains(".") && delegate.namespace().equals(namespace));
    }

    private static List<HttpRule> merged(IstioHttpRoute root, List<HttpRule> delegate) {
        List<HttpRule> rules = new ArrayList<>();
        for (HttpRule http : delegate) {
            matches(root.match(), http.rule().match())
                    .map(match -> new HttpRule(merged(root, http.rule(), match), http.origin()))
                    .ifPresent(rules::add);
        }
        return rules;
    }

    /** The conditions of a merged rule; empty when a condition of the delegate conflicts with all of the root. */
    private static Optional<List<HttpMatchRequest>> matches(
            List<HttpMatchRequest> root, List<HttpMatchRequest> delegate) {
        if (root.isEmpty()) {
            return Optional.of(delegate);
        }
        if (delegate.isEmpty()) {
            return Optional.of(root);
        }
        List<HttpMatchRequest> merged = new ArrayList<>();
        for (HttpMatchRequest below : delegate) {
            int before = merged.size();
            for (HttpMatchRequest above : root) {
                if (!MatchConflict.between(above, below)) {
                    merged.add(merged(above, below));
                }
            }
            if (merged.size() == before) {
                return Optional.empty();
            }
        }
        return Optional.of(merged);
    }

    private static HttpMatchRequest merged(HttpMatchRequest root, HttpMatchRequest delegate) {
        return delegate.toBuilder()
                .name(joined(root.name(), delegate.name()))
                .uri(delegate.uri().or(root::uri))
                .scheme(delegate.scheme().or(root::scheme))
                .method(delegate.method().or(root::method))
                .authority(delegate.authority().or(root::authority))
                .port(MatchConflict.port(delegate) != 0 ? delegate.port() : root.port())
                .sourceNamespace(delegate.sourceNamespace()
                        .filter(name -> !name.isEmpty())
                        .or(root::sourceNamespace))
                .gateways(delegate.gateways().isEmpty() ? root.gateways() : delegate.gateways())
                .statPrefix(delegate.statPrefix().or(root::statPrefix))
                .headers(union(root.headers(), delegate.headers()))
                .withoutHeaders(union(root.withoutHeaders(), delegate.withoutHeaders()))
                .queryParams(union(root.queryParams(), delegate.queryParams()))
                .sourceLabels(union(root.sourceLabels(), delegate.sourceLabels()))
                .build();
    }

    private static IstioHttpRoute merged(IstioHttpRoute root, IstioHttpRoute delegate, List<HttpMatchRequest> match) {
        return delegate.toBuilder()
                .name(joined(root.name(), delegate.name()))
                .match(match)
                .delegate(Optional.empty())
                .directResponse(delegate.directResponse().or(root::directResponse))
                .rewrite(delegate.rewrite().or(root::rewrite))
                .timeout(delegate.timeout().or(root::timeout))
                .retries(delegate.retries().or(root::retries))
                .fault(delegate.fault().or(root::fault))
                .mirror(delegate.mirror().or(root::mirror))
                .mirrorPercent(delegate.mirrorPercent().isPresent() ? delegate.mirrorPercent() : root.mirrorPercent())
                .mirrorPercentage(delegate.mirrorPercentage().or(root::mirrorPercentage))
                .mirrors(delegate.mirrors().isEmpty() ? root.mirrors() : delegate.mirrors())
                .corsPolicy(delegate.corsPolicy().or(root::corsPolicy))
                .headers(delegate.headers().or(root::headers))
                .build();
    }

    private static Optional<String> joined(Optional<String> root, Optional<String> delegate) {
        String above = root.orElse("");
        String below = delegate.orElse("");
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.of(above + below).filter(name -> !name.isEmpty());
        }
        return Optional.of(above + "-" + below);
    }

    private static <V> Map<String, V> union(Map<String, V> root, Map<String, V> delegate) {
        Map<String, V> union = new LinkedHashMap<>(root);
        union.putAll(delegate);
        return union;
    }
}
