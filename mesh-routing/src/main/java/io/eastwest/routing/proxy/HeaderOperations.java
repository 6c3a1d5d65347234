package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Header operations in the order of Envoy: removes, then sets, then adds, with all values calculated after the removes.
 *
 * <p>Mirrors envoy source/common/router/header_parser.cc:evaluateHeaders.
 */
final class HeaderOperations {
    private HeaderOperations() {}

    /** Applies the request operations of a route and of one of its destinations. */
    static void request(
            ProxyRoute route, ForwardAction action, WeightedCluster cluster, HeaderLines headers, HeaderFormat format) {
        ordered(action, route.requestHeaders(), cluster.requestHeaders()).forEach(step -> apply(step, headers, format));
    }

    /** Applies the response operations of a route and of one of its destinations. */
    static void response(
            ProxyRoute route, ForwardAction action, WeightedCluster cluster, HeaderLines headers, HeaderFormat format) {
        ordered(action, route.responseHeaders(), cluster.responseHeaders())
                .forEach(step -> apply(step, headers, format));
    }

    /** {@return the operations as parsers run them: one for a plain destination, destination before route for a weighted one} */
    private static List<HeaderMutations> ordered(
            ForwardAction action, HeaderMutations route, HeaderMutations destination) {
        if (destination.isEmpty()) {
            return List.of(route);
        }
        return action.weighted() ? List.of(destination, route) : List.of(merged(route, destination));
    }

    private static HeaderMutations merged(HeaderMutations first, HeaderMutations second) {
        return new HeaderMutations(
                joined(first.add(), second.add()),
                joined(first.set(), second.set()),
                joined(first.remove(), second.remove()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Applies the operations of one level. */
    static void apply(HeaderMutations mutations, HeaderLines headers, HeaderFormat format) {
        if (mutations.isEmpty()) {
            return;
        }
        mutations.remove().forEach(name -> headers.remove(name.toLowerCase(Locale.ROOT)));
        List<Header> sets = formatted(mutations.set(), format);
        List<Header> adds = formatted(mutations.add(), format);
        sets.forEach(header -> headers.set(header.name(), header.value()));
        adds.forEach(header -> headers.append(header.name(), header.value()));
    }

    private static List<Header> formatted(List<Header> headers, HeaderFormat format) {
        return headers.stream()
                .map(header -> new Header(header.name().toLowerCase(Locale.ROOT), format.format(header.value())))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }
}
