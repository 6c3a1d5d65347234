package io.eastwest.routing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The proxies that were asked, by id. When there are too many all are forgotten and made again when they are asked. Thread-safe. */
final class ProxyRouters {
    private static final int MOST = 2_000;

    private final ConcurrentHashMap<String, ProxyRouter> known = new ConcurrentHashMap<>();

    ProxyRouter of(String id, Function<String, ProxyRouter> make) {
        ProxyRouter found = known.get(id);
        if (found != null) {
            return found;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(id, make);
    }

    int count() {
        return known.size();
    }
}
