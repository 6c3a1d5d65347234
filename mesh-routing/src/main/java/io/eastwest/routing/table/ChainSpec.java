package io.eastwest.routing.table;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.NetworkFilter;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.TransportProtocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter chain before it is put on a listener. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener.go:filterChainOpts}.
 *
 * @param serverNames SNI names; {@code *} lifts the condition
 * @param prefixRanges destination CIDR ranges
 * @param plaintextHttp whether it takes detected plaintext HTTP only
 * @param filter what handles the bytes
 * @param origins the resources it comes from
 */
record ChainSpec(
        List<String> serverNames,
        List<String> prefixRanges,
        boolean plaintextHttp,
        NetworkFilter filter,
        List<Origin> origins) {
    private static final String ANY = "*";
    private static final List<String> PLAINTEXT_HTTP = List.of("http/1.1", "h2c");

    static ChainSpec tcp(
            List<String> serverNames, List<String> prefixRanges, NetworkFilter filter, List<Origin> origins) {
        return new ChainSpec(List.copyOf(serverNames), List.copyOf(prefixRanges), false, filter, origins);
    }

    static ChainSpec http(NetworkFilter filter, boolean detected) {
        return new ChainSpec(List.of(), List.of(), detected, filter, List.of());
    }

    boolean matchesAll() {
        return (serverNames.isEmpty() || serverNames.contains(ANY)) && !plaintextHttp && prefixRanges.isEmpty();
    }

    boolean conflictsWith(ChainSpec other) {
        return plaintextHttp == other.plaintextHttp
                && names().equals(other.names())
                && sameRanges(ranges(), other.ranges());
    }

    /** Whether ranges are the same, whatever is written behind the bits that count. */
    private static boolean sameRanges(Set<String> some, Set<String> others) {
        return some.stream().allMatch(range -> holds(others, range))
                && others.stream().allMatch(range -> holds(some, range));
    }

    private static boolean holds(Set<String> ranges, String range) {
        Optional<IpBlock> wanted = IpBlock.parse(range);
        return ranges.contains(range)
                || ranges.stream()
                        .flatMap(each -> IpBlock.parse(each).stream())
                        .anyMatch(each -> wanted.filter(
                                        block -> block.prefixLength() == each.prefixLength() && block.contains(each))
                                .isPresent());
    }

    FilterChain toFilterChain() {
        return FilterChain.builder()
                .name("")
                .match(matchesAll() ? FilterChainMatch.any() : match())
                .filter(filter)
                .origins(origins)
                .build();
    }

    private FilterChainMatch match() {
        return FilterChainMatch.builder()
                .serverNames(serverNames.contains(ANY) ? List.of() : new TreeSet<>(serverNames))
                .prefixRanges(ranges())
                .transportProtocol(plaintextHttp ? TransportProtocol.RAW_BUFFER : TransportProtocol.ANY)
                .applicationProtocols(plaintextHttp ? PLAINTEXT_HTTP : List.of())
                .build();
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(serverNames);
        names.remove(ANY);
        return names;
    }

    private Set<String> ranges() {
        Set<String> ranges = new TreeSet<>();
        for (String range : prefixRanges) {
            if (!range.startsWith(ServiceAddresses.UNSPECIFIED + "/") && !range.equals(ServiceAddresses.UNSPECIFIED)) {
                ranges.add(range);
            }
        }
        return ranges;
    }
}
