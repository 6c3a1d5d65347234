package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Origin;

/**
 * Something on the way of a call that this library does not model and that may change the answer.
 *
 * @param origin the resource, and where in it
 * @param effect what it may do, as the rest of a sentence that starts with the resource
 */
public record NotModelled(Origin origin, String effect) {
    /** Code with which the text of each begins. */
    public static final String CODE = "NOT_MODELLED";

    /** {@return the code, the resource with the path in it, and the effect, in one line} */
    public String toText() {
        String path = origin.path().isEmpty() ? "" : " " + origin.path();
        return CODE + " " + origin.resource() + path + ": " + effect;
    }

    @Override
    public String toString() {
        return toText();
    }
}
