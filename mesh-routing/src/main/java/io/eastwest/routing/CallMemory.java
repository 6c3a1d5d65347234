package io.eastwest.routing;

import io.eastwest.routing.match.RouteTable;
import io.eastwest.routing.proxy.RequestKind;
import io.eastwest.routing.proxy.RouteChoices;
import io.eastwest.routing.trace.TraceSink;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What one router remembers of the calls that it was asked about. Looking something up takes no lock. It forgets everything when it
 * has grown too large. Thread-safe.
 */
final class CallMemory {
    /** In endpoints and outcomes of decisions, and in routes. */
    private static final int LIMIT = 400_000;

    private static final int OTHER_BYTES = RequestKind.COUNT;

    private final ConcurrentHashMap<Caller, ConcurrentHashMap<String, Ports>> hosts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Conditions, KnownConditions> conditions = new ConcurrentHashMap<>();
    /** Tables that ways choose from: the router may have forgotten them, and they live on here. */
    private final ConcurrentHashMap<RouteTable, Boolean> tables = new ConcurrentHashMap<>();

    private final AtomicInteger size = new AtomicInteger();
    private volatile KnownConditions recent;

    CallMemory(Damage first) {
        recent = new KnownConditions(first);
        conditions.put(recent.conditions(), recent);
    }

    /** The ports of a host that were called; replaced when there is a new one. */
    private static final class Ports {
        private volatile Port[] all = {};

        private @Nullable Port of(int number) {
            for (Port port : all) {
                if (port.number == number) {
                    return port;
                }
            }
            return null;
        }

        private synchronized Port add(Port port) {
            Port known = of(port.number);
            if (known != null) {
                return known;
            }
            Port[] more = new Port[all.length + 1];
            System.arraycopy(all, 0, more, 0, all.length);
            more[all.length] = port;
            all = more;
            return port;
        }
    }

    /** Calls that start alike. */
    private static final class Port {
        private final int number;
        private final CallStart start;
        private final AtomicReferenceArray<CallWay> ways = new AtomicReferenceArray<>(RequestKind.COUNT + 1);

        private Port(int number, CallStart start) {
            this.number = number;
            this.start = start;
        }
    }

    /**
     * {@return what stands for conditions}
     *
     * @throws IllegalArgumentException if they name what the mesh does not have
     */
    @SuppressWarnings("ReferenceEquality") // only to be quick: equal ones are found by the map
    KnownConditions known(MeshRouter router, Conditions asked) {
        KnownConditions last = recent;
        if (last.conditions() == asked) {
            return last;
        }
        KnownConditions known = conditions.get(asked);
        if (known == null) {
            known = conditions.computeIfAbsent(
                    asked, key -> new KnownConditions(router.mesh().damage(key)));
            grow(known.damage().size());
        }
        recent = known;
        return known;
    }

    /** {@return the decision} */
    Decision decide(MeshRouter router, Call call, KnownConditions conditions) {
        Port port = port(router, call);
        int kind = call.request().isPresent() ? RequestKind.of(call.request().get()) : OTHER_BYTES;
        if (kind == RequestKind.NONE || call.tls().isPresent()) {
            return router.ask(port.start.in(call.tls()), call, conditions.damage(), TraceSink.NONE);
        }
        CallWay way = port.ways.get(kind);
        if (way == null) {
            RouteChoices choices = port.start.choices(router, call.request());
            way = new CallWay(router, port.start, choices);
            port.ways.set(kind, way);
            choices.routes()
                    .filter(table -> tables.putIfAbsent(table, Boolean.TRUE) == null)
                    .ifPresent(table -> grow(table.size()));
        }
        return way.decide(call, conditions, this);
    }

    /** {@return how a call starts} */
    CallStart start(MeshRouter router, Call call) {
        return port(router, call).start.in(call.tls());
    }

    private Port port(MeshRouter router, Call call) {
        ConcurrentHashMap<String, Ports> ofCaller = hosts.get(call.caller());
        Ports ports = ofCaller == null ? null : ofCaller.get(call.host());
        Port port = ports == null ? null : ports.of(call.port());
        if (port != null) {
            return port;
        }
        Port made = new Port(call.port(), CallStart.of(router, call.caller(), call.host(), call.port()));
        grow(1);
        return hosts.computeIfAbsent(call.caller(), key -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.host(), key -> new Ports())
                .add(made);
    }

    /** Something more is kept. */
    void grow(int by) {
        if (size.addAndGet(by) > LIMIT) {
            size.set(0);
            hosts.clear();
            tables.clear();
            conditions.clear();
        }
    }
}
