package io.eastwest.render.proof;

import io.eastwest.routing.Call;
import io.eastwest.routing.question.CallResult;

/**
 * A client and a service whose calls end in another way without a file.
 *
 * @param target the service and port, such as {@code orders.shop:8080}
 * @param call the call
 * @param state what had failed, such as {@code cluster c1}; {@code healthy}: nothing
 * @param before how it ends with the file
 * @param after how it ends without it; {@link CallResult#called()} is {@code false} when the client is gone too
 */
public record Dependent(String target, Call call, String state, CallResult before, CallResult after) {
    /** What becomes of calls without a file. */
    public enum Effect {
        /** A larger share is lost, or nobody is left who calls. */
        LOSES,

        /** A smaller share is lost: what the file refuses gets through. */
        GAINS,

        /** As much is answered, by others or in other shares. */
        MOVES
    }

    /** {@return what becomes of the calls} */
    public Effect effect() {
        boolean loses = after.called()
                ? after.lost().compareTo(before.lost()) > 0
                : !before.served().plus(before.answeredByRule()).isZero();
        if (loses) {
            return Effect.LOSES;
        }
        return after.called() && after.lost().compareTo(before.lost()) < 0 ? Effect.GAINS : Effect.MOVES;
    }

    @Override
    public String toString() {
        String then = after.called() ? after.toText() : "nobody calls";
        return call + ", " + state + ": " + before.toText() + " becomes " + then;
    }
}
