package io.eastwest.routing.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Headers that end at this proxy, and headers by which a client steers it.
 *
 * <p>Mirrors envoy source/common/http/conn_manager_utility.cc:mutateRequestHeaders.
 */
final class HopByHopHeaders {
    private static final List<String> ALWAYS_REMOVED = List.of("keep-alive", "proxy-connection", "transfer-encoding");
    private static final String CONNECTION = "connection";
    private static final String UPGRADE = "upgrade";
    private static final String STEERING = "x-envoy-";

    private HopByHopHeaders() {}

    /** Removes what ends here; an upgrade keeps its two headers, and {@code te} keeps {@code trailers}. */
    static void clean(HeaderLines headers) {
        ALWAYS_REMOVED.forEach(headers::remove);
        boolean upgrade = headers.contains(UPGRADE) && lists(headers, CONNECTION, UPGRADE);
        if (!upgrade) {
            headers.remove(CONNECTION);
            headers.remove(UPGRADE);
        }
        if (headers.contains("te")) {
            boolean trailers = lists(headers, "te", "trailers");
            headers.remove("te");
            if (trailers) {
                headers.set("te", "trailers");
            }
        }
    }

    private static boolean lists(HeaderLines headers, String name, String token) {
        return headers.joined(name)
                .filter(list -> Arrays.stream(list.split(",", -1))
                        .anyMatch(part -> part.trim().toLowerCase(Locale.ROOT).equals(token)))
                .isPresent();
    }

    /** Reports headers by which the client asks the proxy for timeouts, retries and the like. */
    static void report(HeaderLines headers, Consumer<String> findings) {
        headers.all().stream()
                .filter(header -> header.name().startsWith(STEERING))
                .forEach(header -> findings.accept(
                        "header " + header.name() + ": what a client asks of the proxy by it is not modelled"));
    }
}
