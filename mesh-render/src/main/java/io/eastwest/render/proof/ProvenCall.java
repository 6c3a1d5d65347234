package io.eastwest.render.proof;

import io.eastwest.render.intent.Promise;
import io.eastwest.routing.Call;
import io.eastwest.routing.question.CallResult;

/**
 * A call that keeps a promise.
 *
 * @param promise the promise
 * @param call the call
 * @param state what had failed, such as {@code cluster c1}; {@code healthy}: nothing
 * @param result how it ends, with the share of each place
 * @param remark what it shows, where that is not plain; may be empty
 */
public record ProvenCall(Promise promise, Call call, String state, CallResult result, String remark) {
    @Override
    public String toString() {
        return call + JudgedCalls.headers(call) + ", " + state + ": " + result.toText()
                + (remark.isEmpty() ? "" : "; " + remark);
    }
}
