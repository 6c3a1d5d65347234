package io.eastwest.routing;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers how the shares of a call end while it is followed. */
final class CallEndings {
    private static final int UNAVAILABLE = 503;
    private static final String CLOSED = "UC";

    private record Way(String routedTo, String owner, String address, List<Hop> hops) {}

    private final Call call;
    private final Damage damage;
    private final Map<String, ErrorAnswer> errors;
    private final CallEvents events = new CallEvents();
    private final Set<String> findings = new LinkedHashSet<>();
    private final Set<NotModelled> notModelled = new LinkedHashSet<>();
    private boolean readable;

    CallEndings(Call call, Damage damage, Map<String, ErrorAnswer> errors) {
        this.call = call;
        this.damage = damage;
        this.errors = errors;
        this.readable = call.tls().isEmpty();
    }

    /** A proxy reads the request of a client that speaks TLS. */
    void readable() {
        readable = true;
    }

    /** {@return whether somebody can answer a call that gets nowhere, in HTTP} */
    private boolean isHttp() {
        return readable && call.request().isPresent();
    }

    /** What a proxy on the way tells beside its answer. */
    void note(ProxyAnswer answer) {
        findings.addAll(answer.findings());
        notModelled.addAll(answer.notModelled());
    }

    /** What a ztunnel on the way does not follow. */
    void unmodelled(Collection<NotModelled> parts) {
        notModelled.addAll(parts);
        parts.forEach(part -> findings.add(part.toText()));
    }

    void note(Collection<String> notes) {
        findings.addAll(notes);
    }

    CallEvents events() {
        return events;
    }

    /** A proxy on the way ends a share of the call. */
    void end(Outcome outcome) {
        events.add(new CallEnding(outcome, TryResult.RESPONSE));
    }

    /** A proxy on the way closes a share; a proxy before it that reads HTTP answers, else the caller sees a reset. */
    void close(Reason reason, String detail, Share share, boolean behindProxy) {
        close(reason, behindProxy ? CLOSED : "-", detail, share, behindProxy);
    }

    /** The same with response flags of its own. */
    void close(Reason reason, String flags, String detail, Share share, boolean behindProxy) {
        boolean http = behindProxy && isHttp();
        Outcome outcome = Outcome.builder()
                .kind(Outcome.Kind.REFUSED)
                .share(share)
                .status(http ? OptionalInt.of(UNAVAILABLE) : OptionalInt.empty())
                .flags(flags)
                .reason(reason)
                .detail(detail)
                .closed(!http)
                .build();
        boolean connected = flags.equals(CLOSED);
        events.add(new CallEnding(outcome, connected ? TryResult.RESET : TryResult.CONNECT_FAILURE));
    }

    /** A share gets to nobody who answers. */
    void refuse(Share share, String flags, String detail) {
        boolean http = isHttp();
        Outcome outcome = Outcome.builder()
                .kind(Outcome.Kind.REFUSED)
                .share(share)
                .status(http ? OptionalInt.of(UNAVAILABLE) : OptionalInt.empty())
                .flags(flags)
                .reason(Reason.UPSTREAM_CONNECT_FAILED)
                .detail(detail)
                .closed(!http)
                .build();
        events.add(new CallEnding(outcome, TryResult.CONNECT_FAILURE));
    }

    /** An endpoint answers a share; shares that reach it on the same way add up. */
    void answer(String routedTo, String owner, LbEndpoint endpoint, Share share, List<Hop> hops) {
        String cluster = endpoint.owner().map(this::cluster).orElse("");
        EndpointTarget target = new EndpointTarget(owner, endpoint.address(), cluster, routedTo, share, hops);
        if (isAssumingErrors()) {
            events.addTry(new CallVisit(target, false));
        }
        ErrorAnswer error = call.request().isPresent() ? errors.get(owner) : null;
        if (error == null) {
            events.add(target);
            return;
        }
        if (RetryTriggers.isGrpc(call.request().orElseThrow())) {
            throw new UnsupportedFeatureException(
                    "errors of calls of gRPC are not modelled: which are repeated follows from the"
                            + " status of gRPC that the application of " + owner + " answers with");
        }
        Share failing = share.times(error.share());
        Share answered = share.minus(failing);
        if (!answered.isZero()) {
            events.add(target.withShare(answered));
        }
        events.add(new CallEnding(assumed(owner, error, failing), TryResult.RESPONSE, true));
    }

