package io.eastwest.routing.proxy;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.match.PlainRequest;
import io.eastwest.routing.match.RouteTable;
import io.eastwest.routing.match.RoutedHost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a route, alone, on one kind of connection to a proxy and for requests of one {@link RequestKind}. Whatever else the
 * proxy does with a request that takes a route can be asked for once. Thread-safe.
 */
public final class RouteChoices {
    /** The choice that stands for none: the request must be asked whole. */
    public static final Object UNDECIDED = new Object();

    private static final List<String> CHANGED = List.of(
            ":scheme",
            "authorization",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "transfer-encoding",
            "upgrade",
            "x-forwarded-for",
            "x-forwarded-proto");
    private static final RouteChoices NONE = new RouteChoices(null);

    private final @Nullable RouteTable table;
    private volatile @Nullable Recent recent;

    private RouteChoices(@Nullable RouteTable table) {
        this.table = table;
    }

    /** The virtual host of the authority that was asked for last; most callers of an address send one. */
    private record Recent(
            String authority, Object choice, @Nullable RoutedHost host) {}

    /** {@return the choices where no request chooses anything: there are no routes} */
    public static RouteChoices none() {
        return NONE;
    }

    static RouteChoices of(RouteTable table) {
        return new RouteChoices(table);
    }

    /** {@return the routes among which requests choose, shared by all choices of one configuration; empty: there are none} */
    public Optional<RouteTable> routes() {
        return Optional.ofNullable(table);
    }

    /**
     * {@return an object that stands for what the request chooses: the same for each request that takes the same route, or none of
     * the same virtual host}
     *
     * @param request a request of some kind
     */
    public Object of(HttpRequest request) {
        if (table == null) {
            return this;
        }
        Recent known = recent;
        if (known == null || !known.authority().equals(request.authority())) {
            known = find(table, request.authority());
            recent = known;
        }
        return known.host() == null ? known.choice() : known.host().choice(new PlainRequest(request));
    }

    private static Recent find(RouteTable table, String authority) {
        Optional<RoutedHost> found = table.find(authority);
        if (found.isEmpty()) {
            return new Recent(authority, table, null);
        }
        return looksAtMore(found.get())
                ? new Recent(authority, UNDECIDED, null)
                : new Recent(authority, found.get(), found.get());
    }

    /** {@return whether a route looks at what the connection manager may have changed before} */
    private static boolean looksAtMore(RoutedHost host) {
        List<String> names = host.headerNames();
        return host.looksAtClaims() || CHANGED.stream().anyMatch(names::contains);
    }
}
