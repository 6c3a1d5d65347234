package io.eastwest.routing;

import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.TcpConnectionPool;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.destination.EffectivePolicy;
import io.eastwest.routing.destination.Sourced;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.WarmUp;
import io.eastwest.routing.locality.LocalityPreference;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Lists the settings of a cluster with where each comes from. What decides about them has been decided before. */
final class PolicySettings {
    private final Cluster cluster;
    private final EffectivePolicy written;
    private final ClusterPolicy policy;
    private final PolicySources sources;
    private final List<PolicySetting<?>> settings = new ArrayList<>();

    private PolicySettings(ClusterPolicy policy, Function<Origin, String> places) {
        this.policy = policy;
        this.cluster = policy.cluster();
        this.written = policy.target().policy();
        this.sources = new PolicySources(places);
    }

    static List<PolicySetting<?>> of(ClusterPolicy policy, Function<Origin, String> places) {
        PolicySettings all = new PolicySettings(policy, places);
        all.addConnections();
        all.addBalancing();
        all.settings.addAll(EjectionPolicy.of(policy, all.sources));
        all.addTransport();
        return all.settings;
    }

    private void addConnections() {
        Optional<Sourced<ConnectionPoolSettings>> pool = written.connectionPool();
        Optional<TcpConnectionPool> tcp = pool.map(Sourced::value).flatMap(ConnectionPoolSettings::tcp);
        Optional<HttpConnectionPool> http = pool.map(Sourced::value).flatMap(ConnectionPoolSettings::http);
        boolean timeout = tcp.flatMap(TcpConnectionPool::connectTimeout).isPresent();
        add(
                "connectionPool.tcp.connectTimeout",
                cluster.connectTimeout(),
                PolicySources.text(cluster.connectTimeout()),
                sources.written(pool, "tcp.connectTimeout", timeout).orElseGet(() -> sources.mesh("connectTimeout")));
        CircuitBreakers limits = cluster.circuitBreakers();
        addLimit(pool, "tcp.maxConnections", limits.maxConnections());
        addLimit(pool, "http.http1MaxPendingRequests", limits.maxPendingRequests());
        addLimit(pool, "http.http2MaxRequests", limits.maxRequests());
        addLimit(pool, "http.maxRetries", limits.maxRetries());
        OptionalInt each = cluster.maxRequestsPerConnection();
        addLimit(
                pool,
                "http.maxRequestsPerConnection",
                each.isPresent() ? OptionalLong.of(each.getAsInt()) : OptionalLong.empty());
        boolean ofHttp = http.flatMap(HttpConnectionPool::idleTimeout).isPresent();
        add(
                "connectionPool.http.idleTimeout",
                cluster.idleTimeout(),
                cluster.idleTimeout().map(PolicySources::text).orElse("1h"),
                sources.written(
                                pool,
                                ofHttp ? "http.idleTimeout" : "tcp.idleTimeout",
                                cluster.idleTimeout().isPresent())
                        .orElseGet(sources::envoy));
        boolean upgrade = http.flatMap(HttpConnectionPool::h2UpgradePolicy).isPresent();
        add(
                "connectionPool.http.h2UpgradePolicy",
                cluster.protocol(),
                cluster.protocol().toString(),
                sources.written(pool, "http.h2UpgradePolicy", upgrade).orElseGet(this::service));
        add(
                "retryBudget",
                limits.retryBudget(),
                limits.retryBudget()
                        .map(budget -> budget.percent() + "%, at least " + budget.minConcurrency())
                        .orElse("none"),
                sources.written(written.retryBudget(), "", true).orElseGet(() -> sources.istiod("")));
    }

    private void addLimit(Optional<Sourced<ConnectionPoolSettings>> pool, String field, OptionalLong limit) {
        add(
                "connectionPool." + field,
                limit,
                limit.isPresent() ? Long.toString(limit.getAsLong()) : "unlimited",
                sources.written(pool, field, limit.isPresent()).orElseGet(() -> sources.istiod("")));
    }

