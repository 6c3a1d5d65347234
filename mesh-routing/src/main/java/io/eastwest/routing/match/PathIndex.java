package io.eastwest.routing.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routes by exact path and by prefix, for one treatment of case. Filled once, then only read. */
final class PathIndex {
    private final boolean foldsCase;
    private final Map<String, PositionBucket> exact = new LinkedHashMap<>();
    private final PrefixTree prefixes = new PrefixTree();
    private boolean empty = true;

    PathIndex(boolean foldsCase) {
        this.foldsCase = foldsCase;
    }

    void add(int position, CompiledRoute route) {
        PathCondition path = route.path();
        PositionBucket bucket = path.isPrefix()
                ? prefixes.bucket(path.text())
                : exact.computeIfAbsent(path.text(), key -> new PositionBucket());
        bucket.add(position, route);
        empty = false;
    }

    void collect(String path, String method, List<List<Integer>> into) {
        if (empty) {
            return;
        }
        String folded = PathCondition.fold(path, foldsCase);
        PositionBucket bucket = exact.get(folded);
        if (bucket != null) {
            bucket.collect(method, into);
        }
        prefixes.collect(folded, method, into);
    }
}
