package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.match.RouteInput;
import io.eastwest.routing.match.RouteTable;
import io.eastwest.routing.match.RoutedHost;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A filter chain that reads HTTP: the path is normalised, a virtual host and a route are chosen, filters are asked in order, and the
 * router acts on what is left.
 *
 * <p>Mirrors envoy source/common/http/conn_manager_impl.cc:decodeHeaders and source/common/router/router.cc:decodeHeaders.
 */
final class HttpDecision {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UPGRADE_REQUIRED = 426;

    private final CallContext call;
    private final FilterChain chain;
    private final HttpConnectionManager manager;
    private final Endings endings = new Endings();
    private Optional<RoutedHost> host = Optional.empty();
    private Optional<ProxyRoute> route = Optional.empty();
    private boolean routable = true;
    private Optional<ProxyRoute> selected = Optional.empty();
    private boolean routedByToken;

    HttpDecision(CallContext call, FilterChain chain, HttpConnectionManager manager) {
        this.call = call;
        this.chain = chain;
        this.manager = manager;
    }

    void decide(HttpRequest request, ProxyAnswerBuilder answer) {
        Optional<Ending> malformed = RequestSyntax.refusal(request);
        if (malformed.isPresent()) {
            endings.add(malformed.get());
            answer.outcomes(endings.outcomes()).response(endings.response());
            return;
        }
        IncomingRequest incoming = IncomingRequest.of(
                call.trace(), request, call.connection(), chain.tls().isPresent(), manager);
        HopByHopHeaders.report(incoming.state().headersToSend(), call.findings());
        HttpFilters filters = new HttpFilters(call, chain, incoming);
        decide(incoming, request.version(), filters, answer);
        call.trace().observer().ifPresent(observer -> observer.exchanged(exchange(request, incoming, filters)));
        host.ifPresent(found -> answer.virtualHost(found.host().name()));
        answer.route(route).outcomes(endings.outcomes()).response(endings.response());
    }

    private HttpExchange exchange(HttpRequest request, IncomingRequest incoming, HttpFilters filters) {
        RouteInput input = incoming.state().input();
        Optional<RouteConfiguration> routes = routes(manager, call.resources());
        return new HttpExchange(
                request,
                input,
                manager,
                routes,
                routes.map(call.memory()::table),
                host.map(RoutedHost::host),
                selected,
                routedByToken,
                input.claims().isPresent(),
                filters.tests());
    }

    private void decide(IncomingRequest incoming, HttpVersion version, HttpFilters filters, ProxyAnswerBuilder answer) {
        RequestState request = incoming.state();
        if (version == HttpVersion.HTTP_1_0) {
            refuse(request, Reason.OTHER, "-", "low_version", UPGRADE_REQUIRED);
            return;
        }
        host = findHost(request);
        if (!request.pathToSend().startsWith("/")) {
            refuseAtOnce(incoming, Reason.OTHER, "absolute_path_rejected", NOT_FOUND, answer);
            return;
        }
        if (!request.normalize(manager.pathNormalization())) {
            refuseAtOnce(incoming, Reason.PATH_NORMALIZATION_FAILED, "path_normalization_failed", BAD_REQUEST, answer);
            return;
        }
        routable = incoming.scheme().later();
        HeaderFormat format = new HeaderFormat(request, incoming.source(), call.findings());
        select(request);
        Optional<Ending> refusal =
                filters.run(manager.filters(), new ResponseHeaders(() -> route, format), () -> select(request));
        List<ClusterChoice> choices = choices();
        answer.clusters(choices.stream().map(ClusterChoice::toShare).toList());
        if (refusal.isPresent()) {
            endings.add(refusal.get());
        } else if (requiresTls(request)) {
            route = Optional.empty();
            answer.clusters(List.of());
            endings.add(RouterReply.tlsRequired(request));
        } else if (route.isEmpty()) {
            refuse(request, Reason.ROUTE_NOT_FOUND, "NR", "route_not_found", NOT_FOUND);
        } else {
            act(route.get(), choices, incoming, format, answer);
        }
    }

    static Optional<RouteConfiguration> routes(HttpConnectionManager manager, ProxyResources resources) {
        return manager.inlineRoutes().or(() -> resources.routeConfiguration(manager.routeConfiguration()));
    }

    private Optional<RoutedHost> findHost(RequestState request) {
        Optional<RouteConfiguration> configuration = routes(manager, call.resources());
        if (configuration.isEmpty()) {
            call.trace()
                    .left(
                            TraceStep.Stage.VIRTUAL_HOST,
                            manager.routeConfiguration(),
                            Optional.empty(),
                            () -> "the control plane sends no route configuration of this name");
            return Optional.empty();
        }
        RouteTable table = call.memory().table(configuration.get());
        table.rejection()
                .ifPresent(reason -> call.findings()
                        .accept("Envoy refuses route configuration " + manager.routeConfiguration() + ": " + reason));
        if (!table.isDecided()) {
            call.trace().requestChoosesRoute();
        }
        String authority = request.authorityToSend();
        Optional<RoutedHost> found = table.find(authority);
        if (call.trace().isRecording()) {
            new VirtualHostSteps(call, configuration.get()).tell(authority, found.map(RoutedHost::host));
        }
        return found;
    }

    private void select(RequestState request) {
        if (host.filter(found -> !found.isDecided()).isPresent()) {
            call.trace().requestChoosesRoute();
        }
        RouteInput input = request.input();
        route = host.filter(found -> routable)
                .flatMap(found -> found.first(input, call.trace().routes()));
        selected = route;
        routedByToken = input.claims().isPresent();
    }

    private List<ClusterChoice> choices() {
        return route.filter(chosen -> chosen.action() instanceof ForwardAction)
                .map(chosen -> (ForwardAction) chosen.action())
                .map(forward -> ClusterChoice.of(forward.clusters(), call.resources(), call.trace()))
                .orElse(List.of());
    }

    private boolean requiresTls(RequestState request) {
        return host.filter(found -> found.host().requiresTls()).isPresent()
                && !request.header("x-forwarded-proto").orElse("").equals("https");
    }

    private void act(
            ProxyRoute chosen,
            List<ClusterChoice> choices,
            IncomingRequest incoming,
            HeaderFormat format,
            ProxyAnswerBuilder answer) {
        FaultShares faults = FaultShares.of(chosen.fault());
        FaultReply.add(chosen, choices, faults, incoming.state(), format, endings);
        if (chosen.action() instanceof ForwardAction forward) {
            new ForwardDecision(call, chosen, forward, incoming, faults, format, endings).decide(choices, answer);
        } else {
            RouterReply.add(chosen, faults, incoming.state(), format, endings);
        }
    }

    /** Refuses before any filter; the route that the request would have taken as it came is still named. */
    private void refuseAtOnce(
            IncomingRequest incoming, Reason reason, String details, int status, ProxyAnswerBuilder answer) {
        if (incoming.scheme().beforeFilters()) {
            select(incoming.state());
            answer.clusters(choices().stream().map(ClusterChoice::toShare).toList());
        }
        refuse(incoming.state(), reason, "-", details, status);
    }

    private void refuse(RequestState request, Reason reason, String flags, String details, int status) {
        LocalReply reply = LocalReply.of(request, status, "", OptionalInt.empty(), HeaderLines.empty());
        endings.add(Ending.reply(Outcome.Kind.REFUSED, reason, flags, details, Share.ONE, reply));
    }
}
