package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.proxy.ConnectionExchange;
import io.eastwest.routing.proxy.HttpExchange;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;
import java.util.Optional;

/**
 * A call as one mesh decides it.
 *
 * @param call the call
 * @param decision the decision; empty: DNS does not know the host
 * @param visits the proxies on its ways, in the order in which they were asked
 */
record ObservedCall(Call call, Optional<Decision> decision, List<Visit> visits) {
    ObservedCall {
        visits = List.copyOf(visits);
    }

    /**
     * A call at one proxy.
     *
     * @param proxy the proxy
     * @param connection the connection there; empty: no listener takes it
     * @param exchange the request there; empty: it read no HTTP
     * @param answer what it did
     */
    record Visit(
            String proxy,
            Optional<ConnectionExchange> connection,
            Optional<HttpExchange> exchange,
            ProxyAnswer answer) {}
}
