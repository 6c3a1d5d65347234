package io.eastwest.routing.proxy;

import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;

/**
 * Hears what the proxies on the way of a call look at. Requests that agree in all of it are answered alike. The decision is the same
 * whoever hears.
 */
public interface RequestObserver extends TraceSink {
    @Override
    default boolean isRecording() {
        return false;
    }

    @Override
    default void step(TraceStep step) {}

    /**
     * Hears of a connection at a listener, before the answer of its proxy; unless overridden, nothing is made of it.
     *
     * @param exchange the connection, and what it was held against
     */
    default void connected(ConnectionExchange exchange) {}

    /**
     * Hears of a request at a connection manager, before the answer of its proxy.
     *
     * @param exchange the request, and what it was held against
     */
    void exchanged(HttpExchange exchange);

    /**
     * Hears of the answer of a proxy.
     *
     * @param proxy the proxy, {@code <cluster>/<namespace>/<pod>}
     * @param answer what it does
     */
    void answered(String proxy, ProxyAnswer answer);
}
