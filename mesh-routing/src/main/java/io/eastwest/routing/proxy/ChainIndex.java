package io.eastwest.routing.proxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The filter chains of a listener by destination port and exact SNI. It only leaves out chains that the choice would leave out
 * first: those for other ports, and, where no chain looks at addresses, those for other names. Filled once, then only read.
 */
final class ChainIndex {
    private final Map<Integer, Bucket> byPort = new LinkedHashMap<>();
    private final Bucket anyPort = new Bucket();

    ChainIndex(List<ChainMatcher> chains) {
        for (ChainMatcher chain : chains) {
            OptionalInt port = chain.chain().match().destinationPort();
            Bucket bucket = port.isEmpty() ? anyPort : byPort.computeIfAbsent(port.getAsInt(), number -> new Bucket());
            bucket.add(chain);
        }
    }

    /** Chains of one port. */
    private static final class Bucket {
        private final List<ChainMatcher> all = new ArrayList<>();
        private final List<ChainMatcher> unnamed = new ArrayList<>();
        private final Map<String, List<ChainMatcher>> named = new LinkedHashMap<>();
        private boolean looksAtAddresses;

        private void add(ChainMatcher chain) {
            all.add(chain);
            looksAtAddresses |= !chain.chain().match().prefixRanges().isEmpty();
            if (chain.hasOnlyExactNames()) {
                chain.names()
                        .forEach(name -> named.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(chain));
            } else {
                unnamed.add(chain);
            }
        }

        private List<ChainMatcher> of(String serverName) {
            List<ChainMatcher> exact = named.get(serverName);
            return looksAtAddresses ? all : exact == null ? unnamed : exact;
        }
    }

    /**
     * {@return the chains that may be chosen}
     *
     * @param port destination port
     * @param serverName SNI in lower case; empty text for none
     */
    List<ChainMatcher> candidates(int port, String serverName) {
        return byPort.getOrDefault(port, anyPort).of(serverName);
    }
}
