package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds what a control plane would send, piece by piece. */
final class TestProxy implements ProxyResources {
    private final List<ProxyListener> outbound = new ArrayList<>();
    private final List<ProxyListener> inbound = new ArrayList<>();
    private final Map<String, RouteConfiguration> routes = new LinkedHashMap<>();
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();

    /** {@return a proxy with one HTTP listener on 0.0.0.0:8080 that serves the host {@code shop} by these routes} */
    static TestProxy serving(ProxyRoute... routes) {
        VirtualHost host = VirtualHost.builder()
                .name("shop:8080")
                .addDomain("shop")
                .routes(List.of(routes))
                .build();
        return new TestProxy()
                .outbound(listener("0.0.0.0", 8080, http("8080")))
                .routes(new RouteConfiguration("8080", List.of(host)));
    }

    TestProxy outbound(ProxyListener listener) {
        outbound.add(listener);
        return this;
    }

    TestProxy inbound(ProxyListener listener) {
        inbound.add(listener);
        return this;
    }

    TestProxy routes(RouteConfiguration configuration) {
        routes.put(configuration.name(), configuration);
        return this;
    }

    TestProxy cluster(Cluster cluster) {
        clusters.put(cluster.name(), cluster);
        return this;
    }

    /** Adds a cluster with healthy endpoints of weight one. */
    TestProxy endpoints(String name, String... addresses) {
        return cluster(clusterOf(name, addresses));
    }

    static Cluster clusterOf(String name, String... addresses) {
        LocalityEndpoints group = LocalityEndpoints.builder()
                .region("")
                .zone("")
                .subzone("")
                .endpoints(List.of(addresses).stream()
                        .map(address -> LbEndpoint.builder()
                                .address(address)
                                .mutualTls(false)
                                .build())
                        .toList())
                .build();
        return Cluster.builder()
                .name(name)
                .type(ClusterType.EDS)
                .loadBalancing(new LoadBalancingPolicy.Simple("LEAST_REQUEST"))
                .tls(UpstreamTls.none())
                .addAssignment(group)
                .build();
    }

    static ProxyListener listener(String address, int port, FilterChain... chains) {
        return ProxyListener.builder()
                .name(address + "_" + port)
                .address(address)
                .port(port)
                .filterChains(List.of(chains))
                .build();
    }

    static FilterChain http(String routeConfiguration, HttpFilter... filters) {
        return FilterChain.builder()
                .name("")
                .filter(manager(routeConfiguration, new ForwardedFor(false, 0), filters))
                .build();
    }

    static HttpConnectionManager manager(String routeConfiguration, ForwardedFor trust, HttpFilter... filters) {
        return new HttpConnectionManager(
                routeConfiguration, Optional.empty(), PathNormalizationLevel.BASE, trust, List.of(filters));
    }

    static ProxyRoute route(String name, String prefix, RouteAction action) {
        return ProxyRoute.builder()
                .name(name)
                .match(RouteMatch.builder().path(new PathMatch.Prefix(prefix)).build())
                .action(action)
                .build();
    }

    static ForwardAction to(String... clusters) {
        return ForwardAction.builder()
                .clusters(List.of(clusters).stream()
                        .map(name -> WeightedCluster.of(name, 1))
                        .toList())
                .build();
    }

    static HttpRequestBuilder get(String path) {
        return HttpRequest.builder().authority("shop").path(path);
    }

    static ConnectionBuilder dial(String address, int port) {
        return Connection.builder()
                .sourceAddress("10.0.0.9")
                .sourcePort(40000)
                .destinationAddress(address)
                .destinationPort(port);
    }

    ProxyAnswer answer(HttpRequestBuilder request) {
        return answer(ProxyLeg.OUTBOUND, dial("10.96.0.1", 8080), Optional.of(request.build()));
    }

    ProxyAnswer answer(ProxyLeg leg, ConnectionBuilder connection, Optional<HttpRequest> request) {
        return EnvoyProxy.answer(this, leg, connection.build(), request, EndpointConditions.HEALTHY, TraceSink.NONE);
    }

    static Map<String, List<String>> byName(List<Header> headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        headers.forEach(header ->
                values.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value()));
        return values;
    }

    @Override
    public List<ProxyListener> outboundListeners() {
        return outbound;
    }

    @Override
    public List<ProxyListener> inboundListeners() {
        return inbound;
    }

    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return Optional.ofNullable(routes.get(name));
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return Optional.ofNullable(clusters.get(name));
    }
}
