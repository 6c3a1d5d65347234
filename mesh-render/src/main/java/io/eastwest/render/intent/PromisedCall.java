package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.routing.Call;
import io.eastwest.routing.question.CallResult;
import java.util.List;

/**
 * A call as promises look at it.
 *
 * @param call the call
 * @param locality locality of the caller {@code region/zone/subzone}; empty: none
 * @param result how it ends
 * @param places the endpoints of the port that is called, of all clusters, as the control plane of the caller knows them
 */
public record PromisedCall(Call call, String locality, CallResult result, List<EndpointPlace> places) {
    /**
     * Copies the list.
     *
     * @param call the call
     * @param locality locality of the caller
     * @param result how it ends
     * @param places the endpoints
     */
    public PromisedCall {
        requireNonNull(call, "call");
        requireNonNull(locality, "locality");
        requireNonNull(result, "result");
        places = List.copyOf(places);
    }

    /** {@return whether some endpoint could answer} */
    public boolean isAnswerable() {
        return places.stream().anyMatch(EndpointPlace::usable);
    }
}
