package io.eastwest.routing.gateway;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether Envoy takes the filter chains of a listener: no two of them may match the same connection conditions. */
final class ChainOverlap {
    private static final String NO_CONDITION = "";

    private ChainOverlap() {}

    static boolean isFree(List<FilterChain> chains) {
        Set<List<String>> taken = new LinkedHashSet<>();
        for (FilterChain chain : chains) {
            FilterChainMatch match = chain.match();
            for (String name : orNone(match.serverNames())) {
                for (String protocol : orNone(match.applicationProtocols())) {
                    if (!taken.add(List.of(name, match.transportProtocol().name(), protocol))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of(NO_CONDITION) : values;
    }
}
