package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Envoy: it answers what happens to a connection, given what its control plane sent and what is broken. Answers depend on the
 * arguments alone; what was compiled is kept. Thread-safe.
 */
public final class EnvoyProxy {
    private static final int CAPTURED_OUTBOUND = 15001;
    private static final int CAPTURED_INBOUND = 15006;

    private final ProxyResources resources;
    private final ProxyMemory memory;
    private final ExternalAuthorizer authorizer;
    private volatile @Nullable ListenerTable outbound;
    private volatile @Nullable ListenerTable inbound;
    private volatile @Nullable ListenerTable gateway;

    private EnvoyProxy(ProxyResources resources, ProxyMemory memory, ExternalAuthorizer authorizer) {
        this.authorizer = authorizer;
        this.resources = resources;
        this.memory = memory;
    }

    /**
     * {@return a proxy with a memory of its own}
     *
     * @param resources what it received from its control plane
     */
    public static EnvoyProxy of(ProxyResources resources) {
        return of(resources, ProxyMemory.empty());
    }

    /**
     * {@return a proxy that shares what is compiled with others}
     *
     * @param resources what it received from its control plane
     * @param memory what is compiled already
     */
    public static EnvoyProxy of(ProxyResources resources, ProxyMemory memory) {
        return of(resources, memory, ExternalAuthorizer.UNKNOWN);
    }

    /**
     * {@return a proxy that shares what is compiled with others, and whose authorizers are known}
     *
     * @param resources what it received from its control plane
     * @param memory what is compiled already
     * @param authorizer answers for the authorizers of CUSTOM policies
     */
    public static EnvoyProxy of(ProxyResources resources, ProxyMemory memory, ExternalAuthorizer authorizer) {
        return new EnvoyProxy(resources, memory, authorizer);
    }

    /**
     * {@return the answer to one call, without keeping anything; see {@link #answer(ProxyLeg, Connection, Optional,
     * EndpointConditions, TraceSink)}}
     *
     * @param resources what the proxy received from its control plane
     * @param leg which side is asked
     * @param connection the connection
     * @param request the HTTP request on it; empty: other bytes
     * @param conditions what is broken
     * @param trace takes the steps of the decision
     */
    public static ProxyAnswer answer(
            ProxyResources resources,
            ProxyLeg leg,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            TraceSink trace) {
        return of(resources).answer(leg, connection, request, conditions, trace);
    }

    /**
     * {@return what the proxy does with a call: how it finds the rule, and all outcomes with exact shares}
     *
     * @param leg which side is asked
     * @param connection the connection
     * @param request the HTTP request on it; empty: other bytes
     * @param conditions what is broken
     * @param trace takes the steps of the decision
     */
    public ProxyAnswer answer(
            ProxyLeg leg,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            TraceSink trace) {
        CallContext call =
                new CallContext(resources, memory, connection, request, conditions, new Trace(trace), authorizer);
        ProxyAnswerBuilder answer = ProxyAnswer.builder();
        if (leg == ProxyLeg.INBOUND && trace.isRecording()) {
            resources.traceInbound(connection.destinationPort(), trace);
        }
        Optional<ListenerChains> listener = listeners(leg).find(connection, call.trace(), call.findings());
        if (listener.isEmpty()) {
            close(answer, Reason.NO_LISTENER, "-", "no listener");
        } else {
            answer.listener(listener.get().listener().name());
            chain(listener.get(), leg, call, answer);
        }
        return answer.findings(call.foundSoFar())
                .notModelled(call.notModelled())
                .build();
    }

