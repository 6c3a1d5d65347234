package io.eastwest.render.proof;

import io.eastwest.routing.Call;
import io.eastwest.routing.question.CallResult;

/**
 * A client and a service that lose calls without a file.
 *
 * @param target the service and port, such as {@code orders.shop:8080}
 * @param call the call
 * @param state what had failed, such as {@code cluster c1}; {@code healthy}: nothing
 * @param before how it ends with the file
 * @param after how it ends without it; {@link CallResult#called()} is {@code false} when the client is gone too
 */
public record Dependent(String target, Call call, String state, CallResult before, CallResult after) {
    @Override
    public String toString() {
        String then = after.called() ? after.toText() : "nobody calls";
        return call + ", " + state + ": " + before.toText() + " becomes " + then;
    }
}
