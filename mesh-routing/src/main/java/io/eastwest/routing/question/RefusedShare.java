package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Reason;
import java.util.OptionalInt;

/**
 * The share of calls that are not served, for one reason.
 *
 * @param reason why
 * @param status HTTP status that the caller sees; empty: the connection is closed
 * @param flags response flags of Envoy, {@code -} for none
 * @param detail what decided, for people; may be empty
 * @param share exact share, more than nothing
 */
public record RefusedShare(Reason reason, OptionalInt status, String flags, String detail, Share share) {
    /** {@return status, flags and reason as text, {@code 503 UF UPSTREAM_CONNECT_FAILED}} */
    public String cause() {
        return (status.isPresent() ? status.getAsInt() + " " : "")
                + (flags.equals("-") ? "" : flags + " ")
                + reason.name();
    }
}