    private static Outcome assumed(String owner, ErrorAnswer error, Share share) {
        return Outcome.builder()
                .kind(Outcome.Kind.REFUSED)
                .share(share)
                .status(error.status())
                .flags("-")
                .reason(Reason.OTHER)
                .detail("the application of " + owner + " answers with an error, as is assumed")
                .build();
    }

    /** A share passes a proxy between caller and endpoint. */
    void pass(WorkloadInstance proxy, Share share) {
        if (isAssumingErrors()) {
            String address = CallPath.address(proxy);
            events.addTry(new CallVisit(
                    new EndpointTarget(
                            WorkloadNames.id(proxy), address, proxy.cluster(), "", share, Collections.emptyList()),
                    true));
        }
    }

    /** {@return whether applications answer with errors, so that retries are counted} */
    boolean isAssumingErrors() {
        return !errors.isEmpty();
    }

    CallTries tries(Decision decision) {
        SortedMap<String, Share> passes = new TreeMap<>();
        List<EndpointTarget> reached = new ArrayList<>();
        for (CallVisit visit : events.tries()) {
            if (visit.passing()) {
                passes.merge(visit.target().owner(), visit.target().share(), Share::plus);
            } else if (!visit.target().share().isZero()) {
                reached.add(visit.target());
            }
        }
        return new CallTries(
                decision,
                merged(reached),
                passes,
                Share.sum(events.endings().stream()
                        .filter(CallEnding::assumed)
                        .map(ending -> ending.outcome().share())
                        .toList()));
    }

    /** {@return the cluster of a workload; most calls stay in that of their caller, whose name is one object then} */
    private String cluster(String id) {
        String own = call.caller().cluster();
        int length = id.indexOf('/');
        return length == own.length() && id.startsWith(own) ? own : id.substring(0, length);
    }

    Decision decision(ProxyAnswer first) {
        List<EndpointTarget> answered = answered(events);
        List<Outcome> outcomes = outcomes(events, answered);
        damage.notes().forEach((cluster, notes) -> {
            if (call.caller().cluster().equals(cluster)
                    || answered.stream().anyMatch(target -> target.cluster().equals(cluster))) {
                findings.addAll(notes);
            }
        });
        return new Decision(
                call,
                damage.conditions(),
                outcomes,
                answered,
                first,
                List.copyOf(findings),
                List.copyOf(notModelled),
                events.first() == events ? new FirstTry(outcomes, answered) : firstTry());
    }

    private FirstTry firstTry() {
        List<EndpointTarget> answered = answered(events.first());
        return new FirstTry(outcomes(events.first(), answered), answered);
    }

    private static List<EndpointTarget> answered(CallEvents events) {
        return merged(events.answers());
    }

    private static List<EndpointTarget> merged(List<EndpointTarget> found) {
        Map<Way, EndpointTarget> targets = new LinkedHashMap<>();
        for (EndpointTarget target : found) {
            targets.merge(
                    new Way(target.routedTo(), target.owner(), target.address(), target.hops()),
                    target,
                    (one, other) -> one.withShare(one.share().plus(other.share())));
        }
        return targets.values().stream()
                .sorted(Comparator.comparing(EndpointTarget::share, Comparator.reverseOrder())
                        .thenComparing(EndpointTarget::address)
                        .thenComparing(target -> target.hops().toString()))
                .toList();
    }

    private static List<Outcome> outcomes(CallEvents events, List<EndpointTarget> answered) {
        Share forwarded = Share.sum(answered.stream().map(EndpointTarget::share).toList());
        List<Outcome> all = new ArrayList<>();
        if (!forwarded.isZero()) {
            all.add(Outcome.builder()
                    .kind(Outcome.Kind.FORWARDED)
                    .share(forwarded)
                    .reason(Reason.FORWARDED)
                    .build());
        }
        events.endings().forEach(ending -> all.add(ending.outcome()));
        all.sort(Comparator.comparing(Outcome::kind));
        return all;
    }
}
