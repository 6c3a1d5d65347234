package io.eastwest.routing.match;

import io.eastwest.routing.trace.Mismatch;

/** One condition of a route, compiled. */
interface RouteCondition {
    /** {@return whether the request fulfils the condition} */
    boolean holds(RouteInput input);

    /** {@return what was expected and what was there; asked only when the condition does not hold} */
    Mismatch failure(RouteInput input);
}