    private void addBalancing() {
        Optional<Sourced<LoadBalancerSettings>> balancer = written.loadBalancer();
        Optional<LoadBalancerSettings> said = balancer.map(Sourced::value);
        LoadBalancingPolicy chosen = cluster.loadBalancing();
        boolean hash = said.flatMap(LoadBalancerSettings::consistentHash).isPresent();
        boolean simple = said.flatMap(LoadBalancerSettings::simple).isPresent();
        boolean fixed = cluster.type() == ClusterType.ORIGINAL_DST && !written.isPassthrough();
        add(
                "loadBalancer",
                chosen,
                chosen instanceof LoadBalancingPolicy.Simple ? chosen.name() : chosen.toString(),
                fixed
                        ? service()
                        : sources.written(balancer, hash ? "consistentHash" : "simple", hash || simple)
                                .orElseGet(() -> sources.istiod("")));
        addLocality(balancer);
        add(
                "loadBalancer.localityWeighted",
                cluster.localityWeighted(),
                Boolean.toString(cluster.localityWeighted()),
                sources.istiod("it follows from localityLbSetting and outlierDetection"));
        boolean whole = said.flatMap(LoadBalancerSettings::warmup).isPresent();
        Optional<WarmUp> warmUp = cluster.slowStart();
        add(
                "loadBalancer.warmup",
                warmUp,
                warmUp.map(each -> PolicySources.text(each.window()) + " from " + each.minimumPercent()
                                + "%, aggression " + each.aggression())
                        .orElse("none"),
                sources.written(balancer, whole ? "warmup" : "warmupDurationSecs", warmUp.isPresent())
                        .orElseGet(() -> sources.istiod("")));
    }

    private void addLocality(Optional<Sourced<LoadBalancerSettings>> balancer) {
        boolean own = balancer.map(Sourced::value)
                .flatMap(LoadBalancerSettings::localityLbSetting)
                .isPresent();
        boolean near = policy.target().service().trafficDistribution() != TrafficDistribution.ANY;
        add(
                "loadBalancer.localityLbSetting",
                policy.locality(),
                policy.locality().map(PolicySettings::text).orElse("none"),
                sources.written(balancer, "localityLbSetting", own)
                        .orElseGet(() -> near ? service() : sources.mesh("localityLbSetting")));
    }

    private static String text(LocalityPreference preference) {
        var setting = preference.setting();
        if (!setting.distribute().isEmpty()) {
            return "distribute";
        }
        String over = preference.failsOver() ? "" : ", without effect for want of outlierDetection";
        if (!setting.failoverPriority().isEmpty()) {
            return "failoverPriority " + setting.failoverPriority() + over;
        }
        return (setting.failover().isEmpty() ? "failover by region, zone, subzone" : "failover between regions") + over;
    }

    private void addTransport() {
        boolean tunnelled = policy.target().virtual() && cluster.tls().mode() == UpstreamTls.Mode.NONE;
        boolean tls = written.tls().isPresent() && !tunnelled;
        add(
                "tls.mode",
                cluster.tls().mode(),
                cluster.tls().mode().toString(),
                tunnelled
                        ? sources.istiod("the tunnel to the endpoint is secured by itself")
                        : sources.written(written.tls(), "mode", true).orElseGet(() -> sources.mesh("enableAutoMtls")));
        boolean sni = tls && written.tls().flatMap(each -> each.value().sni()).isPresent();
        add(
                "tls.sni",
                cluster.tls().sni(),
                cluster.tls().sni().orElse("none"),
                sources.written(written.tls(), "sni", sni)
                        .orElseGet(() -> sources.istiod(tunnelled ? "" : "it names port, subset and host")));
        boolean names = tls && !written.tls().get().value().subjectAltNames().isEmpty();
        add(
                "tls.subjectAltNames",
                cluster.tls().subjectAltNames(),
                cluster.tls().subjectAltNames().toString(),
                sources.written(written.tls(), "subjectAltNames", names)
                        .orElseGet(() -> sources.istiod(tunnelled ? "" : "identities of the endpoints")));
        add(
                "tunnel",
                written.tunnel().map(Sourced::value),
                written.tunnel()
                        .map(each ->
                                each.value().targetHost() + ":" + each.value().targetPort())
                        .orElse("none"),
                sources.written(written.tunnel(), "", true).orElseGet(() -> sources.istiod("")));
        add(
                "proxyProtocol",
                written.proxyProtocol().map(Sourced::value),
                written.proxyProtocol()
                        .map(each ->
                                each.value().version().map(Object::toString).orElse("V1"))
                        .orElse("none"),
                sources.written(written.proxyProtocol(), "", true).orElseGet(() -> sources.istiod("")));
    }

    private PolicySource service() {
        return sources.service(policy.target().service().resource());
    }

    private <T> void add(String name, T value, String text, PolicySource source) {
        settings.add(new PolicySetting<>(name, value, text, source));
    }
}
