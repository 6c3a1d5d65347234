package io.eastwest.routing.question;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.Caller;
import io.eastwest.routing.balancing.Share;
import java.util.Optional;

/**
 * Calls that cross a part of their way without encryption.
 *
 * @param caller the workload that was asked for all of its kind
 * @param target what is called, {@link CallTarget#name()}
 * @param from the proxy or workload that sends in plaintext
 * @param to the proxy, workload or address that receives it
 * @param share exact share of the calls
 * @param cause because of what
 * @param resource the resource that says so; empty: none does
 * @param because the cause in words
 */
public record PlaintextPair(
        Caller caller,
        String target,
        String from,
        String to,
        Share share,
        Cause cause,
        Optional<ResourceKey> resource,
        String because) {
    /** Why calls are not encrypted. */
    public enum Cause {
        /** The caller has no proxy. */
        CALLER_WITHOUT_PROXY,

        /** The workload that is called has no proxy. */
        SERVER_WITHOUT_PROXY,

        /** What is called is outside of the mesh. */
        OUTSIDE_OF_MESH,

        /** A ztunnel calls a sidecar that takes no tunnels. */
        NO_COMMON_PROTOCOL,

        /** A PeerAuthentication disables mutual TLS at the server, and the client heeds it. */
        PEER_AUTHENTICATION,

        /** A DestinationRule disables it, or asks for a secret that sidecars do not get. */
        DESTINATION_RULE,

        /** The mesh configuration has {@code enableAutoMtls: false}, and no DestinationRule asks for TLS. */
        AUTO_MUTUAL_TLS_OFF,

        /** A headless service of which some endpoint has no sidecar is called without TLS as a whole. */
        HEADLESS_SERVICE,

        /** None of these. */
        OTHER
    }
}
