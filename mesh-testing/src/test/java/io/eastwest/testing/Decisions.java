package io.eastwest.testing;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.NoAction;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decisions about one call, made by hand: what an assertion has to tell apart. */
final class Decisions {
    static final String V1 = "outbound|80|v1|tea.shop.svc.cluster.local";
    static final String V2 = "outbound|80|v2|tea.shop.svc.cluster.local";
    static final String GATEWAY = "west/istio-system/eastwest-1";

    static final Call CALL = Call.get("http://tea.shop/").from("web", "shop", "east");

    static final Outcome FORWARDED = outcome(Outcome.Kind.FORWARDED, Reason.FORWARDED, Share.ONE);
    static final Outcome NO_UPSTREAM = outcome(Outcome.Kind.REFUSED, Reason.NO_HEALTHY_UPSTREAM, Share.ONE).toBuilder()
            .status(503)
            .flags("UH")
            .build();
    static final Outcome CLOSED = outcome(Outcome.Kind.REFUSED, Reason.UPSTREAM_CONNECT_FAILED, Share.ONE).toBuilder()
            .flags("UF")
            .closed(true)
            .build();

    private Decisions() {}

    /** Three of four calls stay in east, one goes to west through its gateway. */
    static Decision split() {
        return decision(
                answer(FORWARDED),
                List.of(FORWARDED),
                near("east/shop/tea-5d78c9869d-x2x4z", "10.0.0.1:8080", V1, Share.of(3, 4)),
                far("west/shop/tea-0", "10.9.0.1:8080", V1, Share.of(1, 4)));
    }

    /** West answers all calls, through its gateway. */
    static Decision remote() {
        return decision(answer(FORWARDED), List.of(FORWARDED), far("west/shop/tea-0", "10.9.0.1:8080", V1, Share.ONE));
    }

    /** Both clusters answer, each by another subset. */
    static Decision subsets() {
        return decision(
                answer(FORWARDED),
                List.of(FORWARDED),
                near("east/shop/tea-0", "10.0.0.1:8080", V1, Share.of(1, 2)),
                far("west/shop/tea-0", "10.9.0.1:8080", V2, Share.of(1, 2)));
    }

    static Decision refused() {
        return of(NO_UPSTREAM);
    }

    /** Half of the calls are answered, half refused. */
    static Decision half() {
        Outcome forwarded = FORWARDED.toBuilder().share(Share.of(1, 2)).build();
        Outcome refused = NO_UPSTREAM.toBuilder().share(Share.of(1, 2)).build();
        return decision(
                answer(forwarded, refused),
                List.of(forwarded, refused),
                near("east/shop/tea-0", "10.0.0.1:8080", V1, Share.of(1, 2)));
    }

    static Decision redirected(String location) {
        Outcome outcome = outcome(Outcome.Kind.REDIRECTED, Reason.DIRECT_RESPONSE, Share.ONE).toBuilder()
                .status(301)
                .build();
        return decision(
                answer(outcome).toBuilder()
                        .response(ClientResponse.builder().location(location).build())
                        .build(),
                List.of(outcome));
    }

    static Decision direct(int status) {
        return of(outcome(Outcome.Kind.DIRECT, Reason.DIRECT_RESPONSE, Share.ONE).toBuilder()
                .status(status)
                .build());
    }

    static Decision of(Outcome outcome) {
        return decision(answer(outcome), List.of(outcome));
    }

    static Decision withFinding(String finding) {
        return new Decision(
                CALL,
                Conditions.healthy(),
                List.of(NO_UPSTREAM),
                List.of(),
                answer(NO_UPSTREAM),
                List.of(finding),
                List.of());
    }

    static Decision routed(String name) {
        ProxyRoute route = ProxyRoute.builder()
                .name(name)
                .match(RouteMatch.builder().path(new PathMatch.Prefix("/")).build())
                .action(new NoAction("nothing"))
                .build();
        return decision(answer(NO_UPSTREAM).toBuilder().route(route).build(), List.of(NO_UPSTREAM));
    }

    /** Answered in east, and copied to these endpoints. */
    static Decision copied(LbEndpoint... endpoints) {
        Cluster cluster = Cluster.builder()
                .name(V2)
                .type(ClusterType.EDS)
                .loadBalancing(new LoadBalancingPolicy.Simple("ROUND_ROBIN"))
                .tls(UpstreamTls.none())
                .addAssignment(LocalityEndpoints.builder()
                        .region("")
                        .zone("")
                        .subzone("")
                        .addEndpoints(endpoints)
                        .build())
                .build();
        return decision(
                answer(FORWARDED).toBuilder()
                        .addMirror(new ClusterShare(V2, 1, Share.ONE, Optional.of(cluster)))
                        .build(),
                List.of(FORWARDED),
                near("east/shop/tea-0", "10.0.0.1:8080", V1, Share.ONE));
    }

    static LbEndpoint endpoint(String owner, String address) {
        return LbEndpoint.builder()
                .address(address)
                .mutualTls(true)
                .owner(owner)
                .build();
    }

    static LbEndpoint gateway(String address) {
        return LbEndpoint.builder()
                .address(address)
                .mutualTls(true)
                .gateway(new LbEndpoint.NetworkGatewayHop("west-network", "west"))
                .build();
    }

    private static EndpointTarget near(String owner, String address, String routedTo, Share share) {
        return new EndpointTarget(
                owner,
                address,
                owner.substring(0, owner.indexOf('/')),
                routedTo,
                share,
                List.of(caller(), new Hop(owner, Hop.Kind.SERVER_SIDECAR, address, "mutual TLS")));
    }

    private static EndpointTarget far(String owner, String address, String routedTo, Share share) {
        return new EndpointTarget(
                owner,
                address,
                owner.substring(0, owner.indexOf('/')),
                routedTo,
                share,
                List.of(
                        caller(),
                        new Hop(GATEWAY, Hop.Kind.EAST_WEST_GATEWAY, "203.0.113.9:15443", "passed through"),
                        new Hop(owner, Hop.Kind.SERVER_SIDECAR, address, "mutual TLS")));
    }

    private static Hop caller() {
        return new Hop("east/shop/web-1", Hop.Kind.CLIENT_SIDECAR, "", "");
    }

    private static Outcome outcome(Outcome.Kind kind, Reason reason, Share share) {
        return Outcome.builder()
                .kind(kind)
                .share(share)
                .status(OptionalInt.empty())
                .reason(reason)
                .build();
    }

    private static ProxyAnswer answer(Outcome... outcomes) {
        return ProxyAnswer.builder().addOutcomes(outcomes).build();
    }

    private static Decision decision(ProxyAnswer answer, List<Outcome> outcomes, EndpointTarget... endpoints) {
        return new Decision(CALL, Conditions.healthy(), outcomes, List.of(endpoints), answer, List.of(), List.of());
    }
}
