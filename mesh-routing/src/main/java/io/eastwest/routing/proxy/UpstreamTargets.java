package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Chooses endpoints of clusters and collects their shares of all calls. */
final class UpstreamTargets {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final CallContext call;
    private final List<TargetShare> targets = new ArrayList<>();

    UpstreamTargets(CallContext call) {
        this.call = call;
    }

    /**
     * {@return where the calls that chose a cluster go}
     *
     * @param cluster the cluster
     * @param hash hash of the call
     * @param authority authority that the upstream sees, for clusters that resolve it; empty text on TCP
     */
    ClusterPick pick(Cluster cluster, OptionalLong hash, String authority) {
        cluster.findings().forEach(call.findings());
        Connection connection = call.connection();
        if (cluster.type() == ClusterType.ORIGINAL_DST) {
            int port = cluster.upstreamPort().orElse(connection.destinationPort());
            String dialled = IpText.withPort(connection.destinationAddress(), port);
            return ClusterPick.all(call.memory().balance(cluster).endpoint(dialled));
        }
        if (cluster.type() == ClusterType.DYNAMIC_FORWARD_PROXY) {
            call.trace().requestDecides();
            String name = authority.isEmpty()
                    ? connection.tls().flatMap(hello -> hello.serverName()).orElse(connection.destinationAddress())
                    : authority;
            boolean port = name.lastIndexOf(':') > name.lastIndexOf(']');
            int usual = authority.isEmpty() ? connection.destinationPort() : defaultPort(cluster);
            String address = port ? name : IpText.withPort(name, usual);
            return ClusterPick.all(call.memory().balance(cluster).endpoint(address));
        }
        ClusterBalance balance = call.memory().balance(cluster);
        if (call.trace().isRecording()) {
            tell(cluster, balance, hash);
        }
        return balance.pick(call.conditions(), hash);
    }

    /** {@return where a name without a port leads. Mirrors envoy dynamic_forward_proxy/proxy_filter.cc:decodeHeaders} */
    private static int defaultPort(Cluster cluster) {
        return switch (cluster.tls().mode()) {
            case NONE, AUTO -> HTTP;
            case ISTIO_MUTUAL, SIMPLE, MUTUAL -> HTTPS;
        };
    }

    /** {@return the share of calls of a cluster for which it has no endpoint} */
    Share refused(Cluster cluster) {
        boolean dials =
                cluster.type() == ClusterType.ORIGINAL_DST || cluster.type() == ClusterType.DYNAMIC_FORWARD_PROXY;
        return dials
                ? Share.ZERO
                : call.memory()
                        .balance(cluster)
                        .pick(call.conditions(), OptionalLong.empty())
                        .refused();
    }

    private void tell(Cluster cluster, ClusterBalance balance, OptionalLong hash) {
        Optional<Origin> origin = Trace.first(cluster.origins());
        String policy = cluster.loadBalancing().name();
        String hashed = hash.isPresent() ? "hash " + Long.toUnsignedString(hash.getAsLong()) : "no hash of the request";
        call.trace()
                .taken(
                        TraceStep.Stage.BALANCING,
                        policy,
                        origin,
                        () -> balance.isConsistentHash() ? hashed : "endpoints by health and weight");
        for (String line : balance.report(call.conditions()).lines()) {
            String[] parts = line.strip().split(": ", 2);
            call.trace().taken(TraceStep.Stage.BALANCING, parts[0], Optional.empty(), () -> parts[parts.length - 1]);
        }
    }

    /**
     * Notes the endpoints of a pick.
     *
     * @param cluster the cluster
     * @param pick where its calls go
     * @param share share of all calls that reach the cluster
     */
    void add(Cluster cluster, ClusterPick pick, Share share) {
        Optional<Origin> origin = Trace.first(cluster.origins());
        for (ClusterPick.Target target : pick.targets()) {
            Share own = target.share().times(share);
            if (!own.isZero()) {
                targets.add(new TargetShare(cluster.name(), target.endpoint(), target.priority(), own));
                call.trace()
                        .taken(
                                TraceStep.Stage.ENDPOINT,
                                target.endpoint().address(),
                                origin,
                                () -> "share " + own + ", priority " + target.priority());
            }
        }
        if (!pick.refused().isZero()) {
            call.trace()
                    .left(
                            TraceStep.Stage.ENDPOINT,
                            cluster.name(),
                            origin,
                            () -> "no healthy endpoint for " + pick.refused());
        }
    }

    List<TargetShare> targets() {
        return List.copyOf(targets);
    }
}
