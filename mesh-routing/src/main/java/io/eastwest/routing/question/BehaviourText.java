package io.eastwest.routing.question;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a caller, an endpoint or an operator would notice of a decision; names of rules are not part of it. */
final class BehaviourText {
    /** Clusters of a sidecar that lead to its own application, by settings that nobody chooses. */
    private static final String INBOUND = "inbound|";

    private BehaviourText() {}

    /** {@return parts of the behaviour; how calls end comes first} */
    static List<String> of(Decision decision) {
        List<String> parts = new ArrayList<>(List.of(endings(decision)));
        ProxyAnswer answer = decision.firstLeg();
        answer.clusters().stream().map(BehaviourText::cluster).forEach(parts::add);
        endpoints(decision, parts);
        UpstreamText.of(answer, parts);
        answer.tls().ifPresent(tls -> UpstreamText.ended(tls, parts));
        answer.mirrors().forEach(mirror -> parts.add("mirrored to " + cluster(mirror)));
        answer.response().ifPresent(response -> parts.add("response " + response));
        answer.upstreamRequests()
                .forEach(sent -> sent(sent, decision.call().request()).ifPresent(parts::add));
        answer.route().ifPresent(route -> settings(route, parts));
        return parts;
    }

    /** {@return the same without the names of clusters: what each endpoint gets, and by which settings} */
    static List<String> withoutNames(Decision decision) {
        List<String> parts = new ArrayList<>(List.of(endings(decision)));
        ProxyAnswer answer = decision.firstLeg();
        endpoints(decision, parts);
        parts.addAll(
                NamelessClusters.of(answer, sent -> sent(sent, decision.call().request())));
        answer.tls().ifPresent(tls -> UpstreamText.ended(tls, parts));
        answer.response().ifPresent(response -> parts.add("response " + response));
        answer.route().ifPresent(route -> settings(route, parts));
        return parts;
    }

    /**
     * {@return what a proxy does with a request that passes it, as far as it is not the usual}
     *
     * @param answer what it does
     * @param arrived the request as it arrived
     * @param names whether the names of clusters count
     */
    static List<String> onTheWay(ProxyAnswer answer, Optional<HttpRequest> arrived, boolean names) {
        List<String> parts = new ArrayList<>();
        if (names) {
            answer.mirrors().forEach(mirror -> parts.add("mirrored to " + cluster(mirror)));
            answer.upstreamRequests().forEach(request -> sent(request, arrived).ifPresent(parts::add));
            UpstreamText.of(answer, parts);
        } else {
            parts.addAll(NamelessClusters.of(answer, request -> sent(request, arrived)));
        }
        boolean server =
                answer.clusters().stream().allMatch(cluster -> cluster.name().startsWith(INBOUND));
        if (!server) {
            answer.response().ifPresent(response -> parts.add("response " + response));
            answer.route().ifPresent(route -> settings(route, parts));
        }
        return parts;
    }

    private static String endings(Decision decision) {
        Map<String, Share> endings = new LinkedHashMap<>();
        for (Outcome outcome : decision.outcomes()) {
            if (!outcome.share().isZero()) {
                endings.merge(ending(outcome), outcome.share(), Share::plus);
            }
        }
        return endings.entrySet().stream()
                .map(each -> (each.getValue().equals(Share.ONE) ? "" : each.getValue() + " ") + each.getKey())
                .collect(Collectors.joining(" and "));
    }

    /** {@return how calls end, and what else the other behaviour does not have} */
    static String line(List<String> parts, List<String> other) {
        return IntStream.range(0, parts.size())
                .filter(index -> index == 0 || !other.contains(parts.get(index)))
                .mapToObj(parts::get)
                .collect(Collectors.joining("; "));
    }

    private static String ending(Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.kind().name().toLowerCase(Locale.ROOT));
        outcome.status().ifPresent(status -> text.append(' ').append(status));
        if (outcome.kind() == Outcome.Kind.REFUSED) {
            text.append(' ').append(outcome.flags()).append(' ').append(outcome.reason());
        }
        return text.toString();
    }

    private static String cluster(ClusterShare share) {
        return (share.share().equals(Share.ONE) ? "" : share.share() + " ") + share.name();
    }

    private static void endpoints(Decision decision, List<String> parts) {
        Map<String, Share> shares = new TreeMap<>();
        for (EndpointTarget target : decision.endpoints()) {
            StringBuilder way = new StringBuilder(target.owner())
                    .append(" (")
                    .append(target.address())
                    .append(')');
            target.hops().stream()
                    .skip(1)
                    .forEach(hop ->
                            way.append(" by ").append(hop.proxy()).append(' ').append(hop.secured()));
            shares.merge(way.toString(), target.share(), Share::plus);
        }
        shares.forEach((way, share) -> parts.add(share + " " + way));
    }

    /** {@return what is sent otherwise than the caller sent it; empty: nothing} */
    private static Optional<String> sent(UpstreamRequest sent, Optional<HttpRequest> asked) {
        List<String> changes = new ArrayList<>();
        add(changes, "method", sent.method(), asked.map(HttpRequest::method));
        add(changes, "authority", sent.authority(), asked.map(HttpRequest::authority));
        add(changes, "path", sent.path(), asked.map(HttpRequest::path));
        List<Header> own = asked.map(HttpRequest::headers).orElse(List.of());
        sent.headers().stream()
                .filter(header -> !own.contains(header))
                .forEach(header -> changes.add("header " + header.name() + ": " + header.value()));
        own.stream()
                .filter(header -> !sent.headers().contains(header))
                .forEach(header -> changes.add("without header " + header.name()));
        sent.responseHeaders()
                .forEach(header -> changes.add("response header " + header.name() + ": " + header.value()));
        sent.removedResponseHeaders().forEach(name -> changes.add("without response header " + name));
        sent.serverName().ifPresent(name -> changes.add("SNI " + name));
        return changes.isEmpty() ? Optional.empty() : Optional.of("sent with " + String.join(", ", changes));
    }

    private static void add(List<String> changes, String name, Optional<String> sent, Optional<String> asked) {
        if (!sent.equals(asked)) {
            changes.add(name + " " + sent.orElse(""));
        }
    }

    private static void settings(ProxyRoute route, List<String> parts) {
        route.cors().ifPresent(cors -> parts.add("cors " + cors));
        route.fault().ifPresent(fault -> parts.add("fault " + fault));
        if (route.action() instanceof ForwardAction forward) {
            forward.retries().ifPresent(retries -> parts.add("retries " + retries));
            parts.add("timeout " + forward.timeout());
        }
    }
}
