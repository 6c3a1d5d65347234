package io.eastwest.routing.envoy;

import io.eastwest.routing.call.Header;
import java.util.List;

/**
 * Header operations of one level, applied as removes, sets, adds.
 *
 * @param add headers to append, sorted by name
 * @param set headers to overwrite, sorted by name
 * @param remove names to remove
 */
public record HeaderMutations(List<Header> add, List<Header> set, List<String> remove) {
    /**
     * Copies the lists.
     *
     * @param add headers to append, sorted by name
     * @param set headers to overwrite, sorted by name
     * @param remove names to remove
     */
    public HeaderMutations {
        add = List.copyOf(add);
        set = List.copyOf(set);
        remove = List.copyOf(remove);
    }
    /** No operation. */
    public static final HeaderMutations NONE = new HeaderMutations(List.of(), List.of(), List.of());

    /** {@return whether there is no operation} */
    public boolean isEmpty() {
        return add.isEmpty() && set.isEmpty() && remove.isEmpty();
    }
}
