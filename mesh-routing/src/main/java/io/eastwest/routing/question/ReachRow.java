package io.eastwest.routing.question;

import io.eastwest.routing.Call;

/**
 * Whether one caller reaches one target.
 *
 * @param target what is called, {@link CallTarget#name()}
 * @param call the call
 * @param locality locality of the caller; empty: none
 * @param result how the call ends
 */
public record ReachRow(String target, Call call, String locality, CallResult result) {
    /** {@return whether every call is answered, by an endpoint or by a rule} */
    public boolean isReached() {
        return result.called() && result.lost().isZero();
    }

    /** {@return whether no call is answered} */
    public boolean isUnreached() {
        return !result.called() || result.served().plus(result.answeredByRule()).isZero();
    }
}
