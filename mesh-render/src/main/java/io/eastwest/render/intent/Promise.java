package io.eastwest.render.intent;

import io.eastwest.routing.call.Header;
import java.util.List;
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

    /**
     * What a call that keeps the promise shows, where that is not plain.
     *
     * @param call a call that keeps it
     * @return one line for people; empty: nothing
     */
    default Optional<String> remark(PromisedCall call) {
        return Optional.empty();
    }

    /** {@return headers of requests that end in another way; each is asked alone, beside calls without any} */
    default List<Header> headers() {
        return List.of();
    }

    /**
     * {@return whether callers of each identity are asked, with and without a proxy; else one of each cluster and locality is}
     */
    default boolean asksEveryIdentity() {
        return false;
    }
}
