package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.RequestHash;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A filter chain that forwards bytes. A missing cluster or one without endpoint closes the connection.
 *
 * <p>Mirrors envoy source/common/tcp_proxy/tcp_proxy.cc.
 */
final class TcpDecision {
    private final CallContext call;
    private final FilterChain chain;
    private final TcpProxy proxy;

    TcpDecision(CallContext call, FilterChain chain, TcpProxy proxy) {
        this.call = call;
        this.chain = chain;
        this.proxy = proxy;
    }

    /** {@return the tests that policies make of the connection, in order; each filter asks until one matches} */
    List<PolicyTest> tests() {
        RbacInput input = rbacInput();
        List<PolicyTest> tests = new ArrayList<>();
        for (RbacFilter filter : chain.networkRbac()) {
            for (RbacPolicy policy : filter.policies()) {
                tests.addAll(policy.tests(input));
                if (policy.matches(input)) {
                    break;
                }
            }
        }
        return tests;
    }

    void decide(ProxyAnswerBuilder answer) {
        List<ClusterChoice> choices = ClusterChoice.of(proxy.clusters(), call.resources(), call.trace());
        answer.clusters(choices.stream().map(ClusterChoice::toShare).toList());
        Endings endings = new Endings();
        Optional<Refusal> refusal = new RbacDecision(call.trace(), call.findings(), call.authorizer())
                .refusal(chain.networkRbac(), rbacInput());
        if (refusal.isPresent()) {
            endings.add(Ending.closed(
                    refusal.get().reason(), refusal.get().flags(), refusal.get().details(), Share.ONE));
        } else {
            forward(choices, endings, answer);
        }
        answer.outcomes(endings.outcomes());
    }

    private void forward(List<ClusterChoice> choices, Endings endings, ProxyAnswerBuilder answer) {
        UpstreamTargets targets = new UpstreamTargets(call);
        List<UpstreamRequest> upstreams = new ArrayList<>();
        for (ClusterChoice choice : choices) {
            if (choice.cluster().isEmpty()) {
                endings.add(Ending.closed(Reason.CLUSTER_NOT_FOUND, "NC", "cluster_not_found", choice.share()));
                continue;
            }
            ClusterPick pick = targets.pick(choice.cluster().get(), hash(), "");
            targets.add(choice.cluster().get(), pick, choice.share());
            Share refused = pick.refused().times(choice.share());
            endings.add(Ending.forwarded("-", choice.share().minus(refused)));
            endings.add(Ending.closed(Reason.NO_HEALTHY_UPSTREAM, "UH", "no_healthy_upstream", refused));
            if (!pick.targets().isEmpty()) {
                upstreams.add(upstream(choice.weighted().cluster()));
            }
        }
        answer.endpoints(targets.targets()).upstreamRequests(upstreams);
    }

    private OptionalLong hash() {
        String source = call.connection().sourceAddress();
        return proxy.hashSourceIp() && !source.isEmpty() ? RequestHash.sourceAddress(source) : OptionalLong.empty();
    }

    private UpstreamRequest upstream(String cluster) {
        UpstreamRequestBuilder upstream = UpstreamRequest.builder().cluster(cluster);
        if (chain.tls().isEmpty()) {
            upstream.serverName(call.connection().tls().flatMap(hello -> hello.serverName()));
        }
        call.request().ifPresent(http -> bytes(http, upstream));
        return upstream.build();
    }

    /** HTTP that is forwarded as bytes reaches the upstream as it was sent. */
    private static void bytes(HttpRequest http, UpstreamRequestBuilder upstream) {
        upstream.method(http.method())
                .authority(http.authority())
                .path(http.path())
                .headers(IncomingRequest.headers(http).visible());
    }

    private RbacInput rbacInput() {
        return RbacInput.builder()
                .principal(call.principal(chain))
                .sourceAddress(call.connection().sourceAddress())
                .remoteAddress(call.connection().sourceAddress())
                .destinationAddress(call.connection().destinationAddress())
                .destinationPort(call.connection().destinationPort())
                .serverName(call.connection().tls().flatMap(hello -> hello.serverName()))
                .build();
    }
}
