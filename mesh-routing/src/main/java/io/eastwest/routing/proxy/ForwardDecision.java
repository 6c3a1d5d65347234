package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A route that forwards, after all filters but CORS: each destination with its share ends in an endpoint, or in a reply of the proxy
 * when the cluster does not exist or has no endpoint.
 */
final class ForwardDecision {
    private static final long MILLION = 1_000_000;
    private static final int UNAVAILABLE = 503;

    private final CallContext call;
    private final ProxyRoute route;
    private final ForwardAction action;
    private final RequestState request;
    private final RequestSource source;
    private final FaultShares faults;
    private final Optional<CorsDecision> cors;
    private final HeaderFormat format;
    private final Endings endings;
    private final UpstreamTargets targets;
    private final List<UpstreamRequest> upstreams = new ArrayList<>();

    ForwardDecision(
            CallContext call,
            ProxyRoute route,
            ForwardAction action,
            IncomingRequest incoming,
            FaultShares faults,
            HeaderFormat format,
            Endings endings) {
        this.call = call;
        this.route = route;
        this.action = action;
        this.request = incoming.state();
        this.source = incoming.source();
        this.faults = faults;
        this.cors = route.cors().map(settings -> new CorsDecision(settings, request));
        this.format = format;
        this.endings = endings;
        this.targets = new UpstreamTargets(call);
    }

    void decide(List<ClusterChoice> choices, ProxyAnswerBuilder answer) {
        if (cors.filter(CorsDecision::answers).isPresent()) {
            preflight(cors.get());
            return;
        }
        Share reached = Share.ZERO;
        for (ClusterChoice choice : choices) {
            Share share = choice.share().times(faults.notAborted());
            if (choice.cluster().isPresent()) {
                reached = reached.plus(destination(choice, choice.cluster().get(), share));
            } else {
                reply(
                        choice,
                        Reason.CLUSTER_NOT_FOUND,
                        "NC",
                        "cluster_not_found",
                        action.clusterNotFoundStatus(),
                        "",
                        share);
            }
        }
        answer.endpoints(targets.targets()).upstreamRequests(upstreams).mirrors(mirrors(reached));
    }

    private void preflight(CorsDecision decision) {
        eachDelay((flag, delay) -> {
            HeaderLines headers = decision.preflightHeaders();
            ClientResponse response =
                    ClientResponse.builder().headers(headers.all()).build();
            LocalReply reply = new LocalReply(200, Optional.of(response));
            endings.add(Ending.reply(
                    Outcome.Kind.DIRECT,
                    Reason.CORS_PREFLIGHT,
                    ResponseFlags.join(flag),
                    "cors_response",
                    delay.times(faults.notAborted()),
                    reply));
        });
    }

    /** Answers the share that reaches an endpoint. */
    private Share destination(ClusterChoice choice, Cluster cluster, Share share) {
        RequestState sent = request.copy();
        GrpcTimeout.apply(sent, action);
        HeaderOperations.request(route, action, choice.weighted(), sent.headersToSend(), formatOf(sent));
        choice.weighted().hostRewrite().ifPresent(sent::authority);
        action.hostRewrite().ifPresent(sent::authority);
        rewrite(sent);
        RequestHashing hashing = new RequestHashing(sent, source);
        boolean hashes = call.memory().balance(cluster).isConsistentHash();
        OptionalLong hash = hashes ? hashing.hash(action.hashPolicies()) : OptionalLong.empty();
        ClusterPick pick = targets.pick(cluster, hash, sent.authorityToSend());
        targets.add(cluster, pick, share);
        Share refused = pick.refused().times(share);
        Share reached = share.minus(refused);
        eachDelay((flag, delay) -> endings.add(Ending.forwarded(ResponseFlags.join(flag), reached.times(delay))));
        reply(
                choice,
                Reason.NO_HEALTHY_UPSTREAM,
                "UH",
                "no_healthy_upstream",
                UNAVAILABLE,
                "no healthy upstream",
                refused);
        if (!reached.isZero()) {
            upstreams.add(upstream(choice, sent, hashing, hash));
        }
        return reached;
    }

    /** Rewrites the path. The next proxy normalises what comes out: noted, unless that works for every rewritten path. */
    private void rewrite(RequestState sent) {
        boolean always = action.regexRewrite().isEmpty()
                && action.prefixRewrite().filter(text -> !isNormalStart(text)).isEmpty();
        if (!always) {
            call.trace().requestDecides();
        }
        sent.path(PathRewrite.apply(
                sent.pathToSend(), route.match().path(), action.prefixRewrite(), action.regexRewrite()));
    }

    private static boolean isNormalStart(String text) {
        return text.startsWith("/") && text.indexOf('%') < 0 && text.indexOf('\0') < 0;
    }

    private HeaderFormat formatOf(RequestState sent) {
        return new HeaderFormat(sent, source, call.findings());
    }

    private UpstreamRequest upstream(
            ClusterChoice choice, RequestState sent, RequestHashing hashing, OptionalLong hash) {
        HeaderLines response = ResponseHeaders.of(route, action, choice.weighted(), formatOf(sent));
        hashing.setCookie(action.hashPolicies()).ifPresent(cookie -> response.append("set-cookie", cookie));
        cors.ifPresent(decision -> decision.decorate(response));
        return UpstreamRequest.builder()
                .cluster(choice.weighted().cluster())
                .method(sent.methodToSend())
                .authority(sent.authorityToSend())
                .path(sent.pathToSend())
                .headers(sent.headersToSend().visible())
                .responseHeaders(response.all())
                .removedResponseHeaders(ResponseHeaders.removed(route, choice.weighted()))
                .hash(hash)
                .build();
    }

    private void reply(
            ClusterChoice choice, Reason reason, String flag, String details, int status, String body, Share share) {
        if (share.isZero()) {
            return;
        }
        HeaderLines headers = ResponseHeaders.of(route, action, choice.weighted(), format);
        cors.ifPresent(decision -> decision.decorate(headers));
        LocalReply reply = LocalReply.of(request, status, body, OptionalInt.empty(), headers);
        eachDelay((delayed, delay) -> endings.add(Ending.reply(
                Outcome.Kind.REFUSED, reason, ResponseFlags.join(flag, delayed), details, share.times(delay), reply)));
    }

    private interface DelayedPart {
        void end(String flag, Share share);
    }

    private void eachDelay(DelayedPart part) {
        part.end("", faults.delayed(false));
        part.end("DI", faults.delayed(true));
    }

    private List<ClusterShare> mirrors(Share reached) {
        return action.mirrors().stream()
                .filter(mirror -> mirror.millionths() > 0)
                .map(mirror -> mirror(mirror, reached))
                .toList();
    }

    /** A copy for a cluster without endpoint reaches nobody. */
    private ClusterShare mirror(Mirror mirror, Share reached) {
        Optional<Cluster> cluster = call.resources().cluster(mirror.cluster());
        Share copied = Share.of(mirror.millionths(), MILLION).times(reached);
        Share lost = cluster.map(known -> targets.refused(known)).orElse(Share.ZERO);
        return new ClusterShare(mirror.cluster(), 1, copied.minus(lost.times(copied)), cluster);
    }
}
