package io.eastwest.routing.proxy;

/** How a token that is given by its claims stands on a request. */
final class BearerToken {
    /** Header that carries it. */
    static final String HEADER = "authorization";

    /** What stands for the text of the token. */
    static final String PLACEHOLDER = "<token>";

    /** The value of the header. */
    static final String SHOWN = "Bearer " + PLACEHOLDER;

    private BearerToken() {}
}
