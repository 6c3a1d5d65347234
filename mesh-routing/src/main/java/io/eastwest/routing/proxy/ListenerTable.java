package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The listeners of one direction of a proxy: by address and port, then by port on the wildcard address, then, at a sidecar, the
 * listener that gets all captured traffic.
 */
final class ListenerTable {
    private static final List<String> WILDCARDS = List.of("0.0.0.0", "::");

    private final Map<String, ListenerChains> byAddress = new LinkedHashMap<>();
    private final Map<ProxyListener, String> refused = new LinkedHashMap<>();
    private final Optional<ListenerChains> captured;

    /**
     * Indexes listeners.
     *
     * @param listeners listeners; of two on one address and port the first counts
     * @param capturePort port of the listener that gets what no other takes; 0: there is none
     */
    ListenerTable(List<ProxyListener> listeners, int capturePort) {
        for (ProxyListener listener : listeners) {
            ListenerRejection.of(listener)
                    .ifPresentOrElse(
                            reason -> refused.put(listener, reason),
                            () -> byAddress.putIfAbsent(
                                    key(listener.address(), listener.port()), new ListenerChains(listener)));
        }
        captured = byAddress.values().stream()
                .filter(chains -> capturePort != 0 && chains.listener().port() == capturePort)
                .findFirst();
    }

    private static String key(String address, int port) {
        return address + ' ' + port;
    }

    /** {@return the listener of a connection; what Envoy does not take is told} */
    Optional<ListenerChains> find(Connection connection, Trace trace, Consumer<String> findings) {
        int port = connection.destinationPort();
        refused.forEach((listener, reason) -> {
            if (listener.port() == port) {
                String name = listener.name();
                findings.accept("Envoy refuses listener " + name + ": " + reason);
                trace.left(TraceStep.Stage.LISTENER, name, Optional.empty(), () -> "Envoy refuses it: " + reason);
            }
        });
        if (trace.isRecording()) {
            others(connection, trace);
        }
        ListenerChains exact = byAddress.get(key(connection.destinationAddress(), port));
        if (exact != null) {
            return taken(exact, trace, "address and port of the connection");
        }
        for (String wildcard : WILDCARDS) {
            ListenerChains any = byAddress.get(key(wildcard, port));
            if (any != null) {
                return taken(any, trace, "no listener on " + connection.destinationAddress() + "; port " + port);
            }
        }
        return captured.flatMap(chains -> taken(chains, trace, "no listener on port " + port));
    }

    /** Tells of the listeners on the port that are for other addresses. */
    private void others(Connection connection, Trace trace) {
        for (ListenerChains chains : byAddress.values()) {
            ProxyListener listener = chains.listener();
            boolean candidate = listener.address().equals(connection.destinationAddress())
                    || WILDCARDS.contains(listener.address());
            if (listener.port() == connection.destinationPort() && !candidate) {
                trace.failed(
                        TraceStep.Stage.LISTENER,
                        listener.name(),
                        Optional.empty(),
                        "",
                        () -> List.of(new Mismatch("address", listener.address(), connection.destinationAddress())));
            }
        }
    }

    private static Optional<ListenerChains> taken(ListenerChains chains, Trace trace, String why) {
        trace.taken(TraceStep.Stage.LISTENER, chains.listener().name(), Optional.empty(), () -> why);
        return Optional.of(chains);
    }
}
