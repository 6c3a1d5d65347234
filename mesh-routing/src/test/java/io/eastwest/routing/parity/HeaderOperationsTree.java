package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.HeaderMutations;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Header operations in one shape: names in lower case, {@code add} with all values of a name in order, {@code set} with the
 * last value of a name, {@code remove} sorted.
 */
final class HeaderOperationsTree {
    private HeaderOperationsTree() {}

    static ObjectNode of(HeaderMutations operations) {
        return tree(new HeaderLines(operations.add()), new HeaderLines(operations.set()), operations.remove());
    }

    static ObjectNode of(JsonNode recorded) {
        return tree(
                HeaderLines.ofTree(recorded.path("add")),
                HeaderLines.ofTree(recorded.path("set")),
                Trees.textsOf(recorded.path("remove")));
    }

    private static ObjectNode tree(HeaderLines add, HeaderLines set, List<String> remove) {
        ObjectNode added = Trees.object();
        for (Map.Entry<String, List<String>> header : add.byName().entrySet()) {
            added.set(header.getKey(), Trees.texts(header.getValue()));
        }
        ObjectNode overwritten = Trees.object();
        for (Map.Entry<String, List<String>> header : set.byName().entrySet()) {
            List<String> values = header.getValue();
            overwritten.put(header.getKey(), values.get(values.size() - 1));
        }
        ObjectNode tree = Trees.object();
        Trees.putUnlessEmpty(tree, "add", added);
        Trees.putUnlessEmpty(tree, "set", overwritten);
        Trees.putUnlessEmpty(
                tree,
                "remove",
                Trees.texts(remove.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .sorted()
                        .distinct()
                        .toList()));
        return tree;
    }
}
