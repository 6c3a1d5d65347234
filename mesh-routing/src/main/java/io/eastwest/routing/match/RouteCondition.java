package io.eastwest.routing.match;

/** One condition of a route, compiled. */
interface RouteCondition {
    /** {@return whether the request fulfils the condition} */
    boolean holds(RouteInput input);

    /** {@return what was expected and what was there; asked only when the condition does not hold} */
    String failure(RouteInput input);
}
