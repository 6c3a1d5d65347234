package io.eastwest.routing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What one proxy used lately of what it shares with others, so that it need not compare itself with them each time. Thread-safe. */
final class RecentValues<T> {
    private static final int MOST = 32;

    private final ConcurrentHashMap<String, T> known = new ConcurrentHashMap<>();

    T get(String name, Function<String, T> find) {
        T found = known.get(name);
        if (found == null) {
            found = find.apply(name);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(name, found);
        }
        return found;
    }
}
