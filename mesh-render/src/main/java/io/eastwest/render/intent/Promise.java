package io.eastwest.render.intent;

import java.util.Optional;

/** A sentence about calls that is true or not of each of them. Implementations are immutable and compare by value. */
public interface Promise {
    /** {@return the sentence, one line without a full stop} */
    String text();

    /**
     * Whether the promise is about calls of a host.
     *
     * @param host full hostname
     * @return whether it says something of them
     */
    boolean covers(String host);

    /**
     * How a call breaks the promise.
     *
     * @param call a call of a host that the promise covers, and how it ends
     * @return what is wrong, one line; empty: it is kept
     */
    Optional<String> breach(PromisedCall call);
}