    /**
     * {@return how requests of one kind choose a route on a connection}
     *
     * @param leg which side is asked
     * @param connection the connection
     * @param request a request of the kind; empty: other bytes
     */
    public RouteChoices choices(ProxyLeg leg, Connection connection, Optional<HttpRequest> request) {
        Trace silent = new Trace(TraceSink.NONE);
        return listeners(leg)
                .find(connection, silent, finding -> {})
                .flatMap(listener ->
                        listener.find(connection, Handshake.inspect(listener.listener(), connection, request), silent))
                .filter(chain -> chain.filter() instanceof HttpConnectionManager)
                .flatMap(chain -> HttpDecision.routes((HttpConnectionManager) chain.filter(), resources))
                .map(configuration -> RouteChoices.of(memory.table(configuration)))
                .orElseGet(RouteChoices::none);
    }

    private ListenerTable listeners(ProxyLeg leg) {
        return switch (leg) {
            case OUTBOUND -> {
                ListenerTable known = outbound;
                if (known == null) {
                    known = memory.listeners(resources.outboundListeners(), CAPTURED_OUTBOUND);
                    outbound = known;
                }
                yield known;
            }
            case INBOUND -> {
                ListenerTable known = inbound;
                if (known == null) {
                    known = memory.listeners(resources.inboundListeners(), CAPTURED_INBOUND);
                    inbound = known;
                }
                yield known;
            }
            case GATEWAY -> {
                ListenerTable known = gateway;
                if (known == null) {
                    known = memory.listeners(resources.outboundListeners(), 0);
                    gateway = known;
                }
                yield known;
            }
        };
    }

    private static void chain(ListenerChains listener, ProxyLeg leg, CallContext call, ProxyAnswerBuilder answer) {
        Handshake handshake = Handshake.inspect(listener.listener(), call.connection(), call.request());
        Optional<FilterChain> found = listener.find(call.connection(), handshake, call.trace());
        if (leg != ProxyLeg.INBOUND
                && call.trace().isRecording()
                && found.filter(chain -> chain.filter() instanceof HttpConnectionManager)
                        .isEmpty()) {
            call.resources()
                    .traceChains(
                            call.connection().destinationAddress(),
                            call.connection().destinationPort(),
                            call.trace().sink());
        }
        List<PolicyTest> tests = new ArrayList<>();
        if (found.isEmpty()) {
            close(answer, Reason.FILTER_CHAIN_NOT_FOUND, "NR", "filter_chain_not_found");
        } else {
            decide(found.get(), call, answer, tests);
        }
        call.trace()
                .observer()
                .ifPresent(observer ->
                        observer.connected(new ConnectionExchange(listener, call.connection(), found, tests)));
    }

    private static void decide(FilterChain chain, CallContext call, ProxyAnswerBuilder answer, List<PolicyTest> tests) {
        answer.filterChain(chain.name());
        answer.tls(chain.tls().filter(tls -> call.connection().tls().isPresent()));
        Optional<String> failure = chain.tls().flatMap(tls -> TlsTermination.failure(tls, call.connection()));
        if (failure.isPresent()) {
            close(answer, Reason.TLS_HANDSHAKE_FAILED, "-", failure.get());
        } else if (chain.filter() instanceof TcpProxy proxy) {
            TcpDecision decision = new TcpDecision(call, chain, proxy);
            decision.decide(answer);
            call.trace().observer().ifPresent(observer -> tests.addAll(decision.tests()));
        } else if (chain.filter() instanceof HttpConnectionManager manager) {
            http(chain, manager, call, answer);
        }
    }

    private static void http(
            FilterChain chain, HttpConnectionManager manager, CallContext call, ProxyAnswerBuilder answer) {
        answer.routeConfiguration(manager.routeConfiguration());
        boolean encrypted = call.connection().tls().isPresent() && chain.tls().isEmpty();
        if (encrypted || call.request().isEmpty()) {
            close(answer, Reason.PROTOCOL_ERROR, "DPE", "http1.codec_error");
        } else {
            new HttpDecision(call, chain, manager).decide(call.request().get(), answer);
        }
    }

    private static void close(ProxyAnswerBuilder answer, Reason reason, String flags, String detail) {
        answer.addOutcome(Ending.closed(reason, flags, detail, Share.ONE).outcome());
    }
}
