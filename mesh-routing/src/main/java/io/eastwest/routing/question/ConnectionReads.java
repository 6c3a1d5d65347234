package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.proxy.ConnectionExchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What proxies ask of the bytes of a client: whether they are TLS, for which name and protocols, and whether they are HTTP.
 *
 * <p>The rule by which kinds of bytes are tried: those count that a listener on the way, of the caller, a gateway, a waypoint or a
 * server, gives to another filter chain, those that a policy looks at, and those that one of two meshes reads as HTTP and the other
 * does not. A chain that reads HTTP and ends no TLS closes everything else: where both meshes have one, that is alike in both, and not
 * tried. Behind a proxy that has read a request, bytes are those of the proxy.
 */
final class ConnectionReads {
    private static final String SERVER_NAME_CONDITION = " connection.sni ";

    private final ServerNames serverNames;
    private final RequestReads reads;
    private final Call call;

    ConnectionReads(ServerNames serverNames, RequestReads reads) {
        this.serverNames = serverNames;
        this.reads = reads;
        this.call = reads.call();
    }

    /** Adds what was asked in two meshes. */
    void add(ObservedCall one, ObservedCall other) {
        add(one);
        add(other);
        boolean known = !one.visits().isEmpty() && !other.visits().isEmpty();
        if (known && readsHttp(one.visits().get(0)) != readsHttp(other.visits().get(0))) {
            addHttp();
        }
    }

    private void add(ObservedCall observed) {
        boolean read = observed.decision()
                .filter(decision -> decision.firstLeg().routeConfiguration().isPresent())
                .isPresent();
        for (int i = 0; i < (read ? 1 : observed.visits().size()); i++) {
            ObservedCall.Visit visit = observed.visits().get(i);
            visit.connection()
                    .filter(each -> each.connection().tls().equals(call.tls()))
                    .ifPresent(each -> add(each, visit));
            if (i > 0 && readsHttp(visit)) {
                addHttp();
            }
        }
    }

    private static boolean readsHttp(ObservedCall.Visit visit) {
        return visit.connection()
                .flatMap(ConnectionExchange::chain)
                .filter(chain -> chain.filter() instanceof HttpConnectionManager)
                .isPresent();
    }

    /** Somebody reads HTTP that comes without TLS. */
    private void addHttp() {
        reads.read(
                RequestAxis.TLS,
                reads.languages().text(AxisValues.NO),
                call.tls().isEmpty());
        reads.read(
                RequestAxis.SPEECH,
                reads.languages().texts(CallSpeech.HTTP),
                call.request().isPresent());
    }

    private void add(ConnectionExchange connection, ObservedCall.Visit visit) {
        boolean ends = connection.chain().flatMap(FilterChain::tls).isPresent();
        if (call.tls().isPresent()) {
            addTls(connection, ends);
        } else {
            addPlain(connection, ends);
        }
        Stream.concat(
                        connection.tests().stream(),
                        visit.exchange().stream().flatMap(exchange -> exchange.tests().stream()))
                .filter(test -> test.path().contains(SERVER_NAME_CONDITION))
                .forEach(this::add);
    }

    private void addPlain(ConnectionExchange connection, boolean ends) {
        boolean otherInTls =
                hellos(connection).anyMatch(hello -> !connection.takesAlike(Optional.of(hello), call.request()));
        if (ends || otherInTls) {
            reads.read(RequestAxis.TLS, reads.languages().text(AxisValues.NO), true);
        }
        List<String> alike = CallSpeech.ALL.stream()
                .filter(each -> isAlikeInPlain(connection, each))
                .toList();
        if (alike.size() < CallSpeech.ALL.size()) {
            reads.read(RequestAxis.SPEECH, reads.languages().texts(alike), true);
        }
    }

    private boolean isAlikeInPlain(ConnectionExchange connection, String speech) {
        return connection.takesAlike(Optional.empty(), CallSpeech.request(speech, reads.sent()));
    }

    private static Stream<TlsClientHello> hellos(ConnectionExchange connection) {
        return ServerNames.examples(connection.serverNames()).stream()
                .flatMap(name -> CallSpeech.OFFERS.stream().map(offer -> CallSpeech.hello(name, offer)));
    }

    private void addTls(ConnectionExchange connection, boolean ends) {
        if (ends || CallSpeech.ALL.stream().anyMatch(each -> !isAlikeInPlain(connection, each))) {
            reads.read(RequestAxis.TLS, reads.languages().text(AxisValues.YES), true);
        }
        String name = CallSpeech.serverName(call);
        String offer = CallSpeech.offer(call);
        serverNames
                .of(connection.serverNames(), each -> isAlikeInTls(connection, each, offer))
                .ifPresentOrElse(
                        same -> reads.read(RequestAxis.SERVER_NAME, same, true),
                        () -> reads.gap("a listener has chains for more than " + ServerNames.MOST + " server names"));
        List<String> alike = CallSpeech.OFFERS.stream()
                .filter(each -> isAlikeInTls(connection, name, each))
                .toList();
        if (alike.size() < CallSpeech.OFFERS.size()) {
            reads.read(RequestAxis.PROTOCOLS, reads.languages().texts(alike), true);
        }
    }

    private boolean isAlikeInTls(ConnectionExchange connection, String name, String offer) {
        return connection.takesAlike(Optional.of(CallSpeech.hello(name, offer)), call.request());
    }

    /** A policy looks at the server name. */
    private void add(PolicyTest test) {
        if (call.tls().isEmpty()) {
            reads.read(RequestAxis.TLS, reads.languages().text(AxisValues.NO), true);
            return;
        }
        Language wanted = reads.languages().claim(test.values(), false);
        boolean matched = test.negated() != test.holds();
        if (wanted.contains(CallSpeech.serverName(call)) == matched) {
            reads.read(RequestAxis.SERVER_NAME, wanted, matched);
        } else {
            reads.gap("a value of " + test.path() + " is not understood exactly");
        }
    }
}
