package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.Peer;
import java.util.Optional;

/**
 * Who connects.
 *
 * @param certificate client certificate; empty: plaintext, or TLS without one
 * @param address source address; empty: unknown
 */
record PeerOfCall(Optional<Peer> certificate, Optional<String> address) {
    static PeerOfCall of(JsonNode peer) {
        return new PeerOfCall(Trees.text(peer.path("principal")).map(Peer::new), Trees.text(peer.path("address")));
    }
}
