package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection at a listener, and what its filter chains look at. Immutable. */
public final class ConnectionExchange {
    private final ListenerChains chains;
    private final Connection connection;
    private final Optional<FilterChain> chain;
    private final List<PolicyTest> tests;

    ConnectionExchange(
            ListenerChains chains, Connection connection, Optional<FilterChain> chain, List<PolicyTest> tests) {
        this.chains = chains;
        this.connection = connection;
        this.chain = chain;
        this.tests = List.copyOf(tests);
    }

    /** {@return the connection} */
    public Connection connection() {
        return connection;
    }

    /** {@return the filter chain that takes it; empty: none} */
    public Optional<FilterChain> chain() {
        return chain;
    }

    /** {@return tests that policies made of the connection, in order; those of requests are told with the request} */
    public List<PolicyTest> tests() {
        return tests;
    }

    /** {@return the server names for which there are chains on the port of the connection, in lower case, each once} */
    public List<String> serverNames() {
        int port = connection.destinationPort();
        return chains.listener().filterChains().stream()
                .map(FilterChain::match)
                .filter(match -> match.destinationPort().orElse(port) == port)
                .flatMap(match -> match.serverNames().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /**
     * Whether a connection of the same addresses with other bytes would be taken by the same filter chain.
     *
     * @param tls the TLS that its client speaks; empty: none
     * @param request the HTTP request; empty: other bytes
     * @return whether the chain is the same, or none takes either
     */
    @SuppressWarnings("ReferenceEquality") // two chains of a listener may be equal
    public boolean takesAlike(Optional<TlsClientHello> tls, Optional<HttpRequest> request) {
        Connection other = connection.toBuilder().tls(tls).build();
        Optional<FilterChain> found =
                chains.find(other, Handshake.inspect(chains.listener(), other, request), new Trace(TraceSink.NONE));
        return found.orElse(null) == chain.orElse(null);
    }
}
