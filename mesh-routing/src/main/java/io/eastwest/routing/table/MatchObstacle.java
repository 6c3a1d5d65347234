package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.view.MeshProxy;
import java.util.TreeMap;

/** Why a match of a rule is not for a proxy and port. */
enum MatchObstacle {
    /** It is for another port. */
    PORT,

    /** It is for other gateways. */
    GATEWAYS,

    /** It is for callers with other labels. */
    SOURCE_LABELS,

    /** It is for callers of another namespace. */
    SOURCE_NAMESPACE,

    /** Something before it takes every request. */
    UNREACHED;

    Mismatch mismatch(HttpMatchRequest match, RouteContext context) {
        MeshProxy proxy = context.scope().proxy();
        return switch (this) {
            case PORT ->
                new Mismatch(
                        "port",
                        match.port().isPresent() ? Integer.toString(match.port().getAsInt()) : "",
                        Integer.toString(context.port()));
            case GATEWAYS ->
                new Mismatch(
                        "gateways",
                        "one of " + match.gateways(),
                        context.gateways().toString());
            case SOURCE_LABELS -> labels(match, proxy);
            case SOURCE_NAMESPACE ->
                new Mismatch("sourceNamespace", match.sourceNamespace().orElse(""), proxy.namespace());
            case UNREACHED -> new Mismatch("a match before it takes every request", "", "");
        };
    }

    private static Mismatch labels(HttpMatchRequest match, MeshProxy proxy) {
        TreeMap<String, String> own = new TreeMap<>(proxy.labels());
        own.keySet().retainAll(match.sourceLabels().keySet());
        return new Mismatch("sourceLabels", new TreeMap<>(match.sourceLabels()).toString(), own.toString());
    }
}
