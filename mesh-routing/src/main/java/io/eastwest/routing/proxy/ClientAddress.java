package io.eastwest.routing.proxy;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.ForwardedFor;
import java.util.Optional;

/**
 * Who the original client is, by {@code x-forwarded-for}.
 *
 * <p>Mirrors envoy source/common/http/conn_manager_utility.cc:mutateRequestHeaders.
 */
final class ClientAddress {
    private static final String HEADER = "x-forwarded-for";

    private ClientAddress() {}

    /**
     * {@return the address of the client: at an edge the peer, or the entry that the trusted proxies vouch for; elsewhere the last
     * entry; the peer when there is no such entry}
     */
    static String of(HeaderLines headers, ForwardedFor trust, String peer) {
        if (trust.useRemoteAddress() && trust.trustedHops() == 0) {
            return peer;
        }
        int fromTheRight = trust.useRemoteAddress() ? trust.trustedHops() : 1;
        return headers.joined(HEADER).flatMap(list -> entry(list, fromTheRight)).orElse(peer);
    }

    private static Optional<String> entry(String list, int fromTheRight) {
        String[] entries = list.split(",", -1);
        return entries.length < fromTheRight
                ? Optional.empty()
                : Optional.of(entries[entries.length - fromTheRight].trim()).filter(IpBlock::isAddress);
    }

    /** Appends the peer, as an edge does. */
    static void append(HeaderLines headers, String peer) {
        headers.setByEnvoy(
                HEADER, headers.joined(HEADER).map(list -> list + ',' + peer).orElse(peer));
    }
}
