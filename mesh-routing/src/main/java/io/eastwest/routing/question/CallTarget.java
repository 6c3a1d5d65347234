package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;

/**
 * What is called, whoever calls.
 *
 * @param name name of the row, such as {@code orders.shop:8080}
 * @param draft the call without its caller
 */
public record CallTarget(String name, CallDraft draft) {
    /**
     * What one call calls.
     *
     * @param call the call
     * @return the target, named by host and port
     */
    public static CallTarget of(Call call) {
        return new CallTarget(call.host() + ":" + call.port(), call.draft());
    }
}
